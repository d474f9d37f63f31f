import { exp, expNear } from './exp';
import { gated } from './logistic';
import { softplusFar } from './softplus';
import { TANH_SHRINK } from './tables';
import { productError } from './twofold';

/**
 * The smooth activations at one number, small enough that an engine compiles them into the loop that calls them. What
 * rounding leaves out of 1 + E and of products is put back, so that two roundings remain. The kernels beside this file
 * take over in the far tails, where E = e^-|t| nears the subnormals.
 */

/** Beyond this e^t is no ordinary number any more, and a product with it would lose digits. */
const TAIL = -700;

/** 1/(1 + e^-t). */
export function sigmoidOf(t: number): number {
  const e = exp(t < 0 ? t : -t);
  const d = 1 + e;
  const q = (t < 0 ? e : 1) / d;
  return q - (q * (1 - d + e)) / d;
}

/** x/(1 + e^-(t + tLow)), where t has the sign of x or is 0. */
export function gatedOf(x: number, t: number, tLow: number): number {
  if (!(t > TAIL && t < -TAIL)) return gated(x, t, tLow);
  const negative = t < 0;
  const e = expNear(negative ? t : -t, negative ? tLow : -tLow);
  const d = 1 + e;
  const p = negative ? x * e : x;
  const q = p / d;
  return q + ((negative ? productError(x, e, p) : 0) - q * (1 - d + e)) / d;
}

/** Up to here tanh x = x - x^3 S(x^2), beyond (1 - E)/(1 + E) with E = e^-2x. */
const SERIES = 0.5;
/** Beyond this tanh rounds to 1. */
const FLAT = 22;

/** The hyperbolic tangent. */
export function tanhOf(x: number): number {
  const a = Math.abs(x);
  if (a <= SERIES) {
    const S = TANH_SHRINK;
    const s = x * x;
    const s2 = s * s;
    const s4 = s2 * s2;
    const low = S[0]! + s * S[1]! + s2 * (S[2]! + s * S[3]!) + s4 * (S[4]! + s * S[5]! + s2 * (S[6]! + s * S[7]!));
    return x - x * s * (low + s4 * s4 * (S[8]! + s * S[9]! + s2 * (S[10]! + s * S[11]!) + s4 * S[12]!));
  }
  if (!(a < FLAT)) return x > 0 ? 1 : x < 0 ? -1 : NaN;
  const e = expNear(-2 * a, 0);
  const n = 1 - e;
  const d = 1 + e;
  const q = n / d;
  const y = q + (1 - n - e - q * (1 - d + e)) / d;
  return x < 0 ? -y : y;
}

/** log(1 + e^(beta x))/beta; above `threshold` of beta x it is x itself. */
export function softplusOf(x: number, beta: number, threshold: number): number {
  const t = beta * x;
  if (t > threshold) return x;
  if (!(t > TAIL && t < -TAIL)) return softplusFar(x, beta);
  const negative = t < 0;
  const tLow = beta === 1 ? 0 : productError(beta, x, t);
  const high = Math.log1p(expNear(negative ? t : -t, negative ? tLow : -tLow));
  const q = high / beta;
  const qLow = beta === 1 ? 0 : (high - q * beta - productError(q, beta, q * beta)) / beta;
  if (t <= 0) return q + qLow;
  const y = x + q;
  return y + ((x > q ? x - y + q : q - y + x) + qLow);
}
