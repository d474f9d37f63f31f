import { expParts, out } from './exp';
import { productError, scaled } from './twofold';

/** Rows for each unit, numbers in a row: the point's log, what it leaves out, 7 coefficients. */
const DENSITY = 128;
const ROW = 9;

/**
 * A table of Taylor polynomials of log(1 + e) for e from 0 to 1, one for each 1/128: at 1/256 from the middle of its
 * row each leaves out less than 2^-59 of the value.
 */
export function log1pTable(): Float64Array {
  const table = new Float64Array((DENSITY + 1) * ROW);
  for (let row = 0; row <= DENSITY; row++) {
    const point = 1 + row / DENSITY;
    const value = Math.log(point);
    // point e^-value - 1, by which the rounded logarithm is off
    const k = expParts(-value, 0);
    const power = scaled(out[0]!, k);
    const high = point * power;
    table[row * ROW] = value;
    table[row * ROW + 1] = high - 1 + productError(point, power, high) + point * scaled(out[1]!, k);
    for (let n = 1, inverse = 1; n < ROW - 1; n++) {
      inverse /= -point;
      table[row * ROW + 1 + n] = -inverse / n;
    }
  }
  return table;
}

/** log(1 + e + eLow) for 0 <= e <= 1. */
export function log1pNear(e: number, eLow: number, t: Float64Array): number {
  const row = (e * DENSITY + 0.5) | 0;
  const i = row * ROW;
  const d = e - row * (1 / DENSITY);
  const d2 = d * d;
  const rest = t[i + 3]! + d * t[i + 4]! + d2 * (t[i + 5]! + d * t[i + 6]! + d2 * (t[i + 7]! + d * t[i + 8]!));
  return t[i]! + (d * t[i + 2]! + (t[i + 1]! + d2 * rest + eLow * t[i + 2]!));
}
