import type { Arithmetic } from '../precision/arithmetic';

/**
 * Writes x / t minus the maximum into `out`, every operation in `m`, and gives the same numbers sorted, largest
 * first: the start of the textbook algorithms of sparsemax and entmax.
 */
export function shiftedDescending(
  x: Float64Array,
  from: number,
  n: number,
  out: Float64Array,
  to: number,
  t: number,
  m: Arithmetic,
): Float64Array {
  let max = -Infinity;
  for (let i = 0; i < n; i++) {
    const v = t === 1 ? x[from + i]! : m.div(x[from + i]!, t);
    out[to + i] = v;
    max = m.max(max, v);
  }
  for (let i = to; i < to + n; i++) out[i] = m.sub(out[i]!, max);
  return out
    .slice(to, to + n)
    .sort()
    .reverse();
}
