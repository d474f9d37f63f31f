import type { DType } from '../array/numericArray';

/** A binary floating-point format: sign, exponent, fraction. */
export interface Format {
  readonly dtype: DType;
  readonly bits: number;
  readonly exponentBits: number;
  /** stored bits of the significand; one more, the leading 1, is implied */
  readonly fractionBits: number;
  readonly bias: number;
  /** exponent of the smallest normal number, 1 - bias */
  readonly minExponent: number;
  /** largest finite number */
  readonly max: number;
  /** false only for float8_e4m3fn, whose top codes are numbers and NaN: it overflows to NaN */
  readonly hasInfinity: boolean;
}

function format(dtype: DType, exponentBits: number, fractionBits: number, max: number, hasInfinity = true): Format {
  const bias = 2 ** (exponentBits - 1) - 1;
  const bits = 1 + exponentBits + fractionBits;
  return { dtype, bits, exponentBits, fractionBits, bias, minExponent: 1 - bias, max, hasInfinity };
}

/**
 * The six formats. Sources: IEEE 754-2019 (binary64, binary32, binary16); bfloat16 is the upper half of binary32;
 * the two 8-bit formats are from Micikevicius et al., "FP8 Formats for Deep Learning" (2022).
 */
export const formats: Readonly<Record<DType, Format>> = {
  float64: format('float64', 11, 52, Number.MAX_VALUE),
  float32: format('float32', 8, 23, (2 - 2 ** -23) * 2 ** 127),
  float16: format('float16', 5, 10, 65504),
  bfloat16: format('bfloat16', 8, 7, (2 - 2 ** -7) * 2 ** 127),
  float8_e5m2: format('float8_e5m2', 5, 2, 57344),
  float8_e4m3fn: format('float8_e4m3fn', 4, 3, 448, false),
};

/**
 * The format of a dtype.
 *
 * @throws RangeError in the form "roundTo requires a dtype of float64, float32, ..., got float12"
 */
export function formatOf(who: string, dtype: DType): Format {
  if (!Object.hasOwn(formats, dtype)) {
    throw new RangeError(`${who} requires a dtype of ${Object.keys(formats).join(', ')}, got ${dtype}`);
  }
  return formats[dtype];
}
