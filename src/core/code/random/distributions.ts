import { exp } from '../../math/exp';
import { PyError } from '../value';
import * as continuous from './continuous';
import * as discrete from './discrete';
import type { Draws } from './draws';

/** A distribution that both generators of NumPy have: its parameters as Python writes them, and one draw. */
export interface Distribution {
  readonly parameters: string;
  readonly draw: (draws: Draws, legacy: boolean, a: number, b: number, c: number) => number;
  /** counts: the draws are int64 */
  readonly counts?: true;
  /** what NumPy says of parameters that do not do, or undefined */
  readonly refuse?: (a: number, b: number, c: number) => string | undefined;
}

const negative = (name: string) => (a: number) => (a < 0 ? `${name} < 0` : undefined);
const notPositive = (name: string) => (a: number) => (a <= 0 ? `${name} <= 0` : undefined);
const badScale = (_a: number, scale: number): string | undefined => (scale < 0 ? 'scale < 0' : undefined);
const badShare = (p: number): string | undefined =>
  p < 0 || p > 1 || Number.isNaN(p) ? 'p < 0, p > 1 or p is NaN' : undefined;

const gamma = (draws: Draws, shape: number, scale: number): number => scale * continuous.standardGamma(draws, shape);

export const distributions: Readonly<Record<string, Distribution>> = {
  uniform: { parameters: 'low=0.0, high=1.0', draw: (d, _l, low, high) => low + (high - low) * d.uniform() },
  normal: {
    parameters: 'loc=0.0, scale=1.0',
    draw: (d, _l, loc, scale) => loc + scale * d.normal(),
    refuse: badScale,
  },
  lognormal: {
    parameters: 'mean=0.0, sigma=1.0',
    draw: (d, _l, mean, sigma) => exp(mean + sigma * d.normal()),
    refuse: (_a, sigma) => (sigma < 0 ? 'sigma < 0' : undefined),
  },
  exponential: { parameters: 'scale=1.0', draw: (d, _l, scale) => scale * d.exponential(), refuse: negative('scale') },
  standard_exponential: { parameters: '', draw: (d) => d.exponential() },
  standard_gamma: {
    parameters: 'shape',
    draw: (d, _l, shape) => continuous.standardGamma(d, shape),
    refuse: negative('shape'),
  },
  gamma: {
    parameters: 'shape, scale=1.0',
    draw: (d, _l, shape, scale) => gamma(d, shape, scale),
    refuse: (shape, scale) => (shape < 0 ? 'shape < 0' : badScale(shape, scale)),
  },
  beta: {
    parameters: 'a, b',
    draw: (d, _l, a, b) => continuous.beta(d, a, b),
    refuse: (a, b) => (a <= 0 ? 'a <= 0' : b <= 0 ? 'b <= 0' : undefined),
  },
  chisquare: { parameters: 'df', draw: (d, _l, df) => continuous.chiSquare(d, df), refuse: notPositive('df') },
  f: {
    parameters: 'dfnum, dfden',
    draw: (d, _l, top, bottom) => {
      const above = continuous.chiSquare(d, top) * bottom;
      return above / (continuous.chiSquare(d, bottom) * top);
    },
  },
  standard_t: { parameters: 'df', draw: (d, _l, df) => continuous.standardT(d, df), refuse: notPositive('df') },
  standard_cauchy: { parameters: '', draw: (d) => continuous.standardCauchy(d) },
  laplace: {
    parameters: 'loc=0.0, scale=1.0',
    draw: (d, _l, loc, scale) => continuous.laplace(d, loc, scale),
    refuse: badScale,
  },
  logistic: {
    parameters: 'loc=0.0, scale=1.0',
    draw: (d, _l, loc, scale) => continuous.logistic(d, loc, scale),
    refuse: badScale,
  },
  gumbel: {
    parameters: 'loc=0.0, scale=1.0',
    draw: (d, _l, loc, scale) => continuous.gumbel(d, loc, scale),
    refuse: badScale,
  },
  rayleigh: {
    parameters: 'scale=1.0',
    draw: (d, legacy, scale) => continuous.rayleigh(d, scale, legacy),
    refuse: negative('scale'),
  },
  weibull: { parameters: 'a', draw: (d, _l, a) => continuous.weibull(d, a), refuse: negative('a') },
  pareto: { parameters: 'a', draw: (d, legacy, a) => continuous.pareto(d, a, legacy), refuse: notPositive('a') },
  power: { parameters: 'a', draw: (d, legacy, a) => continuous.power(d, a, legacy), refuse: notPositive('a') },
  triangular: {
    parameters: 'left, mode, right',
    draw: (d, _l, left, mode, right) => continuous.triangular(d, left, mode, right),
    refuse: (left, mode, right) =>
      left > mode ? 'left > mode' : mode > right ? 'mode > right' : left === right ? 'left == right' : undefined,
  },
  poisson: {
    parameters: 'lam=1.0',
    draw: (d, _l, mean) => discrete.poisson(d, mean),
    counts: true,
    refuse: (mean) => (mean < 0 || Number.isNaN(mean) ? 'lam < 0 or lam is NaN' : undefined),
  },
  binomial: {
    parameters: 'n, p',
    draw: (d, _l, n, p) => discrete.binomial(d, Math.trunc(n), p),
    counts: true,
    refuse: (n, p) => (n < 0 ? 'n < 0' : badShare(p)),
  },
  geometric: {
    parameters: 'p',
    draw: (d, legacy, p) => discrete.geometric(d, p, legacy),
    counts: true,
    refuse: (p) => (p <= 0 || p > 1 || Number.isNaN(p) ? 'p <= 0, p > 1 or p contains NaNs' : undefined),
  },
  negative_binomial: {
    parameters: 'n, p',
    draw: (d, _l, n, p) => discrete.poisson(d, gamma(d, n, (1 - p) / p)),
    counts: true,
    refuse: (n, p) => (n <= 0 ? 'n <= 0' : badShare(p)),
  },
};

/** One draw, its parameters looked at first. @throws PyError ValueError in NumPy's words */
export function drawOf(one: Distribution, draws: Draws, legacy: boolean): (...parameters: number[]) => number {
  return (a = 0, b = 0, c = 0) => {
    const words = one.refuse?.(a, b, c);
    if (words !== undefined) throw new PyError('ValueError', words);
    return one.draw(draws, legacy, a, b, c);
  };
}
