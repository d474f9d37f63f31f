import { BLOCK, expBlock, exponent, exponentLow, power, powerLow } from './expBlock';
import { gated, logistic } from './logistic';
import { productError } from './twofold';

/** 1/(1 + e^-t) over `source` into `target`, as `logistic`. */
export function logisticInto(source: Float64Array, target: Float64Array): void {
  const ts = exponent;
  const tLows = exponentLow;
  const es = power;
  const eLows = powerLow;
  for (let start = 0; start < source.length; start += BLOCK) {
    const count = Math.min(BLOCK, source.length - start);
    for (let i = 0; i < count; i++) {
      ts[i] = -Math.abs(source[start + i]!);
      tLows[i] = 0;
    }
    expBlock(count);
    for (let i = 0; i < count; i++) {
      const t = source[start + i]!;
      const e = es[i]!;
      const d = 1 + e;
      const dLow = 1 - d + e + eLows[i]!;
      const p = t >= 0 ? 1 : e;
      const pLow = t >= 0 ? 0 : eLows[i]!;
      const q = p / d;
      target[start + i] = e === e ? q + (pLow - q * dLow) / d : logistic(t, 0);
    }
  }
}

/** x s(beta x) over `source` into `target`, as `gated`. */
export function gatedInto(source: Float64Array, target: Float64Array, beta: number): void {
  const ts = exponent;
  const tLows = exponentLow;
  const es = power;
  const eLows = powerLow;
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
      const t = beta * x;
      const e = es[i]!;
      const d = 1 + e;
      const dLow = 1 - d + e + eLows[i]!;
      const p = t >= 0 ? x : x * e;
      const pLow = t >= 0 ? 0 : productError(x, e, p) + x * eLows[i]!;
      const q = p / d;
      target[start + i] = e === e ? q + (pLow - q * dLow) / d : gated(x, t, productError(beta, x, t));
    }
  }
}
