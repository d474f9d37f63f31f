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
const largestPower = 270;
const powerHigh = new Float64Array(2 * largestPower + 1);
const powerLow = new Float64Array(2 * largestPower + 1);

/** 10^e as a sum of two float64, made from exact integers on first use. */
function makePower(e: number): void {
  const index = e + largestPower;
  if (e >= 0) {
    const exact = 10n ** BigInt(e);
    const high = Number(exact);
    powerHigh[index] = high;
    powerLow[index] = Number(exact - BigInt(high));
    return;
  }
  const high = Number(`1e${e}`);
  const ten = 10n ** BigInt(-e);
  // high = numerator / 2^960 exactly, since 1e-270 is above 2^-900; what is left is kept to 100 bits more
  const numerator = BigInt(high * 2 ** 480 * 2 ** 480);
  const scaled = (((1n << 960n) - numerator * ten) << 100n) / ten;
  powerHigh[index] = high;
  powerLow[index] = Number(scaled) * 2 ** -530 * 2 ** -530;
}

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
  if (exponent < -largestPower || exponent > largestPower) return NaN;

  // the significand as m + r: 10^lowDigits times each half of `high` is exact
  const leading = Math.floor(high / 65536) * 65536;
  const top = leading * powersOfTen[lowDigits]!;
  const bottom = (high - leading) * powersOfTen[lowDigits]! + low;
  const m = top + bottom;
  const r = bottom - (m - top);

  const index = exponent + largestPower;
  if (powerHigh[index] === 0) makePower(exponent);
  const p = powerHigh[index]!;
  const whole = m * p;
  let t = splitter * m;
  const mHigh = t - (t - m);
  const mLow = m - mHigh;
  t = splitter * p;
  const pHigh = t - (t - p);
  const pLow = p - pHigh;
  const rest = mLow * pLow - (whole - mHigh * pHigh - mLow * pHigh - mHigh * pLow) + (m * powerLow[index]! + r * p);
  const doubt = whole * certain;
  const value = whole + (rest + doubt);
  return value === whole + (rest - doubt) ? value : NaN;
}
