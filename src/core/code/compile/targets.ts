import type { SyntaxNode } from '@lezer/common';
import { isUnknown } from '../runtime/runtime';
import { PyError, type Value } from '../value';
import { kids, textOf, type Context, type Store } from './context';
import { subscript } from './member';
import { storeName } from './names';

/** Where one target puts a value: a name, an attribute, an item, or several of them. */
export function storeTo(context: Context, node: SyntaxNode): Store {
  const { runtime } = context;
  switch (node.name) {
    case 'VariableName':
      return storeName(context, textOf(context, node));
    case 'MemberExpression': {
      const owner = context.expression(node.firstChild!);
      const property = node.getChild('PropertyName');
      if (property !== null) {
        const name = textOf(context, property);
        return (frame, value) => {
          const self = owner(frame);
          runtime.at(node.from, node.to);
          runtime.setAttribute(self, name, value);
        };
      }
      const index = subscript(context, node);
      return (frame, value) => {
        const self = owner(frame);
        const place = index(frame);
        runtime.at(node.from, node.to);
        runtime.spend(1);
        runtime.setItem(self, place, value);
      };
    }
    case 'ParenthesizedExpression':
      return context.store(kids(node)[1]!);
    case 'TupleExpression':
    case 'ArrayExpression':
      return unpack(context, kids(node).slice(1, -1), node.from, node.to);
    default:
      throw new PyError('SyntaxError', 'cannot assign to expression here');
  }
}

/** `a, *b = ...`: what stands between the commas; one target alone is itself. */
export function storeToAll(context: Context, nodes: readonly SyntaxNode[]): Store {
  if (nodes.length === 1) return context.store(nodes[0]!);
  return unpack(context, nodes, nodes[0]!.from, nodes.at(-1)!.to);
}

function unpack(context: Context, nodes: readonly SyntaxNode[], from: number, to: number): Store {
  const { runtime } = context;
  const stores: Store[] = [];
  let starred = -1;
  for (const node of nodes) {
    if (node.name === ',') continue;
    if (node.name === '*') starred = stores.length;
    else stores.push(context.store(node));
  }
  const wanted = stores.length;
  return (frame, value) => {
    if (isUnknown(value)) {
      for (const store of stores) store(frame, value);
      return;
    }
    const given = itemsOf(context, value, from, to, starred < 0 ? wanted + 1 : Infinity);
    if (starred < 0) {
      if (given.length < wanted) {
        throw new PyError('ValueError', `not enough values to unpack (expected ${wanted}, got ${given.length})`);
      }
      if (given.length > wanted) throw new PyError('ValueError', `too many values to unpack (expected ${wanted})`);
      for (let i = 0; i < wanted; i++) stores[i]!(frame, given[i]!);
      return;
    }
    if (given.length < wanted - 1) {
      const words = `not enough values to unpack (expected at least ${wanted - 1}, got ${given.length})`;
      throw new PyError('ValueError', words);
    }
    const after = wanted - 1 - starred;
    for (let i = 0; i < starred; i++) stores[i]!(frame, given[i]!);
    stores[starred]!(frame, { kind: 'list', items: given.slice(starred, given.length - after) });
    for (let i = 0; i < after; i++) stores[starred + 1 + i]!(frame, given[given.length - after + i]!);
    runtime.spend(1);
  };
}

function itemsOf(context: Context, value: Value, from: number, to: number, most: number): readonly Value[] {
  if (typeof value === 'object' && (value?.kind === 'tuple' || value?.kind === 'list')) return value.items;
  const { runtime } = context;
  runtime.at(from, to);
  const items: Value[] = [];
  try {
    for (const item of runtime.iterate(value)) {
      items.push(item);
      if (items.length >= most) break;
    }
  } catch (error) {
    if (error instanceof PyError && error.message.endsWith('object is not iterable')) {
      throw new PyError('TypeError', `cannot unpack non-iterable ${runtime.typeName(value)} object`);
    }
    throw error;
  }
  return items;
}
