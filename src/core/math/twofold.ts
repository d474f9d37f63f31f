/**
 * Products and powers of two without error. A value kept as an unevaluated sum hi + lo of two doubles ("double-double",
 * Dekker 1971) carries about 106 bits.
 */

/** 2^27 + 1 splits a double into two halves of 26 bits (Veltkamp). */
const SPLITTER = 134217729;

/**
 * The rounding error of a product: a b = p + productError(a, b, p) exactly, for p = a * b rounded.
 *
 * Source: Dekker, "A floating-point technique for extending the available precision", 1971. Numbers above 2^996
 * overflow in the splitting; their error counts as 0.
 */
export function productError(a: number, b: number, p: number): number {
  const aWide = SPLITTER * a;
  const aHigh = aWide - (aWide - a);
  const aLow = a - aHigh;
  const bWide = SPLITTER * b;
  const bHigh = bWide - (bWide - b);
  const bLow = b - bHigh;
  const error = aLow * bLow - (p - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  return error - error === 0 ? error : 0;
}

/** The rounding error of a sum: a + b = s + sumError(a, b, s) exactly, for s = a + b rounded (Knuth). */
export function sumError(a: number, b: number, s: number): number {
  const back = s - a;
  return a - (s - back) + (b - back);
}

const SMALLEST_EXPONENT = -1074;

/** 2^-1074 .. 2^1023; powers by repeated doubling are exact. */
const powers = new Float64Array(1023 - SMALLEST_EXPONENT + 1);
for (let i = 0, power = Number.MIN_VALUE; i < powers.length; i++, power *= 2) powers[i] = power;

/** Exponents under this make subnormal numbers, which must be rounded once only. */
const SAFE_EXPONENT = -960;

/** v 2^k for |v| of ordinary size and k between -1100 and 1024, rounded once. */
export function scaled(v: number, k: number): number {
  if (k > 1023) return v * 2 * powers[1023 - SMALLEST_EXPONENT]!;
  if (k >= SAFE_EXPONENT) return v * powers[k - SMALLEST_EXPONENT]!;
  return (
    v * powers[SAFE_EXPONENT - SMALLEST_EXPONENT]! * powers[Math.max(k - SAFE_EXPONENT, -200) - SMALLEST_EXPONENT]!
  );
}

/** 2^k for k between -1074 and 1023. */
export function powerOfTwo(k: number): number {
  return powers[k - SMALLEST_EXPONENT]!;
}
