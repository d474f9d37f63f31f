import type { SyntaxNode } from '@lezer/common';
import { isUnknown } from '../runtime/runtime';
import type { Unknown } from '../value';
import { kids, textOf, type Context, type Frame } from './context';
import { load, storeName } from './names';
import { boundNames } from './scope';

/** Makes unknown whatever a piece of program may have changed, when nobody knows whether it runs. */
export interface Havoc {
  readonly spread: (frame: Frame, unknown: Unknown) => void;
  /** the piece may end the function with a value */
  readonly returns: boolean;
  /** it may leave the loop around, or go on with its next turn */
  readonly jumps: boolean;
}

const inner = new Set(['LambdaExpression', 'FunctionDefinition', 'ClassDefinition']);

export function havocOf(context: Context, roots: readonly SyntaxNode[]): Havoc {
  const names = new Set(boundNames(roots, context.text).names);
  const attributes: { root: string; path: string }[] = [];
  let returns = false;
  let jumps = false;
  const waiting = [...roots];
  while (waiting.length > 0) {
    const node = waiting.pop()!;
    if (inner.has(node.name)) continue;
    if (node.name === 'ReturnStatement' || node.name === 'RaiseStatement') returns = true;
    if (node.name === 'BreakStatement' || node.name === 'ContinueStatement') jumps = true;
    const targets = targetsOf(node);
    for (const target of targets) {
      const found = rootOf(context, target);
      if (found === undefined) continue;
      if (found.path === '') names.add(found.root);
      else attributes.push({ root: found.root, path: found.path });
    }
    waiting.push(...kids(node));
  }
  const { runtime } = context;
  const stores = [...names].map((name) => storeName(context, name));
  const owners = attributes.map(({ root, path }) => ({ read: load(context, root, 0, 0), path }));
  return {
    returns,
    jumps,
    spread(frame, unknown) {
      runtime.anyUnknown = true;
      for (const store of stores) store(frame, unknown);
      for (const { read, path } of owners) {
        const owner = read(frame);
        if (!isUnknown(owner)) runtime.setAttribute(owner, path, unknown);
      }
    },
  };
}

/** What a statement changes in place: items and attributes it sets, objects whose methods it calls for effect. */
function targetsOf(node: SyntaxNode): SyntaxNode[] {
  const children = kids(node);
  if (node.name === 'UpdateStatement') return children.slice(0, 1).filter((one) => one.name === 'MemberExpression');
  if (node.name === 'AssignStatement') {
    const last = children.map((child) => child.name).lastIndexOf('AssignOp');
    return children.slice(0, Math.max(0, last)).filter((one) => one.name === 'MemberExpression');
  }
  if (node.name !== 'ExpressionStatement') return [];
  const callee = children[0]?.name === 'CallExpression' ? children[0].firstChild : null;
  return callee?.name === 'MemberExpression' && callee.firstChild !== null ? [callee.firstChild] : [];
}

/** `self.items[0]` changes the attribute `items` of `self`; `grid[0][1]` changes `grid`. */
function rootOf(context: Context, target: SyntaxNode): { root: string; path: string } | undefined {
  let node = target;
  let path = '';
  while (node.name === 'MemberExpression') {
    const property = node.getChild('PropertyName');
    path = property === null ? path : textOf(context, property);
    node = node.firstChild!;
  }
  return node.name === 'VariableName' ? { root: textOf(context, node), path } : undefined;
}
