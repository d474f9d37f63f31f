import { CHUNK, engine } from '../kernels/slot';
import { EXP_TABLE, INVERSE_LN2_128, LN2_128_HIGH, LN2_128_LOW } from '../math/tables';
import { differenceError, expDifference, expScaledDifference, quotientError, type Scale } from './difference';
import { LANES, laneSums, totalOf } from '../math/laneSums';

/** From this many numbers on a kernel is faster than the loops of this folder, copies included. */
export const FEWEST = 64;

/** The place of the first maximum, NaN passed over; `from` when nothing is above -inf. */
export function firstMaximum(x: Float64Array, from: number, n: number): number {
  const fast = n >= FEWEST ? engine() : undefined;
  if (fast) return fast.maximum(x, from, n);
  let place = from;
  let max = -Infinity;
  for (let i = from; i < from + n; i++) {
    if (x[i]! > max) {
      max = x[i]!;
      place = i;
    }
  }
  return place;
}

/** The exponential of math/exp, written out in the loop below: table of 2^(j/128), short polynomial, power of two. */
const table = EXP_TABLE;
const perStep = INVERSE_LN2_128;
const stepHigh = LN2_128_HIGH;
const stepLow = LN2_128_LOW;
/** Adding and subtracting 1.5 2^52 rounds to the nearest integer. */
const ROUNDER = 6755399441055744;
/** Above this no exponential is subnormal. */
const NORMAL_ABOVE = -708;
/** 2^-1022 .. 2^0 */
const LOWEST = -1022;
const powersOfTwo = Float64Array.from({ length: 1 - LOWEST }, (_, i) => 2 ** (LOWEST + i));

/**
 * exp((x - m) / T) into `out` with their sum, where no number is above m.
 *
 * The number at `place` is m itself: its entry is 1 and the sum leaves it out, since what is left is what log1p
 * needs; -1 where m is no number of the row. What each addition loses is summed beside it (Knuth's error of a sum), which
 * keeps the sum exact to a rounding or two however long the row is. There are four such sums, for every fourth number
 * one: they do not wait for each other.
 */
export function exponentials(
  x: Float64Array,
  from: number,
  n: number,
  out: Float64Array | undefined,
  to: number,
  m: number,
  place: number,
  scale: Scale | undefined,
): number {
  const fast = n >= FEWEST ? engine() : undefined;
  sums.fill(0);
  for (let i = 0; i < n; i += CHUNK) {
    const length = Math.min(CHUNK, n - i);
    if (fast?.exponentials(x, from + i, length, out, to + i, m, place, scale, sums)) continue;
    addExponentials(x, from + i, length, out, to + i, m, place, scale);
  }
  return totalOf(sums);
}

const sums = laneSums();

/** Up to CHUNK exponentials, added to `sums`. */
function addExponentials(
  x: Float64Array,
  from: number,
  n: number,
  out: Float64Array | undefined,
  to: number,
  m: number,
  place: number,
  scale: Scale | undefined,
): void {
  for (let i = 0; i < n; i++) {
    const v = x[from + i]!;
    let y: number;
    let d = v - m;
    let error: number;
    if (scale) {
      const a = v * scale.before;
      const b = m * scale.before;
      const whole = (a - b) * scale.after;
      d = whole / scale.t;
      error = quotientError(d, whole, differenceError(a, b, a - b) * scale.after, scale);
    } else {
      const back = d - v;
      error = v - (d - back) - (m + back);
    }
    if (d > NORMAL_ABOVE) {
      const steps = d * perStep + ROUNDER - ROUNDER;
      const r = d - steps * stepHigh - steps * stepLow + error;
      const whole = steps | 0;
      const index = (whole & 127) << 1;
      const high = table[index]!;
      const square = r * r;
      const tail = square * (0.5 + r * (1 / 6)) + square * square * (1 / 24 + r * (1 / 120));
      y = (high + (table[index + 1]! + high * (r + tail))) * powersOfTwo[(whole >> 7) - LOWEST]!;
    } else y = scale ? expScaledDifference(v, m, scale) : expDifference(v, m);
    if (out) out[to + i] = y;
    if (from + i === place) continue;
    const lane = i & 3;
    const rest = sums[lane]!;
    const next = rest + y;
    const added = next - rest;
    sums[lane + LANES] = sums[lane + LANES]! + (rest - (next - added) + (y - added));
    sums[lane] = next;
  }
}
