import { EXP_TABLE, INVERSE_LN2_128, LN2_128_HIGH, LN2_128_LOW } from './tables';
import { powerOfTwo, productError, scaled, sumError } from './twofold';

/**
 * The exponential function by table and short polynomial: x = (128 k + j) ln2/128 + r, so that
 * e^x = 2^k 2^(j/128) e^r with |r| < 0.0028. The table holds 2^(j/128) to 106 bits, and what rounding leaves out is
 * carried along, so the result is known to about 2^-60 before its one rounding.
 *
 * Source: Tang, "Table-driven implementation of the exponential function in IEEE floating-point arithmetic", ACM TOMS
 * 15 (1989).
 */

/** Adding and subtracting 1.5 2^52 rounds to the nearest integer. */
const ROUNDER = 6755399441055744;

/** Above this e^x overflows: ln of the largest double. */
export const EXP_OVERFLOW = 709.782712893384;
/** Below this e^x rounds to 0: ln of half the smallest subnormal. */
export const EXP_UNDERFLOW = -745.1332191019412;

/** Where the kernels of this folder leave their results: [0] the value, [1] what it leaves out. Read it at once. */
export const out = new Float64Array(2);

/**
 * e^(x + xLow) = (out[0] + out[1]) 2^k, with out[0] in [1, 2]; gives k.
 *
 * @param x between -800 and 800
 * @param xLow what x leaves out, far smaller than 1
 */
export function expParts(x: number, xLow: number): number {
  const n = x * INVERSE_LN2_128 + ROUNDER - ROUNDER;
  const rHigh = x - n * LN2_128_HIGH;
  const rLow = xLow - n * LN2_128_LOW;
  const r = rHigh + rLow;
  const index = (n & 127) << 1;
  const high = EXP_TABLE[index]!;
  const square = r * r;
  const tail =
    square * (0.5 + r * (1 / 6)) + square * square * (1 / 24 + r * (1 / 120) + square * (1 / 720)) + (rHigh - r + rLow);
  const low = EXP_TABLE[index + 1]! + high * (r + tail);
  const sum = high + low;
  out[0] = sum;
  out[1] = high - sum + low;
  return n >> 7;
}

/**
 * e^x, correctly rounded but for about one case in a hundred.
 *
 * @example exp(1) // 2.718281828459045
 */
export function exp(x: number): number {
  if (!(x <= EXP_OVERFLOW)) return x > 0 ? Infinity : NaN;
  if (x < EXP_UNDERFLOW) return 0;
  const n = x * INVERSE_LN2_128 + ROUNDER - ROUNDER;
  const r = x - n * LN2_128_HIGH - n * LN2_128_LOW;
  const index = (n & 127) << 1;
  const high = EXP_TABLE[index]!;
  const square = r * r;
  const tail = square * (0.5 + r * (1 / 6)) + square * square * (1 / 24 + r * (1 / 120));
  return scaled(high + (EXP_TABLE[index + 1]! + high * (r + tail)), n >> 7);
}

/**
 * e^(x + xLow) - 1 = out[0] + out[1], without the cancellation near 0: known to about 2^-59 of its size.
 *
 * @param x between -800 and 709
 */
export function expm1Parts(x: number, xLow: number): void {
  const n = x * INVERSE_LN2_128 + ROUNDER - ROUNDER;
  const rHigh = x - n * LN2_128_HIGH;
  const rLow = xLow - n * LN2_128_LOW;
  const r = rHigh + rLow;
  const index = (n & 127) << 1;
  const k = n >> 7;
  const square = r * r;
  const tail =
    square * (0.5 + r * (1 / 6)) + square * square * (1 / 24 + r * (1 / 120) + square * (1 / 720)) + (rHigh - r + rLow);
  // e^r - 1 = q + qLow
  const q = r + tail;
  const qLow = r - q + tail;
  const high = EXP_TABLE[index]!;
  const product = high * q;
  const productLow = productError(high, q, product) + high * qLow + EXP_TABLE[index + 1]!;
  const base = scaled(high, k);
  const minusOne = base - 1;
  const part = scaled(product, k);
  const sum = minusOne + part;
  const low = sumError(base, -1, minusOne) + sumError(minusOne, part, sum) + scaled(productLow, k);
  const value = sum + low;
  out[0] = value;
  out[1] = sum - value + low;
}

/** What `expNear` leaves out. Read it at once. */
export const nearLow = new Float64Array(1);

/**
 * e^(x + xLow) for x between -650 and 650, where neither it nor what it leaves out is subnormal; that is in `nearLow`.
 * Small enough that engines compile it into the loop that calls it.
 */
export function expNear(x: number, xLow: number): number {
  const n = x * INVERSE_LN2_128 + ROUNDER - ROUNDER;
  const r = x - n * LN2_128_HIGH + (xLow - n * LN2_128_LOW);
  const whole = n | 0;
  const index = (whole & 127) << 1;
  const high = EXP_TABLE[index]!;
  const square = r * r;
  const tail = square * (0.5 + r * (1 / 6)) + square * square * (1 / 24 + r * (1 / 120));
  const low = EXP_TABLE[index + 1]! + high * (r + tail);
  const sum = high + low;
  const size = powerOfTwo(whole >> 7);
  nearLow[0] = (high - sum + low) * size;
  return sum * size;
}

/**
 * e^x - 1, exact near 0.
 *
 * @example expm1(1e-10) // 1.00000000005e-10
 */
export function expm1(x: number): number {
  if (!(x <= EXP_OVERFLOW)) return x > 0 ? Infinity : NaN;
  if (x < -40) return -1;
  if (x > 709) return exp(x);
  if (x > -1e-17 && x < 1e-17) return x;
  expm1Parts(x, 0);
  return out[0]!;
}

/**
 * a e^(x + xLow), rounded once: also where e^x alone would be subnormal.
 *
 * @param a of ordinary size, between 2^-60 and 2^60
 */
export function scaledExp(a: number, x: number, xLow: number): number {
  if (!(x < 800 && x > -800)) return x >= 800 ? a * Infinity : x <= -800 ? a * 0 : NaN;
  const k = expParts(x, xLow);
  const y = a * out[0]!;
  return scaled(y + (productError(a, out[0]!, y) + a * out[1]!), k);
}
