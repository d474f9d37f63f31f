import type { DType } from '../array/numericArray';
import type { Bits } from './bitsOf';
import { formatOf } from './formats';

/**
 * The number that bits mean in a dtype: (-1)^sign * 2^(exponent - bias) * 1.mantissa, subnormal numbers where the
 * exponent is all zeros. All ones there mean infinity and NaN, except in float8_e4m3fn, where only the very last code
 * is NaN.
 *
 * @throws RangeError for an unknown dtype, and for bits that are not as many 0 and 1 as the dtype has
 * @example fromBits('float16', { sign: '0', exponent: '01111', mantissa: '1000000000' }) // 1.5
 */
export function fromBits(dtype: DType, { sign, exponent, mantissa }: Bits): number {
  const { bits, exponentBits, fractionBits, bias, minExponent, hasInfinity } = formatOf('fromBits', dtype);
  const all = sign + exponent + mantissa;
  const fits = sign.length === 1 && exponent.length === exponentBits && all.length === bits;
  if (!fits || !/^[01]+$/.test(all)) {
    throw new RangeError(
      `fromBits requires 1 + ${exponentBits} + ${fractionBits} bits of 0 and 1 for ${dtype}, got "${sign}" "${exponent}" "${mantissa}"`,
    );
  }
  const signed = sign === '1' ? -1 : 1;
  const field = Number.parseInt(exponent, 2);
  const fraction = Number.parseInt(mantissa, 2);
  if (field === 2 ** exponentBits - 1) {
    if (hasInfinity) return fraction === 0 ? signed * Infinity : NaN;
    if (fraction === 2 ** fractionBits - 1) return NaN;
  }
  if (field === 0) return signed * fraction * 2 ** (minExponent - fractionBits);
  return signed * (1 + fraction / 2 ** fractionBits) * 2 ** (field - bias);
}
