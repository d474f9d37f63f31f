import { expNear, nearLow } from './exp';
import { log1pNear, log1pTable } from './log1p';
import { gated, logistic } from './logistic';
import { softplusFar } from './softplus';
import { TANH_SHRINK } from './tables';
import { productError, sumError } from './twofold';

/**
 * The smooth activations at one number, small enough that an engine compiles them into the loop that calls them. All
 * work on E = e^-|t|; what rounding leaves out of 1 + E and of products is put back, so that two roundings remain. The
 * sign of t chooses by products with 0 or 1 instead of branches: the processor cannot guess the signs of real data, and
 * a wrong guess costs more than the rest. The kernels beside this file take over in the far tails.
 */

/** Within this E is no subnormal, nor what rounding leaves out of a product with it. */
const NEAR = 650;

/** Within this a number has a float32 near it. */
const SINGLE = 1e38;

/** 1/(1 + e^-t). */
export function sigmoidOf(t: number): number {
  const a = Math.abs(t);
  if (!(a < NEAR)) return logistic(t, 0);
  const e = expNear(-a, 0);
  const eLow = nearLow[0]!;
  const d = 1 + e;
  const negative = Number(t < 0);
  const q = (1 - negative + negative * e) / d;
  return q + (negative * eLow - q * (1 - d + e + eLow)) * (1 / d);
}

/**
 * x/(1 + e^-(t + tLow)), where t has the sign of x or is 0. The product of x and E splits both into a float32 and a rest,
 * so that its first part is exact.
 */
export function gatedOf(x: number, t: number, tLow: number): number {
  const a = Math.abs(t);
  if (!(a < NEAR && Math.abs(x) < SINGLE)) return gated(x, t, tLow);
  const negative = Number(t < 0);
  const e = expNear(-a, (2 * negative - 1) * tLow);
  const eLow = nearLow[0]!;
  const d = 1 + e;
  const factor = 1 - negative + negative * e;
  const xTop = Math.fround(x);
  const factorTop = Math.fround(factor);
  const p = xTop * factorTop;
  const pLow = (x - xTop) * factor + xTop * (factor - factorTop) + x * negative * eLow;
  const q = p / d;
  return q + (pLow - q * (1 - d + e + eLow)) * (1 / d);
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
  const y = q + (1 - n - e - q * (1 - d + e)) * (1 / d);
  return y - 2 * Number(x < 0) * y;
}

let logarithms: Float64Array = new Float64Array(0);
/** Up to this |t| the table of logarithms serves: 0 until it is filled. */
let near = 0;

/** log(1 + e^(beta x))/beta; above `threshold` of beta x it is x itself. */
export function softplusOf(x: number, beta: number, threshold: number): number {
  const t = beta * x;
  const a = Math.abs(t);
  if (!(a < near)) return beyond(x, beta, threshold);
  if (t > threshold) return x;
  const positive = Number(t > 0);
  const tLow = beta === 1 ? 0 : productError(beta, x, t);
  const high = log1pNear(expNear(-a, (1 - 2 * positive) * tLow), nearLow[0]!, logarithms);
  const whole = positive * x;
  if (beta === 1) return whole + high;
  const q = high / beta;
  const qLow = (high - q * beta - productError(q, beta, q * beta)) / beta;
  const y = whole + q;
  return y + (sumError(whole, q, y) + qLow);
}

/** The table of logarithms, filled at the first call. */
export function logarithmTable(): Float64Array {
  if (near === 0) {
    logarithms = log1pTable();
    near = NEAR;
  }
  return logarithms;
}

function beyond(x: number, beta: number, threshold: number): number {
  if (near === 0) {
    logarithmTable();
    return softplusOf(x, beta, threshold);
  }
  return beta * x > threshold ? x : softplusFar(x, beta);
}
