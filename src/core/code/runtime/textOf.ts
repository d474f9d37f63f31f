import type { PyInstance, Value } from '../value';
import { isArrayLike } from './arrays';
import type { Engine } from './engine';
import { repr } from './repr';

/** `str(value)` */
export function strOf(value: Value, machine: Engine): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null) {
    if (isArrayLike(value) || value.kind === 'numpyType') return machine.arrays().str(value, machine);
    if (value.kind === 'instance') {
      const method = machine.special(value, '__str__');
      if (method !== undefined) return machine.str(machine.call(method, []));
      if (isException(value)) return messageOf(value, machine);
    } else if (value.kind === 'object') {
      const method = value.get('__str__');
      if (method !== undefined) return machine.str(machine.call(method, []));
    }
  }
  return machine.repr(value);
}

/** `repr(value)` */
export function reprOf(value: Value, machine: Engine, open: Set<object>): string {
  if (typeof value === 'object' && value !== null) {
    if (isArrayLike(value) || value.kind === 'numpyType') return machine.arrays().repr(value, machine);
    if (value.kind === 'instance' || value.kind === 'object') {
      const method = machine.special(value, '__repr__');
      if (method !== undefined) return machine.str(machine.call(method, []));
      if (value.kind === 'instance' && isException(value)) {
        const args = value.attributes.get('args');
        const items = typeof args === 'object' && args?.kind === 'tuple' ? args.items : [];
        return `${value.class.name}(${items.map((item) => machine.repr(item)).join(', ')})`;
      }
    }
  }
  return repr(value, machine, open);
}

function isException(value: PyInstance): boolean {
  return value.class.mro.some((one) => one.name === 'BaseException');
}

/** What `str` gives for an exception. */
function messageOf(value: PyInstance, machine: Engine): string {
  const message = value.attributes.get('#message');
  if (typeof message === 'string') return message;
  const args = value.attributes.get('args');
  const items = typeof args === 'object' && args?.kind === 'tuple' ? args.items : [];
  if (items.length === 0) return '';
  if (items.length > 1) return machine.repr(args!);
  const quoted = value.class.mro.some((one) => one.name === 'KeyError');
  return quoted ? machine.repr(items[0]!) : machine.str(items[0]!);
}
