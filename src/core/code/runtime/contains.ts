import { PyError, type Value } from '../value';
import type { Engine } from './engine';
import { typeName } from './typeName';

/** `item in container`. @throws PyError TypeError for what holds nothing */
export function contains(container: Value, item: Value, machine: Engine): boolean {
  if (typeof container === 'string') {
    if (typeof item === 'string') return container.includes(item);
    throw new PyError('TypeError', `'in <string>' requires string as left operand, not ${typeName(item)}`);
  }
  if (typeof container === 'object' && container !== null) {
    if (container.kind === 'dict' || container.kind === 'set') return container.entries.has(machine.hashKey(item));
    const method = machine.special(container, '__contains__');
    if (method !== undefined) return machine.truth(machine.call(method, [item]));
    if (container.kind === 'range' && typeof item === 'bigint') {
      const { start, stop, step } = container;
      return (step > 0n ? item >= start && item < stop : item <= start && item > stop) && (item - start) % step === 0n;
    }
    if (container.kind === 'ndarray') {
      const hits = machine.compare('==', container, item);
      return machine.truth(machine.call(machine.attribute(hits, 'any'), []));
    }
  }
  try {
    for (const one of machine.iterate(container)) if (one === item || machine.equal(one, item)) return true;
  } catch (error) {
    if (error instanceof PyError && error.message.endsWith('is not iterable')) {
      throw new PyError('TypeError', `argument of type '${typeName(container)}' is not iterable`);
    }
    throw error;
  }
  return false;
}
