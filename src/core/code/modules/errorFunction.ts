import { exp } from '../../math/exp';

const TWO_OVER_ROOT_PI = 1.1283791670955126;

/** The error function: Kummer's series, whose terms all have one sign, and beyond 2 the complement. */
export function erf(x: number): number {
  if (Number.isNaN(x)) return NaN;
  const size = Math.abs(x);
  if (size > 2) return Math.sign(x) * (1 - erfc(size));
  let term = size;
  let sum = size;
  for (let n = 1; n < 100 && term > sum * 1e-18; n++) {
    term *= (2 * size * size) / (2 * n + 1);
    sum += term;
  }
  return Math.sign(x) * TWO_OVER_ROOT_PI * exp(-x * x) * sum;
}

/** 1 - erf(x), without cancellation: Legendre's continued fraction from 2 on. */
export function erfc(x: number): number {
  if (x < 2) return 1 - erf(x);
  if (x > 27.3) return 0;
  let fraction = 0;
  for (let k = 120; k > 0; k--) fraction = k / 2 / (x + fraction);
  // e^(-x^2) with the rounding error of x^2 put right
  const high = Math.fround(x);
  const low = x - high;
  return (exp(-high * high) * exp(-low * (x + high))) / (x + fraction) / Math.sqrt(Math.PI);
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The gamma function, by Lanczos's sum of nine terms. */
export function gamma(x: number): number {
  if (Number.isInteger(x) && x > 0 && x < 24) {
    let product = 1;
    for (let i = 2; i < x; i++) product *= i;
    return product;
  }
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
  const t = x - 1 + 7.5;
  return Math.sqrt(2 * Math.PI) * t ** (x - 0.5) * Math.exp(-t) * lanczosSum(x - 1);
}

/** ln |gamma(x)| */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - logGamma(1 - x);
  if (x === 1 || x === 2) return 0;
  const t = x - 1 + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(lanczosSum(x - 1));
}

function lanczosSum(x: number): number {
  return lanczos.reduce((sum, term, i) => (i === 0 ? term : sum + term / (x + i)), 0);
}
