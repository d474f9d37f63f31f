import { BLOCK, expBlock, exponent, exponentLow, power, powerLow } from './expBlock';
import { gated } from './logistic';
import { geluTail, rowOf } from './normal';
import { softplusFar } from './softplus';
import {
  TAIL_ROW,
  TAIL_TABLE,
  TANH_CUBIC_HIGH,
  TANH_CUBIC_LOW,
  TANH_LINEAR_HIGH,
  TANH_LINEAR_LOW,
  TANH_SHRINK,
} from './tables';
import { productError, sumError } from './twofold';

/**
 * tanh, GELU, its tanh approximation and softplus over arrays: a block of exponents, one loop for their exponentials,
 * one loop that combines. Where the exponential leaves the ordinary range a slower kernel takes over.
 */

/** Up to here tanh x = x - x^3 S(x^2), beyond (1 - E)/(1 + E) with E = e^-2x. */
const SERIES = 0.5;
/** Beyond this tanh rounds to 1. */
const FLAT = 22;

export function tanhInto(source: Float64Array, target: Float64Array): void {
  const [ts, tLows, es, eLows, S] = [exponent, exponentLow, power, powerLow, TANH_SHRINK];
  for (let start = 0; start < source.length; start += BLOCK) {
    const count = Math.min(BLOCK, source.length - start);
    for (let i = 0; i < count; i++) {
      ts[i] = -2 * Math.abs(source[start + i]!);
      tLows[i] = 0;
    }
    expBlock(count);
    for (let i = 0; i < count; i++) {
      const x = source[start + i]!;
      const a = Math.abs(x);
      if (a <= SERIES) {
        const s = x * x;
        const s2 = s * s;
        const s4 = s2 * s2;
        const low = S[0]! + s * S[1]! + s2 * (S[2]! + s * S[3]!) + s4 * (S[4]! + s * S[5]! + s2 * (S[6]! + s * S[7]!));
        const series = low + s4 * s4 * (S[8]! + s * S[9]! + s2 * (S[10]! + s * S[11]!) + s4 * S[12]!);
        target[start + i] = x - x * s * series;
      } else if (a < FLAT) {
        const e = es[i]!;
        const n = 1 - e;
        const d = 1 + e;
        const q = n / d;
        const y = q + (1 - n - e - eLows[i]! - q * (1 - d + e + eLows[i]!)) / d;
        target[start + i] = x < 0 ? -y : y;
      } else target[start + i] = x > 0 ? 1 : x < 0 ? -1 : NaN;
    }
  }
}

export function geluInto(source: Float64Array, target: Float64Array): void {
  const [ts, tLows, es, eLows, t] = [exponent, exponentLow, power, powerLow, TAIL_TABLE];
  for (let start = 0; start < source.length; start += BLOCK) {
    const count = Math.min(BLOCK, source.length - start);
    for (let i = 0; i < count; i++) {
      const x = source[start + i]!;
      const square = x * x;
      ts[i] = -0.5 * square;
      tLows[i] = -0.5 * productError(x, x, square);
    }
    expBlock(count);
    for (let i = 0; i < count; i++) {
      const x = source[start + i]!;
      const e = es[i]!;
      if (e !== e) {
        target[start + i] = geluTail(x);
        continue;
      }
      const a = Math.abs(x);
      const row = rowOf(a) * TAIL_ROW;
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
      const r = high + rest;
      const q = e * r;
      const qLow = productError(e, r, q) + e * (high - r + rest) + eLows[i]! * r;
      const v = a * q;
      const vLow = a * qLow;
      const y = x - v;
      // below 0 it is -v; above, x - v, whose rounding error is known
      target[start + i] = x < 0 ? -(v + vLow) : y + (x - y - v - vLow);
    }
  }
}

/** Beyond this the logistic function of GELU's cubic is 0 or 1. */
const CUBIC_FAR = 40;

export function geluTanhInto(source: Float64Array, target: Float64Array): void {
  const [ts, tLows, es, eLows] = [exponent, exponentLow, power, powerLow];
  for (let start = 0; start < source.length; start += BLOCK) {
    const count = Math.min(BLOCK, source.length - start);
    for (let i = 0; i < count; i++) {
      const x = source[start + i]!;
      const square = x * x;
      const p = TANH_CUBIC_HIGH * square;
      const pLow =
        productError(TANH_CUBIC_HIGH, square, p) +
        TANH_CUBIC_HIGH * productError(x, x, square) +
        TANH_CUBIC_LOW * square;
      const c = TANH_LINEAR_HIGH + p;
      const cLow = sumError(TANH_LINEAR_HIGH, p, c) + TANH_LINEAR_LOW + pLow;
      const w = x * c;
      const wLow = productError(x, c, w) + x * cLow;
      ts[i] = -Math.abs(w);
      tLows[i] = x < 0 ? wLow : -wLow;
    }
    expBlock(count);
    for (let i = 0; i < count; i++) {
      const x = source[start + i]!;
      const e = es[i]!;
      if (e !== e) {
        // beyond the cubic's reach, or in the subnormal tail
        const far = !(x > -CUBIC_FAR && x < CUBIC_FAR);
        target[start + i] = x > 0 ? x : far ? (x < 0 ? -0 : NaN) : gated(x, ts[i]!, tLows[i]!);
        continue;
      }
      const d = 1 + e;
      const dLow = 1 - d + e + eLows[i]!;
      const p = x >= 0 ? x : x * e;
      const pLow = x >= 0 ? 0 : productError(x, e, p) + x * eLows[i]!;
      const q = p / d;
      target[start + i] = q + (pLow - q * dLow) / d;
    }
  }
}

/** softplus of scale beta; above `threshold` of beta x it is x itself. */
export function softplusInto(source: Float64Array, target: Float64Array, beta: number, threshold: number): void {
  const [ts, tLows, es, eLows] = [exponent, exponentLow, power, powerLow];
  for (let start = 0; start < source.length; start += BLOCK) {
    const count = Math.min(BLOCK, source.length - start);
    for (let i = 0; i < count; i++) {
      const x = source[start + i]!;
      const t = beta * x;
      ts[i] = -Math.abs(t);
      tLows[i] = beta === 1 ? 0 : t < 0 ? productError(beta, x, t) : -productError(beta, x, t);
    }
    expBlock(count);
    for (let i = 0; i < count; i++) {
      const x = source[start + i]!;
      const e = es[i]!;
      const t = beta * x;
      if (t > threshold) target[start + i] = x;
      else if (e !== e) target[start + i] = softplusFar(x, beta);
      else {
        const high = Math.log1p(e);
        const q = high / beta;
        const qLow =
          beta === 1
            ? eLows[i]! / (1 + e)
            : (high - q * beta - productError(q, beta, q * beta) + eLows[i]! / (1 + e)) / beta;
        const y = x + q;
        const low = Math.abs(x) > q ? x - y + q : q - y + x;
        target[start + i] = t <= 0 ? q + qLow : y + (low + qLow);
      }
    }
  }
}

const one = new Float64Array(1);

/** A function over arrays, at one number. */
export function atOne(x: number, into: (source: Float64Array, target: Float64Array) => void): number {
  one[0] = x;
  into(one, one);
  return one[0];
}
