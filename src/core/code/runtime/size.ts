import { PyError, type Value } from '../value';
import type { Engine } from './engine';
import { rangeLength } from './sequence';
import { typeName } from './typeName';

/** What `if value:` asks. */
export function truth(value: Value, machine: Engine): boolean {
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  if (typeof value === 'number') return value !== 0;
  if (typeof value === 'bigint') return value !== 0n;
  if (typeof value === 'string') return value !== '';
  switch (value.kind) {
    case 'list':
    case 'tuple':
      return value.items.length > 0;
    case 'dict':
    case 'set':
      return value.entries.size > 0;
    case 'range':
      return rangeLength(value) > 0;
    case 'ndarray':
    case 'numpyScalar':
      return machine.arrays().truth(value);
    case 'instance':
    case 'object': {
      const method = machine.special(value, '__bool__');
      if (method !== undefined) return machine.truth(machine.call(method, []));
      const length = machine.special(value, '__len__');
      return length === undefined || machine.truth(machine.call(length, []));
    }
    case 'complex':
      return value.re !== 0 || value.im !== 0;
    case 'bytes':
      return value.data.length > 0;
    default:
      return true;
  }
}

/** `len(value)`. @throws PyError TypeError for what has none */
export function length(value: Value, machine: Engine): number {
  if (typeof value === 'string') {
    let n = value.length;
    for (let i = 1; i < value.length; i++) if ((value.charCodeAt(i) & 0xfc00) === 0xdc00) n--;
    return n;
  }
  if (typeof value === 'object' && value !== null) {
    switch (value.kind) {
      case 'list':
      case 'tuple':
        return value.items.length;
      case 'dict':
      case 'set':
        return value.entries.size;
      case 'range':
        return rangeLength(value);
      case 'ndarray':
        return machine.arrays().length(value);
      case 'bytes':
        return value.data.length;
      default: {
        const method = machine.special(value, '__len__');
        if (method !== undefined) return Number(machine.call(method, []));
      }
    }
  }
  throw new PyError('TypeError', `object of type '${typeName(value)}' has no len()`);
}
