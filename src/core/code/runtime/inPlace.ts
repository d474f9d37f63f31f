import { PyError, type Value } from '../value';
import { isNotImplemented, specialNames } from './binary';
import type { Engine } from './engine';
import { isUnknown, type BinaryOperator } from './runtime';

/** `left operator= right`: arrays, lists, dicts and sets change in place, everything else is made anew. */
export function inPlace(operator: BinaryOperator, left: Value, right: Value, machine: Engine): Value {
  if (typeof left === 'object' && left !== null && !isUnknown(right)) {
    if (left.kind === 'ndarray' && machine.special(right, '__array_ufunc__') === undefined) {
      return machine.arrays().inPlace(operator, left, right, machine);
    }
    if (left.kind === 'list' && operator === '+') {
      const items = [...machine.iterate(right)];
      machine.allocate(items.length);
      for (const item of items) left.items.push(item);
      return left;
    }
    if (left.kind === 'instance' || left.kind === 'object') {
      const method = machine.special(left, `__i${specialNames[operator]}__`);
      const value = method === undefined ? undefined : machine.call(method, [right]);
      if (value !== undefined && !isNotImplemented(value)) return value;
    }
    if ((left.kind === 'set' || left.kind === 'dict') && typeof right === 'object' && right?.kind === left.kind) {
      const made = machine.binary(operator, left, right);
      if (typeof made === 'object' && made?.kind === left.kind && left.kind !== 'set') {
        left.entries.clear();
        for (const [key, pair] of (made as typeof left).entries) left.entries.set(key, pair);
        return left;
      }
      if (typeof made === 'object' && made?.kind === 'set' && left.kind === 'set') {
        left.entries.clear();
        for (const [key, item] of made.entries) left.entries.set(key, item);
        return left;
      }
    }
  }
  try {
    return machine.binary(operator, left, right);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    const words = error.message.replace(/^(unsupported operand type\(s\) for [^ :]+)(?: or pow\(\))?:/, '$1=:');
    throw error.message === words ? error : new PyError(error.type, words, error.value);
  }
}
