import type { SyntaxNode } from '@lezer/common';
import type { BinaryOperator } from '../runtime/runtime';
import type { Value } from '../value';
import { kids, NEXT, textOf, type Context, type Eval, type Exec, type Store } from './context';
import { subscript } from './member';

/** The groups between the `=` of an assignment, its annotation left out. */
export function assignmentGroups(node: SyntaxNode): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  for (const child of kids(node)) {
    if (child.name === 'AssignOp') groups.push([]);
    else if (child.name !== 'TypeDef') groups.at(-1)!.push(child);
  }
  return groups;
}

/** Puts a value into the targets of an assignment, from left to right, and records it. */
export function assignTo(context: Context, node: SyntaxNode): Store {
  const groups = assignmentGroups(node).slice(0, -1);
  const stores: Store[] = groups.map((group) => context.storeAll(group));
  const names = groups.map((group) => context.text.slice(group[0]!.from, group.at(-1)!.to));
  const site = { count: 0 };
  const [first] = stores;
  const [name] = names;
  if (stores.length === 1) {
    return (frame, value) => {
      first!(frame, value);
      context.record(node.from, node.to, name, value, site);
    };
  }
  return (frame, value) => {
    for (const store of stores) store(frame, value);
    for (const one of names) context.record(node.from, node.to, one, value, site);
  };
}

/** `a = b = value`, `a: int = value` */
export function assignStatement(context: Context, node: SyntaxNode): Exec {
  const groups = assignmentGroups(node);
  if (groups.length < 2) return () => NEXT;
  const value = context.expressions(groups.at(-1)!);
  const put = assignTo(context, node);
  const { runtime } = context;
  return (frame) => {
    runtime.spend(1);
    const made = value(frame);
    runtime.at(node.from, node.to);
    put(frame, made);
    return NEXT;
  };
}

/** `target += value`: the target's owner and index are worked out once. */
export function updateStatement(context: Context, node: SyntaxNode): Exec {
  const children = kids(node);
  const target = children[0]!;
  const operator = textOf(context, children[1]!).slice(0, -1) as BinaryOperator;
  const given = context.expressions(children.slice(2));
  const { runtime } = context;
  const { from, to } = node;
  const name = textOf(context, target);
  const site = { count: 0 };
  const combine = (old: Value, more: Value): Value => {
    if (typeof old === 'number' && typeof more === 'number') {
      if (operator === '+') return old + more;
      if (operator === '-') return old - more;
      if (operator === '*') return old * more;
    }
    runtime.at(from, to);
    return runtime.inPlace(operator, old, more);
  };
  if (target.name === 'MemberExpression') {
    const owner = context.expression(target.firstChild!);
    const property = target.getChild('PropertyName');
    const field = property === null ? undefined : textOf(context, property);
    const index: Eval | undefined = property === null ? subscript(context, target) : undefined;
    return (frame) => {
      runtime.spend(1);
      const self = owner(frame);
      const place = index?.(frame) ?? null;
      runtime.at(target.from, target.to);
      const old = field === undefined ? runtime.getItem(self, place) : runtime.attribute(self, field);
      const value = combine(old, given(frame));
      runtime.at(from, to);
      if (field === undefined) runtime.setItem(self, place, value);
      else runtime.setAttribute(self, field, value);
      context.record(from, to, name, value, site);
      return NEXT;
    };
  }
  const read = context.expression(target);
  const store = context.store(target);
  return (frame) => {
    runtime.spend(1);
    const value = combine(read(frame), given(frame));
    store(frame, value);
    context.record(from, to, name, value, site);
    return NEXT;
  };
}
