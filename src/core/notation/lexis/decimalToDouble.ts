import { LARGEST_TEN, loadTen, tenHigh, tenLow } from '../../math/powersOfTen';

/**
 * Decimal significand and exponent to the nearest float64, exactly as `Number(text)` rounds.
 *
 * Three ways, the fastest that is certain:
 *  1. W. D. Clinger, "How to read floating point numbers accurately" (1990): up to 2^53 and 10^±22 one exact
 *     multiplication or division rounds correctly;
 *  2. up to 19 digits: the significand as an exact sum of two float64, times 10^e held to 106 bits (Dekker's
 *     double-double product), accepted only if its error bound cannot change the rounding;
 *  3. else NaN: the caller asks the engine with `Number(slice)`.
 */

/** 10^0 to 10^22, the powers of ten that float64 holds exactly. */
export const powersOfTen = Float64Array.from({ length: 23 }, (_, k) => Number(`1e${k}`));
const splitter = 134217729; // 2^27 + 1 halves a float64 (Veltkamp)
const certain = 2 ** -96; // a hundred times the error of the product below, relative

/**
 * `(high * 10^lowDigits + low) * 10^exponent` rounded to float64, or NaN where only the engine is certain.
 *
 * @param high the first digits, below 10^10
 * @param low the digits after them, below 10^9
 * @param lowDigits how many digits `low` has, 0 to 9
 */
export function decimalToDouble(high: number, low: number, lowDigits: number, exponent: number): number {
  const product = high * powersOfTen[lowDigits]!;
  const small = product + low;
  if (small < 9007199254740992) {
    if (exponent === 0) return small;
    if (exponent < 0) {
      if (exponent >= -22) return small / powersOfTen[-exponent]!;
    } else if (exponent <= 22) return small * powersOfTen[exponent]!;
    if (small === 0) return 0;
  }
  if (exponent < -LARGEST_TEN || exponent > LARGEST_TEN) return NaN;

  // the significand as m + r: 10^lowDigits times each half of `high` is exact
  const leading = Math.floor(high / 65536) * 65536;
  const top = leading * powersOfTen[lowDigits]!;
  const bottom = (high - leading) * powersOfTen[lowDigits]! + low;
  const m = top + bottom;
  const r = bottom - (m - top);

  const index = exponent + LARGEST_TEN;
  if (tenHigh[index] === 0) loadTen(exponent);
  const p = tenHigh[index]!;
  const whole = m * p;
  let t = splitter * m;
  const mHigh = t - (t - m);
  const mLow = m - mHigh;
  t = splitter * p;
  const pHigh = t - (t - p);
  const pLow = p - pHigh;
  const rest = mLow * pLow - (whole - mHigh * pHigh - mLow * pHigh - mHigh * pLow) + (m * tenLow[index]! + r * p);
  const doubt = whole * certain;
  const value = whole + (rest + doubt);
  return value === whole + (rest - doubt) ? value : NaN;
}
