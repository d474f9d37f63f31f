import { exp, expm1 } from '../../math/exp';
import { log } from '../../math/log';
import type { Draws } from './draws';

/**
 * Continuous distributions, drawn in the order of operations of NumPy, whose streams these are. `legacy` says that
 * the draws are RandomState's, where the two generators differ.
 *
 * Source of the methods: Devroye, "Non-uniform random variate generation", 1986, unless said otherwise.
 */

/** Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000). */
export function standardGamma(draws: Draws, shape: number): number {
  if (shape === 1) return draws.exponential();
  if (shape === 0) return 0;
  if (shape < 1) return smallGamma(draws, shape);
  const b = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * b);
  for (;;) {
    let x: number, v: number;
    do {
      x = draws.normal();
      v = 1 + c * x;
    } while (v <= 0);
    v = v * v * v;
    const u = draws.uniform();
    if (u < 1 - 0.0331 * (x * x) * (x * x)) return b * v;
    if (log(u) < 0.5 * x * x + b * (1 - v + log(v))) return b * v;
  }
}

/** Ahrens and Dieter for shapes under 1. */
function smallGamma(draws: Draws, shape: number): number {
  for (;;) {
    const u = draws.uniform();
    const v = draws.exponential();
    if (u <= 1 - shape) {
      const x = u ** (1 / shape);
      if (x <= v) return x;
    } else {
      const y = -log((1 - u) / shape);
      const x = (1 - shape + shape * y) ** (1 / shape);
      if (x <= v + y) return x;
    }
  }
}

/** Johnk for shapes up to 1, else by two gammas. */
export function beta(draws: Draws, a: number, b: number): number {
  if (a <= 1 && b <= 1) {
    for (;;) {
      const u = draws.uniform();
      const v = draws.uniform();
      const x = u ** (1 / a);
      const y = v ** (1 / b);
      if (x + y > 1) continue;
      if (x + y > 0) return x / (x + y);
      let logX = log(u) / a;
      let logY = log(v) / b;
      const most = Math.max(logX, logY);
      logX -= most;
      logY -= most;
      return exp(logX - log(exp(logX) + exp(logY)));
    }
  }
  const x = standardGamma(draws, a);
  return x / (x + standardGamma(draws, b));
}

export const chiSquare = (draws: Draws, freedom: number): number => 2 * standardGamma(draws, freedom / 2);

export function standardT(draws: Draws, freedom: number): number {
  const normal = draws.normal();
  const gamma = standardGamma(draws, freedom / 2);
  return (Math.sqrt(freedom / 2) * normal) / Math.sqrt(gamma);
}

export function standardCauchy(draws: Draws): number {
  const x = draws.normal();
  return x / draws.normal();
}

export function laplace(draws: Draws, middle: number, scale: number): number {
  for (;;) {
    const u = draws.uniform();
    if (u >= 0.5) return middle - scale * log(2 - u - u);
    if (u > 0) return middle + scale * log(u + u);
  }
}

export function logistic(draws: Draws, middle: number, scale: number): number {
  for (;;) {
    const u = draws.uniform();
    if (u > 0) return middle + scale * log(u / (1 - u));
  }
}

export function gumbel(draws: Draws, middle: number, scale: number): number {
  for (;;) {
    const u = 1 - draws.uniform();
    if (u < 1) return middle - scale * log(-log(u));
  }
}

export function rayleigh(draws: Draws, mode: number, legacy: boolean): number {
  return mode * Math.sqrt(legacy ? -2 * log(1 - draws.uniform()) : 2 * draws.exponential());
}

export function weibull(draws: Draws, shape: number): number {
  return shape === 0 ? 0 : draws.exponential() ** (1 / shape);
}

export function pareto(draws: Draws, shape: number, legacy: boolean): number {
  const x = draws.exponential() / shape;
  return legacy ? exp(x) - 1 : expm1(x);
}

export function power(draws: Draws, shape: number, legacy: boolean): number {
  const x = -draws.exponential();
  return (legacy ? 1 - exp(x) : -expm1(x)) ** (1 / shape);
}

export function triangular(draws: Draws, left: number, mode: number, right: number): number {
  const base = right - left;
  const leftBase = mode - left;
  const ratio = leftBase / base;
  const leftProduct = leftBase * base;
  const rightProduct = (right - mode) * base;
  const u = draws.uniform();
  return u <= ratio ? left + Math.sqrt(u * leftProduct) : right - Math.sqrt((1 - u) * rightProduct);
}
