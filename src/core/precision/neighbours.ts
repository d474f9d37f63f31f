import type { DType } from '../array/numericArray';
import { exponentOf } from './exponentOf';
import { formatOf, type Format } from './formats';
import { roundTo } from './roundTo';
import { ulpOf } from './ulpOf';

/** The next number of the format above x, which is one of its numbers; undefined at the end. */
function above(format: Format, x: number): number | undefined {
  if (Object.is(x, -0)) return above(format, 0);
  if (x === Infinity) return undefined;
  if (x === -Infinity) return -format.max;
  if (x >= 0) {
    if (x === format.max) return format.hasInfinity ? Infinity : undefined;
    return x + ulpOf(format.dtype, x);
  }
  const exponent = exponentOf(x);
  const powerOfTwo = x === -(2 ** exponent) && exponent > format.minExponent;
  const next = x + ulpOf(format.dtype, x) / (powerOfTwo ? 2 : 1);
  return next === 0 ? 0 : next;
}

function below(format: Format, x: number): number | undefined {
  const next = above(format, -x);
  return next === undefined ? undefined : next === 0 ? 0 : -next;
}

/**
 * The numbers of a dtype round x, ascending: x rounded to the dtype in the middle, up to n on either side; infinity is
 * the last one there is. Nothing for NaN, nor for what overflows in float8_e4m3fn, which has no infinity.
 *
 * @throws RangeError for an unknown dtype, and unless n is a whole number from 0 to 1000
 * @example neighbours('bfloat16', 257, 1) // [255, 256, 258]
 */
export function neighbours(dtype: DType, x: number, n: number): number[] {
  const format = formatOf('neighbours', dtype);
  if (!Number.isInteger(n) || n < 0 || n > 1000) {
    throw new RangeError(`neighbours requires a whole number n between 0 and 1000, got ${n}`);
  }
  const middle = roundTo(dtype, x);
  if (Number.isNaN(middle)) return [];
  const result = [middle];
  let low: number | undefined = middle;
  let high: number | undefined = middle;
  for (let i = 0; i < n; i++) {
    low = low === undefined ? undefined : below(format, low);
    high = high === undefined ? undefined : above(format, high);
    if (low !== undefined) result.unshift(low);
    if (high !== undefined) result.push(high);
  }
  return result;
}
