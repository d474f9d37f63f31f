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
 * exp((x - m) / T) into `out`, with the sum, where m is the number at `place`, the largest. Its own entry is 1.
 *
 * The sum leaves that 1 out: what is left is what log1p needs. Kahan's compensation keeps it exact to a rounding or
 * two however long the row is.
 */
export function exponentials(
  x: Float64Array,
  from: number,
  n: number,
  out: Float64Array | undefined,
  to: number,
  place: number,
  scale: Scale | undefined,
): number {
  const m = x[place]!;
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
  if (out) out[to + place - from] = 1;
  return rest;
}
