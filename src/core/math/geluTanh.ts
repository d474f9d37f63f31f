import { DIP_END, dipped, dipTable } from './dip';
import { out } from './exp';
import { gated, gatedParts, gatedSlope } from './logistic';
import { TANH_CUBIC_HIGH, TANH_CUBIC_LOW, TANH_LINEAR_HIGH, TANH_LINEAR_LOW } from './tables';
import { productError, scaled, sumError } from './twofold';

/**
 * GELU's tanh approximation is x times the logistic function of t = x (c1 + c3 x^2), which needs no difference from 1.
 * Beyond this x^3 settles the matter: the logistic function is 0 or 1.
 */
const FAR = 40;

let table: Float64Array = new Float64Array(0);
/** Up to here the table serves: 0 until it is filled. */
let near = 0;

/**
 * The tanh approximation of GELU.
 *
 * @example geluTanhOf(1) // 0.8411919906082768
 */
export function geluTanhOf(x: number): number {
  return x < near && x > -near ? dipped(x, table) : geluTanhFar(x);
}

/** The table of the dip, filled at the first call. */
export function geluTanhDip(): Float64Array {
  if (near === 0) {
    table = dipTable(expand);
    near = DIP_END;
  }
  return table;
}

function geluTanhFar(x: number): number {
  if (near === 0) {
    geluTanhDip();
    return geluTanhOf(x);
  }
  if (!(x < FAR && x > -FAR)) return x > 0 ? x : x < 0 ? -0 : NaN;
  loadPolynomial(x, 1);
  return gated(x, product[0]!, product[1]!);
}

/** The derivative of GELU's tanh approximation. */
export function geluTanhSlope(x: number): number {
  if (!(x < FAR && x > -FAR)) return x >= FAR ? 1 : x <= -FAR ? -0 : NaN;
  loadPolynomial(x, 3);
  const w = product[0]!;
  const wLow = product[1]!;
  loadPolynomial(x, 1);
  return gatedSlope(product[0]!, product[1]!, w, wLow);
}

/** x (c1 + factor c3 x^2) to 106 bits into `product`. */
const product = new Float64Array(2);
function loadPolynomial(x: number, factor: number): void {
  const square = x * x;
  const squareLow = productError(x, x, square);
  const c = factor * TANH_CUBIC_HIGH;
  const cLow = productError(factor, TANH_CUBIC_HIGH, c) + factor * TANH_CUBIC_LOW;
  const p = c * square;
  const pLow = productError(c, square, p) + c * squareLow + cLow * square;
  const sum = TANH_LINEAR_HIGH + p;
  const sumLow = sumError(TANH_LINEAR_HIGH, p, sum) + TANH_LINEAR_LOW + pLow;
  const t = x * sum;
  product[0] = t;
  product[1] = productError(x, sum, t) + x * sumLow;
}

/** a s(-t(a)) about c, with s the logistic function: s(-t)' = -s (1 - s) t'. */
function expand(c: number, g: Float64Array): number {
  loadPolynomial(-c, 1);
  const k = gatedParts(c, product[0]!, product[1]!);
  const high = scaled(out[0]!, k);
  const low = scaled(out[1]!, k);
  g[0] = high + low;
  const cubic = [TANH_LINEAR_HIGH + 3 * TANH_CUBIC_HIGH * c * c, 6 * TANH_CUBIC_HIGH * c, 3 * TANH_CUBIC_HIGH];
  const s = [c === 0 ? 0.5 : g[0] / c];
  // s (1 - s)
  const spread: number[] = [];
  for (let n = 1; n < g.length; n++) {
    spread.push(s.reduce((sum, value, j) => sum - value * s[n - 1 - j]!, s[n - 1]!));
    s.push(-cubic.reduce((sum, slope, j) => sum + slope * (spread[n - 1 - j] ?? 0), 0) / n);
    g[n] = c * s[n]! + s[n - 1]!;
  }
  return high - g[0] + low;
}
