import {
  PyError,
  type PyClass,
  type PyFunction,
  type PyInstance,
  type PyNative,
  type Unknown,
  type Value,
} from '../value';
import { lookUp } from './classes';
import type { Engine } from './engine';
import { isUnknown } from './runtime';
import { typeName } from './typeName';
import { derived, firstUnknown, tracedIn } from './unknowns';

/** Natives that only hold or pass on what they are given, so an unknown does not spread beyond it. */
const holders = new Set([
  ...['print', 'append', 'insert', 'extend', 'update', 'setdefault', 'dict', 'list', 'tuple', 'zip', 'enumerate'],
  ...['len', 'get', 'items', 'pop', 'copy', 'type', 'setattr', 'hasattr', 'iter', 'next', 'reversed', '__init__'],
  ...['shape_of', 'callable', 'isinstance', 'map', 'filter', 'deque', 'partial', 'appendleft'],
]);

/** Calls anything. @throws PyError TypeError for what cannot be called */
export function callValue(
  callee: Value,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
  machine: Engine,
): Value {
  if (typeof callee === 'object' && callee !== null) {
    switch (callee.kind) {
      case 'function':
        return retraced(callee.invoke(args, keywords), callee, args, keywords);
      case 'native':
        return callNative(callee, args, keywords, machine);
      case 'class':
        return construct(callee, args, keywords, machine);
      case 'numpyType': {
        const found = machine.anyUnknown ? unknownIn(args, keywords) : undefined;
        if (found !== undefined) return call(found, callee, args, keywords);
        return machine.arrays().callType(callee, args, keywords, machine);
      }
      case 'object':
        if (callee.call === undefined) break;
        return callNative({ kind: 'native', name: callee.type, call: callee.call }, args, keywords, machine, callee);
      case 'instance': {
        const member = lookUp(callee.class, '__call__');
        if (member === undefined) break;
        return callValue(member, [callee, ...args], keywords, machine);
      }
      case 'descriptor':
        return callValue(callee.get, args, keywords, machine);
      case 'unknown':
        return call(callee, callee, args, keywords);
      default:
    }
  }
  throw new PyError('TypeError', `'${typeName(callee)}' object is not callable`);
}

/** A call that cannot be worked out, kept where a history is. */
const call = (from: Unknown, callee: Value, args: readonly Value[], keywords: ReadonlyMap<string, Value>): Unknown =>
  derived(from, { op: 'call', operands: [callee, ...args], keywords });

/** The result of a function of the text; where its history broke off on the way, the call itself is the history. */
export function retraced(
  result: Value,
  callee: PyFunction,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): Value {
  if (!isUnknown(result) || result.graph !== undefined) return result;
  const traced = tracedIn(args);
  return traced === undefined ? result : call(traced, callee, args, keywords);
}

function unknownIn(args: readonly Value[], keywords: ReadonlyMap<string, Value>): Unknown | undefined {
  for (const arg of args) {
    const found = firstUnknown(arg);
    if (found !== undefined) return found;
  }
  for (const arg of keywords.values()) {
    const found = firstUnknown(arg);
    if (found !== undefined) return found;
  }
  return undefined;
}

function callNative(
  callee: PyNative,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
  machine: Engine,
  /** as a trace names it */
  shown: Value = callee,
): Value {
  if (machine.anyUnknown && callee.ofText !== true) {
    const found = holders.has(callee.name)
      ? callee.name === 'print' || callee.name === 'append' || callee.name === 'insert'
        ? undefined
        : args.find(isUnknown)
      : unknownIn(args, keywords);
    if (found !== undefined) return call(tracedIn([...args, ...keywords.values()]) ?? found, shown, args, keywords);
  }
  machine.spend(2);
  return callee.call(args, keywords, machine);
}

function construct(
  type: PyClass,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
  machine: Engine,
): Value {
  if (type.make !== undefined) {
    return callNative({ kind: 'native', name: type.name, call: type.make }, args, keywords, machine);
  }
  const abstract = abstractMethods(type);
  if (abstract.length > 0) {
    const which = `abstract method${abstract.length > 1 ? 's' : ''} ${abstract.map((name) => `'${name}'`).join(', ')}`;
    throw new PyError(
      'TypeError',
      `Can't instantiate abstract class ${type.name} without an implementation for ${which}`,
    );
  }
  const instance: PyInstance = { kind: 'instance', class: type, attributes: new Map() };
  machine.allocate(4);
  const made = lookUp(type, '__new__');
  const self = made === undefined ? instance : callValue(made, [type, ...args], keywords, machine);
  const init = lookUp(type, '__init__');
  if (init !== undefined) callValue(init, [self, ...args], keywords, machine);
  else if (made === undefined && (args.length > 0 || keywords.size > 0)) {
    throw new PyError('TypeError', `${type.name}() takes no arguments`);
  }
  return self;
}

/** Methods marked `@abstractmethod` that no class nearer has written. */
function abstractMethods(type: PyClass): string[] {
  const names: string[] = [];
  if (!type.mro.some((one) => one.name === 'ABC')) return names;
  for (const one of type.mro) {
    for (const [name, member] of one.members) {
      if (typeof member !== 'object' || member?.kind !== 'function') continue;
      if (member.attributes?.get('__isabstractmethod__') === true && lookUp(type, name) === member) names.push(name);
    }
  }
  return names;
}
