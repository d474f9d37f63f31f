import type { SyntaxNode } from '@lezer/common';
import type { Value } from '../value';
import { kids, textOf, type Context, type Eval, type Frame } from './context';

/** `a.b` and `a[i, 1:2]` */
export function memberExpression(context: Context, node: SyntaxNode): Eval {
  const { runtime } = context;
  const owner = context.expression(node.firstChild!);
  const property = node.getChild('PropertyName');
  const { from, to } = node;
  if (property !== null) {
    const name = textOf(context, property);
    return (frame) => {
      const self = owner(frame);
      if (typeof self === 'object' && self?.kind === 'instance') {
        const own = self.attributes.get(name);
        if (own !== undefined) return own;
      }
      runtime.at(from, to);
      return runtime.attribute(self, name);
    };
  }
  const index = subscript(context, node);
  return (frame) => {
    const self = owner(frame);
    const place = index(frame);
    if (typeof self === 'object' && self?.kind === 'list' && typeof place === 'bigint' && place >= 0n) {
      const item = self.items[Number(place)];
      if (item !== undefined) return item;
    }
    runtime.at(from, to);
    runtime.spend(1);
    return runtime.getItem(self, place);
  };
}

/** What stands in the brackets: one index, a slice, or a tuple of them. */
export function subscript(context: Context, node: SyntaxNode): Eval {
  const children = kids(node);
  const open = children.findIndex((child) => child.name === '[');
  const inside = children.slice(open + 1, children.at(-1)?.name === ']' ? -1 : undefined);
  const parts: SyntaxNode[][] = [[]];
  for (const child of inside) {
    if (child.name === ',') parts.push([]);
    else parts.at(-1)!.push(child);
  }
  const isTuple = parts.length > 1;
  if (parts.at(-1)!.length === 0) parts.pop();
  const evals = parts.map((part) => one(context, part));
  if (!isTuple && evals.length === 1) return evals[0]!;
  return (frame) => ({ kind: 'tuple', items: evals.map((value) => value(frame)) });
}

function one(context: Context, part: readonly SyntaxNode[]): Eval {
  if (!part.some((child) => child.name === ':')) return context.expression(part[0]!);
  const bounds: (Eval | undefined)[] = [undefined, undefined, undefined];
  let i = 0;
  for (const child of part) {
    if (child.name === ':') i++;
    else bounds[i] = context.expression(child);
  }
  const at = (frame: Frame, k: number): Value => bounds[k]?.(frame) ?? null;
  return (frame) => ({ kind: 'slice', start: at(frame, 0), stop: at(frame, 1), step: at(frame, 2) });
}
