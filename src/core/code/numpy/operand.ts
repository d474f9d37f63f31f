import type { Machine, Value } from '../value';
import { asArray } from './asArray';
import { weakOf, type Operand } from './ufunc/resolve';

/** A value as it goes into a ufunc: Python's own numbers adapt to what they meet. */
export function operand(value: Value, machine: Machine): Operand {
  return { array: asArray(value, machine), weak: weakOf(value) };
}
