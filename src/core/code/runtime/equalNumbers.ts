import type { Value } from '../value';

/** Both are ints, or both floats, or both strings, and the same: the quick answer to `==`. */
export function equalNumbers(a: Value, b: Value): boolean {
  return a === b && (typeof a === 'bigint' || typeof a === 'number' || typeof a === 'string');
}
