import { expParts, out } from './exp';
import { productError, scaled, sumError } from './twofold';

/** Beyond this e^-|x| is 0. */
const FAR = 760;
/** Numbers above this are scaled down before products are split into halves. */
const LARGE = 60;

/**
 * Mish, x tanh(log(1 + e^x)), without the logarithm: with E = e^-|x| it is x (1 + 2E)/(1 + 2E + 2E^2) for x >= 0 and,
 * below, x E (E + 2)/(E (E + 2) + 2).
 *
 * @example mishValue(-20) // -4.1223072203e-8
 */
export function mishValue(x: number): number {
  if (!(x < FAR && x > -FAR)) return x >= FAR ? x : x <= -FAR ? -0 : NaN;
  if (x >= LARGE) return x;
  const k = expParts(-Math.abs(x), 0);
  const h = out[0]!;
  const l = out[1]!;
  const e = scaled(h, k);
  const eLow = scaled(l, k);
  const square = e * e;
  if (x >= 0) {
    // 1 - 2E^2/d, whose second part is at most 2/5
    const d = 1 + 2 * (e + square);
    const y = (x * 2 * square) / d;
    return x - y;
  }
  const f = e + 2;
  const fLow = 2 - f + e + eLow;
  const n = e * f;
  const d = n + 2;
  const dLow = 2 - d + n + (productError(e, f, n) + e * fLow + eLow * f);
  const g = h * f;
  const gLow = productError(h, f, g) + h * fLow + l * f;
  const p = x * g;
  const pLow = productError(x, g, p) + x * gLow;
  const q = p / d;
  return scaled(q + (pLow - q * dLow) / d, k);
}

/**
 * The derivative of Mish. With w = e^x and n = w (w + 2) it is
 * w ((w + 2)(n + 2) + 4 x (w + 1))/(n + 2)^2; for x >= 0 all is divided by w^4.
 */
export function mishSlope(x: number): number {
  if (!(x < FAR && x > -FAR)) return x >= FAR ? 1 : x <= -FAR ? -0 : NaN;
  if (x >= LARGE) return 1;
  const k = expParts(-Math.abs(x), 0);
  const h = out[0]!;
  const l = out[1]!;
  const e = scaled(h, k);
  const eLow = scaled(l, k);
  if (x >= 0) {
    const square = e * e;
    const d = 1 + 2 * e + 2 * square;
    // (1 + 2E) d + 4 x E^2 (1 + E) = d^2 + 2 E^2 (2x (1 + E) - d)
    const part = (2 * square * (2 * x * (1 + e) - d)) / (d * d);
    return 1 + part;
  }
  const f = e + 2;
  const fLow = 2 - f + e + eLow;
  const n = e * f;
  const d = n + 2;
  const dLow = 2 - d + n + (productError(e, f, n) + e * fLow + eLow * f);
  const a = f * d;
  const aLow = productError(f, d, a) + f * dLow + fLow * d;
  const c = 1 + e;
  const cLow = 1 - c + e + eLow;
  const b = 4 * x * c;
  const bLow = productError(4 * x, c, b) + 4 * x * cLow;
  const m = a + b;
  const mLow = sumError(a, b, m) + aLow + bLow;
  const p = m * h;
  const pLow = productError(m, h, p) + m * l + mLow * h;
  const s = d * d;
  const sLow = productError(d, d, s) + 2 * d * dLow;
  const q = p / s;
  return scaled(q + (pLow - q * sLow) / s, k);
}
