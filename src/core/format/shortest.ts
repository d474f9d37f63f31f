import type { DType } from '../array/numericArray';
import { roundTo } from '../precision/roundTo';

/** Significant digits that always suffice to tell the numbers of a dtype apart. */
const mostDigits: Readonly<Record<DType, number>> = {
  float64: 17,
  float32: 9,
  float16: 5,
  bfloat16: 4,
  float8_e5m2: 2,
  float8_e4m3fn: 3,
};

/**
 * The shortest decimal text that reads back to the same number of the dtype, in JavaScript's form: "0.1", "1e-7",
 * "-0". For float64 that is what String gives; for the narrower types fewer digits do.
 *
 * @param x a finite number; one that is not of the dtype is rounded to it first
 * @example shortest(0.10000000149011612, 'float32') // '0.1'
 */
export function shortest(x: number, dtype: DType): string {
  if (x === 0) return Object.is(x, -0) ? '-0' : '0';
  if (dtype === 'float64') return String(x);
  const wanted = roundTo(dtype, x);
  if (!Number.isFinite(wanted)) return String(x);
  let few = 1;
  let many = mostDigits[dtype];
  while (few < many) {
    const middle = (few + many) >> 1;
    if (roundTo(dtype, Number(wanted.toPrecision(middle))) === wanted) many = middle;
    else few = middle + 1;
  }
  return String(Number(wanted.toPrecision(many)));
}

/**
 * A finite number with a given count of significant digits, without idle zeros.
 *
 * @example withDigits(0.123456, 3) // '0.123'
 */
export function withDigits(x: number, digits: number): string {
  return Object.is(x, -0) ? '-0' : String(Number(x.toPrecision(Math.min(Math.max(Math.trunc(digits), 1), 17))));
}
