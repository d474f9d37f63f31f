import type { SyntaxNode } from '@lezer/common';
import { isUnknown } from '../runtime/runtime';
import { makeClass } from '../runtime/classes';
import { PyError, type PyClass, type Value } from '../value';
import { readArguments } from './call';
import { kids, textOf, type Context, type Eval, type Frame } from './context';
import { docOf } from './functions';
import { boundNames, Scope } from './scope';
import { CLASS_SLOT } from './superCall';

/** `class Name(bases):`, without its decorators: gives the class. */
export function classDefinition(context: Context, node: SyntaxNode): Eval {
  const name = textOf(context, node.getChild('VariableName')!);
  const body = node.getChild('Body')!;
  const list = node.getChild('ArgList');
  const bases = list === null ? [] : readArguments(context, list).filter((one) => one.kind === 'plain');
  const scope = new Scope('class', context.scope);
  const classSlot = scope.declare(CLASS_SLOT);
  const found = boundNames([body], context.text);
  for (const one of found.names) scope.declare(one);
  for (const one of found.globals) scope.globals.add(one);
  const annotations = annotatedNames(context, body);
  const outer = context.scope;
  context.scope = scope;
  let run: ReturnType<Context['block']>;
  try {
    run = context.block(body);
  } finally {
    context.scope = outer;
  }
  const doc = docOf(context, body);
  const { runtime, builtins } = context;
  return (parent) => {
    const parents: PyClass[] = [];
    for (const base of bases) {
      const value = base.value(parent);
      runtime.at(node.from, node.to);
      if (isUnknown(value)) return value;
      // subclasses of inert objects (Generic[T], Protocol) are plain classes
      if (typeof value === 'object' && value?.kind === 'object') continue;
      if (typeof value !== 'object' || value?.kind !== 'class') {
        throw new PyError('TypeError', `${runtime.typeName(value)}() takes at most 3 arguments`);
      }
      parents.push(value);
    }
    const object = builtins.get('object');
    if (parents.length === 0 && typeof object === 'object' && object?.kind === 'class') parents.push(object);
    const frame: Frame = { slots: new Array<Value | undefined>(scope.size), parent, returned: null };
    run(frame);
    const members = new Map<string, Value>();
    for (const [key, slot] of scope.slots) {
      const value = frame.slots[slot];
      if (value !== undefined && key !== CLASS_SLOT) members.set(key, value);
    }
    if (doc !== null) members.set('__doc__', doc);
    if (annotations.length > 0) {
      const entries = new Map(annotations.map((one): [string, [Value, Value]] => [`s${one}`, [one, null]]));
      members.set('__annotations__', { kind: 'dict', entries });
    }
    const type = makeClass(name, parents, members);
    frame.slots[classSlot] = type;
    return type;
  };
}

/** `x: int = 3` at the top of the body: the fields of a dataclass or named tuple, in order. */
function annotatedNames(context: Context, body: SyntaxNode): string[] {
  const names: string[] = [];
  for (const statement of kids(body)) {
    if (statement.name !== 'AssignStatement' || statement.getChild('TypeDef') === null) continue;
    const target = statement.firstChild;
    if (target?.name === 'VariableName') names.push(textOf(context, target));
  }
  return names;
}
