import type { DType } from '../array/numericArray';
import { exponentOf } from './exponentOf';
import { formatOf } from './formats';

/**
 * The unit in the last place of a dtype at x: how far apart its numbers lie there, 2^(e - fraction bits) for
 * 2^e <= |x| < 2^(e+1). Below the smallest normal number the distance no longer shrinks, beyond the largest it is
 * that of the largest. NaN for NaN and infinities.
 *
 * @throws RangeError for an unknown dtype
 * @example ulpOf('float16', 2048) // 2
 */
export function ulpOf(dtype: DType, x: number): number {
  const { minExponent, fractionBits, max } = formatOf('ulpOf', dtype);
  if (!Number.isFinite(x)) return NaN;
  const exponent = x === 0 ? minExponent : Math.max(minExponent, exponentOf(Math.min(Math.abs(x), max)));
  return 2 ** (exponent - fractionBits);
}
