import { exp } from '../math/exp';
import { productError } from '../math/twofold';

/**
 * (x - m) / T with the rounding errors of the difference and of the quotient carried along. Where x and m are large,
 * the rounding of x - m alone is many units in the last place of exp(x - m).
 *
 * Error-free differences and products: Knuth, TAOCP 2, 4.2.2; Dekker, "A floating-point technique for extending the
 * available precision" (1971).
 */

/** What a temperature means for the scaled difference; made once for all rows. */
export interface Scale {
  /** powers of two: x and m are multiplied by `before`, their difference by `after`, so that nothing overflows */
  readonly before: number;
  readonly after: number;
  /** the temperature times both */
  readonly t: number;
}

/** exp is 0 in float64 below ln(2^-1075) */
const ZERO_BELOW = -745.14;

/** The scale of a temperature, none for 1: then there is nothing to divide. */
export function scaleOf(temperature: number): Scale | undefined {
  if (temperature === 1) return undefined;
  const before = temperature < 1 ? 1 : temperature > 2 ** 400 ? 2 ** -600 : 0.5;
  const after = temperature < 2 ** -400 ? 2 ** 600 : 1;
  return { before, after, t: temperature * before * after };
}

/** What x - m, rounded to d, lost: d + it = x - m exactly. */
export function differenceError(x: number, m: number, d: number): number {
  const back = d - x;
  return x - (d - back) - (m + back);
}

/** exp(x - m) for x <= m. */
export function expDifference(x: number, m: number): number {
  const d = x - m;
  if (d < ZERO_BELOW) return 0;
  const y = exp(d);
  return y + y * differenceError(x, m, d);
}

/** x - m - l for x <= m and l >= 0, rounded nearly once. */
export function differenceLess(x: number, m: number, l: number): number {
  const d = x - m;
  const y = d - l;
  if (!(y > -1e300)) return y;
  return y + (differenceError(d, l, y) + differenceError(x, m, d));
}

/** What the quotient q of d / t lost, where d itself lost `error`: (d + error) / t = q + it. */
export function quotientError(q: number, d: number, error: number, { t }: Scale): number {
  const product = q * t;
  return (d - product - productError(q, t, product) + error) / t;
}

/** exp((x - m) / T) for x <= m. */
export function expScaledDifference(x: number, m: number, scale: Scale): number {
  const a = x * scale.before;
  const b = m * scale.before;
  const d = a - b;
  const q = (d * scale.after) / scale.t;
  if (q < ZERO_BELOW) return 0;
  const y = exp(q);
  return y + y * quotientError(q, d * scale.after, differenceError(a, b, d) * scale.after, scale);
}

/** (x - m) / T - l for x <= m and l >= 0, rounded nearly once. */
export function scaledDifferenceLess(x: number, m: number, scale: Scale, l: number): number {
  const a = x * scale.before;
  const b = m * scale.before;
  const d = a - b;
  const q = (d * scale.after) / scale.t;
  const y = q - l;
  if (!(y > -1e290)) return y;
  const error = quotientError(q, d * scale.after, differenceError(a, b, d) * scale.after, scale);
  return y + (differenceError(q, l, y) + error);
}
