import { expParts, out } from './exp';
import { productError, scaled, sumError } from './twofold';

/**
 * The logistic function s(t) = 1/(1 + e^-t) and the functions gated by it, x s(t). All work on E = e^-|t|, which never
 * overflows: s(t) = 1/(1 + E) for t >= 0 and E/(1 + E) below, each exact in the left tail down to the subnormals.
 * `tLow` is what t leaves out, so that t may be a product or a polynomial known to more than a double.
 */

/** Beyond this e^-t is 0, whatever it is multiplied with. */
const FAR = 760;

/** Numbers above this are scaled down before products are split into halves. */
const HUGE = 1e290;

/**
 * 1/(1 + e^-(t + tLow)).
 *
 * @example logistic(-1, 0) // 0.2689414213699951
 */
export function logistic(t: number, tLow: number): number {
  if (!(t < FAR && t > -FAR)) return t >= FAR ? 1 : t <= -FAR ? 0 : NaN;
  if (t >= 0) {
    const k = expParts(-t, -tLow);
    const e = scaled(out[0]!, k);
    const d = 1 + e;
    const dLow = 1 - d + e + scaled(out[1]!, k);
    const q = 1 / d;
    return q - (q * dLow) / d;
  }
  const k = expParts(t, tLow);
  const h = out[0]!;
  const e = scaled(h, k);
  const d = 1 + e;
  const dLow = 1 - d + e + scaled(out[1]!, k);
  const q = h / d;
  return scaled(q + (out[1]! - q * dLow) / d, k);
}

/** The derivative of the logistic function, e^-|t| / (1 + e^-|t|)^2. */
export function logisticSlope(t: number, tLow: number): number {
  const far = Math.abs(t);
  if (!(far < FAR)) return far >= FAR ? 0 : NaN;
  const k = expParts(-far, t < 0 ? tLow : -tLow);
  const h = out[0]!;
  const e = scaled(h, k);
  const d = 1 + e;
  const dLow = 1 - d + e + scaled(out[1]!, k);
  const s = d * d;
  const sLow = productError(d, d, s) + 2 * d * dLow;
  const q = h / s;
  return scaled(q + (out[1]! - q * sLow) / s, k);
}

/**
 * x s(t): SiLU, Swish and GELU's tanh approximation, by what t is.
 *
 * @example gated(-1, -1, 0) // SiLU(-1) = -0.2689414213699951
 */
export function gated(x: number, t: number, tLow: number): number {
  if (!(t < FAR && t > -FAR)) return t >= FAR ? x : t <= -FAR ? (x < 0 ? -0 : 0) : NaN;
  if (t >= 0) {
    const k = expParts(-t, -tLow);
    const e = scaled(out[0]!, k);
    const d = 1 + e;
    const dLow = 1 - d + e + scaled(out[1]!, k);
    const q = x / d;
    return q - (q * dLow) / d;
  }
  const size = Math.abs(x) > HUGE ? 2 ** -100 : 1;
  const k = gatedParts(x * size, t, tLow);
  return scaled(out[0]! + out[1]!, k) / size;
}

/** x s(t) = (out[0] + out[1]) 2^k for -760 < t <= 0 and |x| below 1e290; gives k. */
export function gatedParts(x: number, t: number, tLow: number): number {
  const k = expParts(t, tLow);
  const h = out[0]!;
  const e = scaled(h, k);
  const d = 1 + e;
  const dLow = 1 - d + e + scaled(out[1]!, k);
  const p = x * h;
  const q = p / d;
  const rest = p - q * d - productError(q, d, q * d);
  out[1] = (rest + productError(x, h, p) + x * out[1]! - q * dLow) / d;
  out[0] = q;
  return k;
}

/**
 * The derivative of x s(t): s + w s (1 - s), with w = x dt/dx. Written so that it cancels only where it crosses 0:
 * (1 + E + w E)/(1 + E)^2 for t >= 0, E (1 + E + w)/(1 + E)^2 below.
 */
export function gatedSlope(t: number, tLow: number, w: number, wLow: number): number {
  if (!(t < FAR && t > -FAR)) return t >= FAR ? 1 : t <= -FAR ? 0 : NaN;
  const negative = t < 0;
  const k = negative ? expParts(t, tLow) : expParts(-t, -tLow);
  const h = out[0]!;
  const l = out[1]!;
  const e = scaled(h, k);
  const eLow = scaled(l, k);
  const d = 1 + e;
  const dLow = 1 - d + e + eLow;
  const s = d * d;
  const sLow = productError(d, d, s) + 2 * d * dLow;
  if (negative) {
    const n = d + w;
    const nLow = sumError(d, w, n) + dLow + wLow;
    const p = n * h;
    const pLow = productError(n, h, p) + n * l + nLow * h;
    const q = p / s;
    return scaled(q + (pLow - q * sLow) / s, k);
  }
  const we = w * e;
  const weLow = productError(w, e, we) + w * eLow + wLow * e;
  const n = d + we;
  const nLow = sumError(d, we, n) + dLow + weLow;
  const q = n / s;
  return q + (nLow - q * sLow) / s;
}
