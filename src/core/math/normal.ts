import { expParts, out } from './exp';
import { DENSITY_HIGH, DENSITY_LOW, TAIL_ROW, TAIL_TABLE } from './tables';
import { productError, scaled, sumError } from './twofold';

/**
 * The normal distribution's upper tail Q(a) = erfc(a/sqrt 2)/2 for a >= 0, which GELU needs to its last digit where it
 * is tiny: Q(a) = e^(-a^2/2) R(a). R, Mills' ratio over sqrt(2 pi), is smooth and comes from a table of polynomials;
 * the exponent a^2/2 is kept to 106 bits, since a rounding of it would grow by its own size.
 *
 * Source: the splitting of erfc as in Cody, "Rational Chebyshev approximations for the error function", 1969; the
 * table is our own (scripts/reference/kernels.py).
 */

/** Beyond this a Q(a) rounds to 0. */
const FAR = 38.7;

/** R(a) for 0 <= a < 40 to about 2^-57 into [0] and what it leaves out into [1]. */
const ratio = new Float64Array(2);

const bits = new Float64Array(1);
const words = new Uint32Array(bits.buffer);
/** Which of the two words of a double holds its exponent on this machine. */
const HIGH_WORD = (() => {
  bits[0] = 1;
  return words[1] === 0 ? 0 : 1;
})();

/** The row of the table for a: 8 of 1/16 up to 1/2, then 8 in each power of two. */
function rowOf(a: number): number {
  if (a < 0.5) return (a * 16) | 0;
  bits[0] = a;
  // exponent and the leading three bits of the significand, counted from those of 1/2
  return (words[HIGH_WORD]! >>> 17) - (1022 << 3) + 8;
}

function loadRatio(a: number): void {
  const row = rowOf(a) * TAIL_ROW;
  const t = TAIL_TABLE;
  const d = a - t[row]!;
  const d2 = d * d;
  const d4 = d2 * d2;
  const p =
    t[row + 3]! +
    d * t[row + 4]! +
    d2 * (t[row + 5]! + d * t[row + 6]!) +
    d4 * (t[row + 7]! + d * t[row + 8]! + d2 * (t[row + 9]! + d * t[row + 10]!)) +
    d4 * d4 * (t[row + 11]! + d * t[row + 12]! + d2 * (t[row + 13]! + d * t[row + 14]!));
  const high = t[row + 1]!;
  const rest = t[row + 2]! + d * p;
  const sum = high + rest;
  ratio[0] = sum;
  ratio[1] = high - sum + rest;
}

/** a Q(a) = (out[0] + out[1]) 2^k for 0 <= a < 38.7; gives k. */
export function tailProduct(a: number): number {
  const square = a * a;
  const k = expParts(-0.5 * square, -0.5 * productError(a, a, square));
  const e = out[0]!;
  const eLow = out[1]!;
  loadRatio(a);
  const q = e * ratio[0]!;
  const qLow = productError(e, ratio[0]!, q) + e * ratio[1]! + eLow * ratio[0]!;
  const v = a * q;
  out[0] = v;
  out[1] = productError(a, q, v) + a * qLow;
  return k;
}

/**
 * GELU with the error function, x Phi(x), at any x; `geluOf` is faster within 8 of 0.
 *
 * @example geluTail(-20) // -5.5072481e-88, where 0.5 x (1 + erf(x / sqrt 2)) is 0
 */
export function geluTail(x: number): number {
  const a = Math.abs(x);
  if (!(a < FAR)) return x > 0 ? x : x < 0 ? -0 : NaN;
  const k = tailProduct(a);
  if (x < 0) return -scaled(out[0]! + out[1]!, k);
  // x - x Q(x)
  const high = scaled(out[0]!, k);
  const y = x - high;
  return y + (x - y - high - scaled(out[1]!, k));
}

/**
 * The derivative of GELU, Phi(x) + x phi(x): below 0 it is e^(-a^2/2) (R(a) - a phi(0)), and f'(x) = 1 - f'(-x).
 */
export function geluSlope(x: number): number {
  const a = Math.abs(x);
  if (!(a < FAR)) return x > 0 ? 1 : x < 0 ? -0 : NaN;
  const square = a * a;
  const k = expParts(-0.5 * square, -0.5 * productError(a, a, square));
  const e = out[0]!;
  const eLow = out[1]!;
  loadRatio(a);
  const density = a * DENSITY_HIGH;
  const densityLow = productError(a, DENSITY_HIGH, density) + a * DENSITY_LOW;
  const n = ratio[0]! - density;
  const nLow = sumError(ratio[0]!, -density, n) + ratio[1]! - densityLow;
  const v = e * n;
  const vLow = productError(e, n, v) + e * nLow + eLow * n;
  if (x < 0) return scaled(v + vLow, k);
  const high = scaled(v, k);
  const y = 1 - high;
  return y + (sumError(1, -high, y) - scaled(vLow, k));
}
