import { EXP_TABLE, INVERSE_LN2_128, LN2_128_HIGH, LN2_128_LOW } from './tables';

/**
 * The exponential over a block of numbers: what `expParts` does, in a loop without calls, for functions over arrays.
 * A block fits the first-level cache, so passing it through memory costs next to nothing.
 */

/** Numbers worked on at a time. */
export const BLOCK = 256;

/** Fill these: the exponents, and what they leave out (0 where nothing). */
export const exponent = new Float64Array(BLOCK);
export const exponentLow = new Float64Array(BLOCK);

/** What comes out: e^(exponent + exponentLow) = power + powerLow; NaN where the exponent is beyond 650 or NaN. */
export const power = new Float64Array(BLOCK);
export const powerLow = new Float64Array(BLOCK);

/** Within this neither e^x nor what it leaves out comes near the subnormals. */
const RANGE = 650;

const ROUNDER = 6755399441055744;

/** 2^-960 .. 2^960. */
const LOWEST = -960;
const powersOfTwo = new Float64Array(2 * -LOWEST + 1);
for (let i = 0, p = 2 ** LOWEST; i < powersOfTwo.length; i++, p *= 2) powersOfTwo[i] = p;

/** Exponentials of the first `count` exponents of the block. */
export function expBlock(count: number): void {
  const table = EXP_TABLE;
  const two = powersOfTwo;
  const xs = exponent;
  const xLows = exponentLow;
  const values = power;
  const lows = powerLow;
  for (let i = 0; i < count; i++) {
    const x = xs[i]!;
    if (!(x > -RANGE && x < RANGE)) {
      values[i] = NaN;
      continue;
    }
    const n = x * INVERSE_LN2_128 + ROUNDER - ROUNDER;
    const rHigh = x - n * LN2_128_HIGH;
    const rLow = xLows[i]! - n * LN2_128_LOW;
    const r = rHigh + rLow;
    const whole = n | 0;
    const index = (whole & 127) << 1;
    const high = table[index]!;
    const square = r * r;
    const tail =
      square * (0.5 + r * (1 / 6)) +
      square * square * (1 / 24 + r * (1 / 120) + square * (1 / 720)) +
      (rHigh - r + rLow);
    const low = table[index + 1]! + high * (r + tail);
    const sum = high + low;
    const size = two[(whole >> 7) - LOWEST]!;
    values[i] = sum * size;
    lows[i] = (high - sum + low) * size;
  }
}
