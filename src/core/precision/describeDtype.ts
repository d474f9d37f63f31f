import type { DType } from '../array/numericArray';
import { formatOf } from './formats';

/** What a dtype can hold. */
export interface DTypeDescription {
  readonly dtype: DType;
  readonly bits: number;
  readonly exponentBits: number;
  /** stored bits of the significand; one more is implied */
  readonly mantissaBits: number;
  readonly bias: number;
  readonly max: number;
  readonly minNormal: number;
  readonly minSubnormal: number;
  /** distance from 1 to the next number */
  readonly epsilon: number;
  /** every whole number up to here is a number of the dtype: a sum of ones sticks there */
  readonly maxWhole: number;
  /** decimal digits that always survive: floor of mantissaBits * log10(2) */
  readonly digits: number;
  /** false: overflow gives NaN */
  readonly hasInfinity: boolean;
}

/**
 * The limits of a dtype.
 *
 * @throws RangeError for an unknown dtype
 * @example describeDtype('float16').max // 65504
 */
export function describeDtype(dtype: DType): DTypeDescription {
  const { bits, exponentBits, fractionBits, bias, minExponent, max, hasInfinity } = formatOf('describeDtype', dtype);
  return {
    dtype,
    bits,
    exponentBits,
    mantissaBits: fractionBits,
    bias,
    max,
    minNormal: 2 ** minExponent,
    minSubnormal: 2 ** (minExponent - fractionBits),
    epsilon: 2 ** -fractionBits,
    maxWhole: 2 ** (fractionBits + 1),
    digits: Math.floor(fractionBits * Math.LOG10E * Math.LN2),
    hasInfinity,
  };
}
