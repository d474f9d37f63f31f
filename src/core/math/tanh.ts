import { expm1Parts, expParts, out } from './exp';
import { TANH_SHRINK, TANH_SHRINK_LOW } from './tables';
import { productError, scaled, sumError } from './twofold';

/** Beyond this tanh rounds to 1. */
const FLAT = 22;

/** Beyond this e^-2x is 0. */
const FAR = 380;

/** tanh |x| = out[0] + out[1] for |x| < 22, from e^(-2|x|) - 1 = m: tanh |x| = -m/(m + 2). */
function tanhParts(a: number): void {
  expm1Parts(-2 * a, 0);
  const m = out[0]!;
  const mLow = out[1]!;
  const d = m + 2;
  const dLow = m - (d - 2) + mLow;
  const q = m / d;
  const p = q * d;
  const qLow = (m - p - productError(q, d, p) + mLow - q * dLow) / d;
  out[0] = -q;
  out[1] = -qLow;
}

/**
 * The hyperbolic tangent.
 *
 * @example tanh(1e-10) // 1e-10, where (e^x - e^-x)/(e^x + e^-x) has lost all digits
 */
export function tanh(x: number): number {
  const a = Math.abs(x);
  if (!(a < FLAT)) return x > 0 ? 1 : x < 0 ? -1 : NaN;
  if (a < 1e-9) return x;
  expm1Parts(-2 * a, 0);
  const m = out[0]!;
  const d = m + 2;
  const dLow = m - (d - 2) + out[1]!;
  const q = m / d;
  const y = q + (out[1]! - q * dLow) / d;
  return x < 0 ? y : -y;
}

/** The derivative of tanh: 4 E/(1 + E)^2 with E = e^(-2|x|), exact far into the tails. */
export function tanhSlope(x: number): number {
  const a = Math.abs(x);
  if (!(a < FAR)) return a >= FAR ? 0 : NaN;
  const k = expParts(-2 * a, 0);
  const h = out[0]!;
  const e = scaled(h, k);
  const d = 1 + e;
  const dLow = 1 - d + e + scaled(out[1]!, k);
  const s = d * d;
  const sLow = productError(d, d, s) + 2 * d * dLow;
  const q = h / s;
  return scaled(q + (out[1]! - q * sLow) / s, k + 2);
}

/** Up to here x - tanh x comes from its power series, beyond from tanh to 106 bits. */
const SERIES = 0.5;

/**
 * x - tanh x, which cancels near 0: x^3 (1/3 - 2/15 x^2 + ...) there.
 *
 * @example tanhShrink(1e-5) // 3.333333333200001e-16
 */
export function tanhShrink(x: number): number {
  const a = Math.abs(x);
  if (!(a < FLAT)) return x > 0 ? x - 1 : x < 0 ? x + 1 : NaN;
  if (a <= SERIES) {
    const square = x * x;
    const squareLow = productError(x, x, square);
    let rest = TANH_SHRINK[TANH_SHRINK.length - 1]!;
    for (let k = TANH_SHRINK.length - 2; k >= 1; k--) rest = rest * square + TANH_SHRINK[k]!;
    const first = TANH_SHRINK[0]!;
    const tail = rest * square + TANH_SHRINK_LOW;
    const s = first + tail;
    const sLow = first - s + tail;
    const p = square * s;
    const pLow = productError(square, s, p) + square * sLow + squareLow * s;
    const y = x * p;
    return y + (productError(x, p, y) + x * pLow);
  }
  tanhParts(a);
  const y = a - out[0]!;
  const exact = y + (sumError(a, -out[0]!, y) - out[1]!);
  return x < 0 ? -exact : exact;
}

/** The derivative of x - tanh x: tanh(x)^2. */
export function tanhShrinkSlope(x: number): number {
  const a = Math.abs(x);
  if (!(a < FLAT)) return a >= FLAT ? 1 : NaN;
  if (a < 1e-9) return x * x;
  tanhParts(a);
  const t = out[0]!;
  const y = t * t;
  return y + (productError(t, t, y) + 2 * t * out[1]!);
}
