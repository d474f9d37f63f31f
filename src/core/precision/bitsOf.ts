import type { DType } from '../array/numericArray';
import { exponentOf } from './exponentOf';
import { formatOf, type Format } from './formats';
import { roundTo } from './roundTo';

/** A number's bits as text, e.g. "0", "01111", "0000000000" for 1 in float16. */
export interface Bits {
  readonly sign: string;
  readonly exponent: string;
  /** the stored bits of the significand, without the implied leading 1 */
  readonly mantissa: string;
}

/** exponent field and stored significand of a magnitude that is a number of the format */
function fields(format: Format, magnitude: number): [number, number] {
  const { exponentBits, fractionBits, minExponent, bias, hasInfinity } = format;
  const top = 2 ** exponentBits - 1;
  if (Number.isNaN(magnitude)) return [top, hasInfinity ? 2 ** (fractionBits - 1) : 2 ** fractionBits - 1];
  if (magnitude === Infinity) return [top, 0];
  const exponent = magnitude === 0 ? minExponent - 1 : exponentOf(magnitude);
  if (exponent < minExponent) return [0, magnitude / 2 ** (minExponent - fractionBits)];
  return [exponent + bias, (magnitude / 2 ** exponent - 1) * 2 ** fractionBits];
}

/**
 * The bits of x in a dtype, x being rounded to it first. NaN is the quiet one with the sign bit clear.
 *
 * @throws RangeError for an unknown dtype
 * @example bitsOf('bfloat16', 1) // { sign: '0', exponent: '01111111', mantissa: '0000000' }
 */
export function bitsOf(dtype: DType, x: number): Bits {
  const format = formatOf('bitsOf', dtype);
  const rounded = roundTo(dtype, x);
  const [exponent, mantissa] = fields(format, Math.abs(rounded));
  return {
    sign: rounded < 0 || Object.is(rounded, -0) ? '1' : '0',
    exponent: exponent.toString(2).padStart(format.exponentBits, '0'),
    mantissa: mantissa.toString(2).padStart(format.fractionBits, '0'),
  };
}
