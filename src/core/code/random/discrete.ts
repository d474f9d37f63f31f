import { exp } from '../../math/exp';
import { log, log1p } from '../../math/log';
import type { Draws } from './draws';

/** Counting distributions, drawn in the order of operations of NumPy, whose streams these are. */

export function poisson(draws: Draws, mean: number): number {
  if (mean >= 10) return transformedPoisson(draws, mean);
  if (mean === 0) return 0;
  const limit = exp(-mean);
  let count = 0;
  for (let product = draws.uniform(); product > limit; product *= draws.uniform()) count++;
  return count;
}

/** Hormann, "The transformed rejection method for generating Poisson random variables", 1993 (PTRS). */
function transformedPoisson(draws: Draws, mean: number): number {
  const logMean = log(mean);
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const v0 = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = draws.uniform() - 0.5;
    const v = draws.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= v0) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (log(v) + log(inverseAlpha) - log(a / (us * us) + b) <= -mean + k * logMean - logGamma(k + 1)) return k;
  }
}

/** B(2k) / (2k (2k - 1)), the coefficients of Stirling's series. */
const STIRLING = [
  8.333333333333333e-2, -2.777777777777778e-3, 7.936507936507937e-4, -5.952380952380952e-4, 8.417508417508418e-4,
  -1.917526917526918e-3, 6.41025641025641e-3, -2.955065359477124e-2, 1.796443723688307e-1, -1.3924322169059,
];

/** ln of the gamma function, x >= 1, by Stirling's series beyond 7. */
function logGamma(x: number): number {
  if (x === 1 || x === 2) return 0;
  const steps = x <= 7 ? Math.trunc(7 - x) : 0;
  let far = x + steps;
  const inverse = 1 / (far * far);
  let sum = STIRLING[9]!;
  for (let k = 8; k >= 0; k--) sum = sum * inverse + STIRLING[k]!;
  let value = sum / far + 0.5 * 1.8378770664093453 + (far - 0.5) * log(far) - far;
  for (let k = 0; k < steps; k++) {
    value -= log(far - 1);
    far -= 1;
  }
  return value;
}

export function binomial(draws: Draws, n: number, p: number): number {
  if (n === 0 || p === 0) return 0;
  if (p > 0.5) return n - binomialBelowHalf(draws, n, 1 - p);
  return binomialBelowHalf(draws, n, p);
}

function binomialBelowHalf(draws: Draws, n: number, p: number): number {
  if (p * n > 30) return bigBinomial(draws, n, p);
  const q = 1 - p;
  const start = exp(n * log(q));
  const np = n * p;
  const bound = Math.trunc(Math.min(n, np + 10 * Math.sqrt(np * q + 1)));
  let count = 0;
  let px = start;
  let u = draws.uniform();
  while (u > px) {
    count++;
    if (count > bound) {
      count = 0;
      px = start;
      u = draws.uniform();
    } else {
      u -= px;
      px = ((n - count + 1) * p * px) / (count * q);
    }
  }
  return count;
}

/** Kachitvichyanukul and Schmeiser, "Binomial random variate generation", CACM 31 (1988): BTPE. */
function bigBinomial(draws: Draws, n: number, r: number): number {
  const q = 1 - r;
  const fm = n * r + r;
  const m = Math.floor(fm);
  const p1 = Math.floor(2.195 * Math.sqrt(n * r * q) - 4.6 * q) + 0.5;
  const middle = m + 0.5;
  const left = middle - p1;
  const right = middle + p1;
  const c = 0.134 + 20.5 / (15.3 + m);
  const slope = (a: number) => a * (1 + a / 2);
  const lambdaLeft = slope((fm - left) / (fm - left * r));
  const lambdaRight = slope((right - fm) / (right * q));
  const p2 = p1 * (1 + 2 * c);
  const p3 = p2 + c / lambdaLeft;
  const p4 = p3 + c / lambdaRight;
  const nrq = n * r * q;
  for (;;) {
    const u = draws.uniform() * p4;
    let v = draws.uniform();
    let y: number;
    if (u <= p1) return Math.floor(middle - p1 * v + u);
    if (u <= p2) {
      const x = left + (u - p1) / c;
      v = v * c + 1 - Math.abs(m - x + 0.5) / p1;
      if (v > 1) continue;
      y = Math.floor(x);
    } else if (u <= p3) {
      y = Math.floor(left + log(v) / lambdaLeft);
      if (y < 0 || v === 0) continue;
      v = v * (u - p2) * lambdaLeft;
    } else {
      y = Math.floor(right - log(v) / lambdaRight);
      if (y > n || v === 0) continue;
      v = v * (u - p3) * lambdaRight;
    }
    if (accepted(y, v)) return y;
  }

  function accepted(y: number, v: number): boolean {
    const k = Math.abs(y - m);
    if (k <= 20 || k >= nrq / 2 - 1) {
      const s = r / q;
      const a = s * (n + 1);
      let f = 1;
      for (let i = m + 1; i <= y; i++) f *= a / i - s;
      for (let i = y + 1; i <= m; i++) f /= a / i - s;
      return v <= f;
    }
    const rho = (k / nrq) * ((k * (k / 3 + 0.625) + 0.16666666666666666) / nrq + 0.5);
    const t = (-k * k) / (2 * nrq);
    const logV = log(v);
    if (logV < t - rho) return true;
    if (logV > t + rho) return false;
    const x1 = y + 1;
    const f1 = m + 1;
    const z = n + 1 - m;
    const w = n - y + 1;
    return (
      logV <=
      middle * log(f1 / x1) +
        (n - m + 0.5) * log(z / w) +
        (y - m) * log((w * r) / (x1 * q)) +
        stirlingRest(f1) +
        stirlingRest(z) +
        stirlingRest(x1) +
        stirlingRest(w)
    );
  }
}

function stirlingRest(x: number): number {
  const s = x * x;
  return (13680 - (462 - (132 - (99 - 140 / s) / s) / s) / s) / x / 166320;
}

export function geometric(draws: Draws, p: number, legacy: boolean): number {
  if (p >= 1 / 3) {
    let count = 1;
    let product = p;
    let sum = p;
    for (const u = draws.uniform(); u > sum; count++) {
      product *= 1 - p;
      sum += product;
    }
    return count;
  }
  return Math.ceil(legacy ? log1p(-draws.uniform()) / log(1 - p) : -draws.exponential() / log1p(-p));
}

/** How often each of the outcomes came in n trials. */
export function multinomial(draws: Draws, n: number, chances: readonly number[]): number[] {
  const counts = chances.map(() => 0);
  let left = n;
  let share = 1;
  for (let i = 0; i < chances.length - 1; i++) {
    const count = binomial(draws, left, chances[i]! / share);
    counts[i] = count;
    left -= count;
    if (left <= 0) return counts;
    share -= chances[i]!;
  }
  if (counts.length > 0) counts[counts.length - 1] = left;
  return counts;
}
