import type { SyntaxNode } from '@lezer/common';
import { retraced } from '../runtime/callValue';
import { lookUp } from '../runtime/classes';
import { noKeywords } from '../runtime/runtime';
import { methodsOf } from '../types/methods';
import type { Method } from '../types/method';
import { PyError, type Value } from '../value';
import { comprehensionParts, generatorExpression } from './comprehension';
import { kids, textOf, type CallArguments, type Context, type Eval, type Frame } from './context';
import { storeName } from './names';
import { superCall } from './superCall';

type Argument =
  | { kind: 'plain'; value: Eval }
  | { kind: 'star'; value: Eval }
  | { kind: 'named'; name: string; value: Eval }
  | { kind: 'double'; value: Eval };

/** What stands between the parentheses of a call. */
export function readArguments(context: Context, list: SyntaxNode): Argument[] {
  const children = kids(list).slice(1);
  const found: Argument[] = [];
  if (children.some((child) => child.name === 'for')) {
    // a bare generator is the only argument; its targets may hold commas
    const parts = comprehensionParts(context, children.slice(0, -1));
    return [{ kind: 'plain', value: generatorExpression(context, parts) }];
  }
  let i = 0;
  while (i < children.length) {
    const start = i;
    while (i < children.length && children[i]!.name !== ',' && children[i]!.name !== ')') i++;
    const part = children.slice(start, i);
    i++;
    const [first, second] = part;
    if (first === undefined) continue;
    if (first.name === '*') found.push({ kind: 'star', value: context.expression(second!) });
    else if (first.name === '**') found.push({ kind: 'double', value: context.expression(second!) });
    else if (second?.name === 'AssignOp' && part[2] !== undefined) {
      const value = context.expression(part[2]);
      if (textOf(context, second) === '=') found.push({ kind: 'named', name: textOf(context, first), value });
      else found.push({ kind: 'plain', value: walrus(storeName(context, textOf(context, first)), value) });
    } else found.push({ kind: 'plain', value: context.expression(first) });
  }
  return found;
}

function walrus(store: (frame: Frame, value: Value) => void, value: Eval): Eval {
  return (frame) => {
    const made = value(frame);
    store(frame, made);
    return made;
  };
}

export function callArguments(context: Context, list: SyntaxNode): CallArguments {
  const all = readArguments(context, list);
  const { runtime } = context;
  const byPlace = all.filter((one) => one.kind === 'plain' || one.kind === 'star');
  const byName = all.filter((one) => one.kind === 'named' || one.kind === 'double');
  const plain = byPlace.every((one) => one.kind === 'plain') ? byPlace.map((one) => one.value) : undefined;
  const positional = plain === undefined ? spread : positions(plain);
  function spread(frame: Frame): Value[] {
    const args: Value[] = [];
    for (const one of byPlace) {
      const value = one.value(frame);
      if (one.kind === 'plain') args.push(value);
      else if (typeof value === 'object' && value?.kind === 'unknown') args.push(value);
      else for (const item of runtime.iterate(value)) args.push(item);
    }
    return args;
  }
  if (byName.length === 0) return { positional, keywords: () => noKeywords };
  const keywords = (frame: Frame): ReadonlyMap<string, Value> => {
    const named = new Map<string, Value>();
    for (const one of byName) {
      const value = one.value(frame);
      if (one.kind === 'named') named.set(one.name, value);
      else if (typeof value === 'object' && value?.kind === 'dict') {
        for (const [key, item] of value.entries.values()) named.set(runtime.str(key), item);
      }
    }
    return named;
  };
  return { positional, keywords };
}

function positions(values: readonly Eval[]): (frame: Frame) => Value[] {
  const [first, second] = values;
  if (values.length === 0) return () => [];
  if (values.length === 1) return (frame) => [first!(frame)];
  if (values.length === 2) return (frame) => [first!(frame), second!(frame)];
  return (frame) => values.map((value) => value(frame));
}

export function callExpression(context: Context, node: SyntaxNode): Eval {
  const { runtime } = context;
  const callee = node.firstChild!;
  const list = node.getChild('ArgList');
  if (list === null) throw new PyError('SyntaxError', 'invalid syntax');
  const { from, to } = node;
  if (callee.name === 'VariableName' && textOf(context, callee) === 'super') {
    return superCall(context, node, callArguments(context, list));
  }
  const { positional, keywords } = callArguments(context, list);
  const property = callee.name === 'MemberExpression' ? callee.getChild('PropertyName') : null;
  if (property !== null) {
    const owner = context.expression(callee.firstChild!);
    return methodCall(context, owner, textOf(context, property), positional, keywords, callee, node);
  }
  const called = context.expression(callee);
  return (frame) => {
    const target = called(frame);
    const args = positional(frame);
    const named = keywords(frame);
    runtime.at(from, to);
    if (typeof target === 'object' && target?.kind === 'function') {
      return retraced(target.invoke(args, named), target, args, named);
    }
    return runtime.call(target, args, named);
  };
}

type Positional = CallArguments['positional'];
type Keywords = CallArguments['keywords'];

/** `owner.name(...)` without making a bound method where none is needed. */
function methodCall(
  context: Context,
  owner: Eval,
  name: string,
  positional: Positional,
  keywords: Keywords,
  callee: SyntaxNode,
  node: SyntaxNode,
): Eval {
  const { runtime } = context;
  const { from, to } = node;
  return (frame) => {
    const self = owner(frame);
    if (typeof self === 'object' && self?.kind === 'instance' && !self.attributes.has(name)) {
      const member = lookUp(self.class, name);
      if (typeof member === 'object' && member?.kind === 'function') {
        const args = positional(frame);
        args.unshift(self);
        const named = keywords(frame);
        runtime.at(from, to);
        return retraced(member.invoke(args, named), member, args, named);
      }
    }
    const method = runtime.anyUnknown ? undefined : methodsOf(self).get(name);
    if (method !== undefined) {
      const args = positional(frame);
      const named = keywords(frame);
      runtime.at(from, to);
      runtime.spend(1);
      return (method as Method<Value>)(self, args, named, runtime);
    }
    runtime.at(callee.from, callee.to);
    const target = runtime.attribute(self, name);
    const args = positional(frame);
    const named = keywords(frame);
    runtime.at(from, to);
    return runtime.call(target, args, named);
  };
}
