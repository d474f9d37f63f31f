import { expDifference, expScaledDifference, type Scale } from './difference';

/** The place of the first maximum, NaN passed over; `from` when nothing is above -inf. */
export function firstMaximum(x: Float64Array, from: number, n: number): number {
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

/**
 * exp((x - m) / T) into `out` with their sum, where no number is above m.
 *
 * The number at `place` is m itself: its entry is 1 and the sum leaves it out, since what is left is what log1p
 * needs; -1 where m is no number of the row. Kahan's compensation keeps the sum exact to a rounding or two however
 * long the row is.
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
  let rest = 0;
  let lost = 0;
  for (let i = 0; i < n; i++) {
    if (from + i === place) continue;
    const v = x[from + i]!;
    const y = scale ? expScaledDifference(v, m, scale) : expDifference(v, m);
    if (out) out[to + i] = y;
    const term = y - lost;
    const next = rest + term;
    lost = next - rest - term;
    rest = next;
  }
  if (out && place >= 0) out[to + place - from] = 1;
  return rest;
}
