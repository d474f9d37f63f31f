import type { SyntaxNode } from '@lezer/common';
import { isUnknown } from '../runtime/runtime';
import { PyError, type PyDict, type Value } from '../value';
import { kids, type Context, type Eval, type Frame } from './context';

/** The items of a display or a bare tuple, with what stars spread. */
function items(context: Context, nodes: readonly SyntaxNode[]): (frame: Frame) => Value[] {
  const parts: { star: boolean; value: Eval; node: SyntaxNode }[] = [];
  let star = false;
  for (const node of nodes) {
    if (node.name === ',') continue;
    if (node.name === '*') star = true;
    else {
      parts.push({ star, value: context.expression(node), node });
      star = false;
    }
  }
  const { runtime } = context;
  if (!parts.some((part) => part.star)) {
    const values = parts.map((part) => part.value);
    return (frame) => {
      const made: Value[] = [];
      for (const value of values) made.push(value(frame));
      return made;
    };
  }
  return (frame) => {
    const made: Value[] = [];
    for (const part of parts) {
      const value = part.value(frame);
      if (!part.star || isUnknown(value)) made.push(value);
      else {
        runtime.at(part.node.from, part.node.to);
        for (const item of runtime.iterate(value)) made.push(item);
      }
    }
    return made;
  };
}

export function listDisplay(context: Context, node: SyntaxNode): Eval {
  const made = items(context, kids(node).slice(1, -1));
  const { runtime } = context;
  return (frame) => {
    const list = made(frame);
    runtime.allocate(list.length);
    return { kind: 'list', items: list };
  };
}

export function tupleDisplay(context: Context, nodes: readonly SyntaxNode[]): Eval {
  const made = items(context, nodes);
  return (frame) => ({ kind: 'tuple', items: made(frame) });
}

export function setDisplay(context: Context, node: SyntaxNode): Eval {
  const made = items(context, kids(node).slice(1, -1));
  const { runtime } = context;
  return (frame) => {
    const entries = new Map<string, Value>();
    for (const item of made(frame)) {
      runtime.at(node.from, node.to);
      const key = runtime.hashKey(item);
      if (!entries.has(key)) entries.set(key, item);
    }
    return { kind: 'set', entries };
  };
}

export function dictDisplay(context: Context, node: SyntaxNode): Eval {
  const { runtime } = context;
  const parts: { key: Eval | undefined; value: Eval }[] = [];
  const children = kids(node).slice(1, -1);
  for (let i = 0; i < children.length; i++) {
    const child = children[i]!;
    if (child.name === ',') continue;
    if (child.name === '**') parts.push({ key: undefined, value: context.expression(children[++i]!) });
    else {
      parts.push({ key: context.expression(child), value: context.expression(children[i + 2]!) });
      i += 2;
    }
  }
  return (frame) => {
    const dict: PyDict = { kind: 'dict', entries: new Map() };
    for (const { key, value } of parts) {
      if (key !== undefined) {
        const name = key(frame);
        const item = value(frame);
        runtime.at(node.from, node.to);
        if (isUnknown(name)) return name;
        runtime.setItem(dict, name, item);
        continue;
      }
      const more = value(frame);
      if (isUnknown(more)) return more;
      if (typeof more !== 'object' || more?.kind !== 'dict') {
        throw new PyError('TypeError', `'${runtime.typeName(more)}' object is not a mapping`);
      }
      for (const [name, item] of more.entries.values()) runtime.setItem(dict, name, item);
    }
    return dict;
  };
}
