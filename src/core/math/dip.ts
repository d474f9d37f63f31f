/**
 * The dip of a GELU: g(a) = |f(-a)| for 0 <= a < 8, from which both sides follow, f(-a) = -g(a) and f(a) = a - g(a).
 * It comes from a table of its Taylor polynomials, one for each 1/32, so that no exponential is needed: the value in the
 * middle of each row to 106 bits and 14 derivatives, which at 1/64 from the middle leave out less than 2^-58 of g. The
 * tables are filled from the kernels in `normal.ts` and `logistic.ts` when they are first needed, in less than a
 * millisecond.
 */

/** Rows for each unit of a. */
const DENSITY = 32;
/** Up to here the table reaches. */
export const DIP_END = 8;
/** Numbers in a row: the value, what it leaves out, 14 coefficients. */
const ROW = 16;
const DEGREE = ROW - 2;

/**
 * Fills a table.
 *
 * @param expand puts the Taylor coefficients of g about `middle` into its second argument, where [0] is the rounded
 * value, and gives what [0] leaves out
 */
export function dipTable(expand: (middle: number, coefficients: Float64Array) => number): Float64Array {
  const table = new Float64Array((DIP_END * DENSITY + 1) * ROW);
  const coefficients = new Float64Array(DEGREE + 1);
  for (let row = 0; row <= DIP_END * DENSITY; row++) {
    const low = expand(row / DENSITY, coefficients);
    table[row * ROW] = coefficients[0]!;
    table[row * ROW + 1] = low;
    table.set(coefficients.subarray(1), row * ROW + 2);
  }
  return table;
}

/** f(x) for |x| below 8. */
export function dipped(x: number, t: Float64Array): number {
  const a = Math.abs(x);
  const row = (a * DENSITY + 0.5) | 0;
  const i = row * ROW;
  const d = a - row * (1 / DENSITY);
  const d2 = d * d;
  const d4 = d2 * d2;
  const far = t[i + 10]! + d * t[i + 11]! + d2 * (t[i + 12]! + d * t[i + 13]!) + d4 * (t[i + 14]! + d * t[i + 15]!);
  const near = t[i + 6]! + d * t[i + 7]! + d2 * (t[i + 8]! + d * t[i + 9]!) + d4 * far;
  const slope = t[i + 2]! + d * t[i + 3]! + d2 * (t[i + 4]! + d * t[i + 5]!) + d4 * near;
  const g = t[i]!;
  const rest = t[i + 1]! + d * slope;
  const y = x - g;
  return x < 0 ? -(g + rest) : y + (x - y - g - rest);
}
