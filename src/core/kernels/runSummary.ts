import type { Counts } from './data';
import type { Kernels } from './instance';

/** Numbers laid where the kernels work, filled up with NaN, which every kernel of this file passes over. */
function take({ room }: Kernels, data: Float64Array, from: number, end: number): void {
  room.set(data.subarray(from, end));
  room.fill(NaN, end - from, end - from + 4);
}

/** Counts a piece of at most CHUNK numbers; false where infinities are among them. */
export function runCount(
  kernels: Kernels,
  data: Float64Array,
  from: number,
  end: number,
  smallestNormal: number,
  counts: Counts,
): boolean {
  const { room, address, results, resultsAddress, summary, rows } = kernels;
  const n = end - from;
  take(kernels, data, from, end);
  summary.count(address, resultsAddress, n, smallestNormal);
  const added = (4 - (n & 3)) & 3;
  const [min, max, nan, special, negative, zero, small] = results as unknown as [number, number, ...number[]];
  if (special! > nan!) return false;
  counts.nan += nan! - added;
  counts.negative += negative!;
  counts.zero += zero!;
  counts.subnormal += small! - zero!;
  if (nan! - added === n) return true;
  if (min < counts.min || counts.argmin < 0) {
    const place = rows.rowPlace(address, min);
    [counts.min, counts.argmin] = [room[place]!, from + place];
  }
  if (max > counts.max || counts.argmax < 0) {
    const place = rows.rowPlace(address, max);
    [counts.max, counts.argmax] = [room[place]!, from + place];
  }
  if (min < counts.low) counts.low = room[rows.rowPlace(address, min)]!;
  if (max > counts.high) counts.high = room[rows.rowPlace(address, max)]!;
  return true;
}

/** Adds a piece's numbers, sizes and squares to the 24 sums. */
export function runMoments(
  kernels: Kernels,
  data: Float64Array,
  from: number,
  end: number,
  down: number,
  sums: Float64Array,
): boolean {
  take(kernels, data, from, end);
  kernels.results.set(sums);
  kernels.summary.moments(kernels.address, kernels.resultsAddress, end - from, down);
  sums.set(kernels.results.subarray(0, sums.length));
  return true;
}

/** Adds a piece's squared distances to the mean, and the distances, to the 8 sums. */
export function runDistances(
  kernels: Kernels,
  data: Float64Array,
  from: number,
  end: number,
  down: number,
  mean: number,
  sums: Float64Array,
): boolean {
  take(kernels, data, from, end);
  kernels.results.set(sums);
  kernels.summary.distances(kernels.address, kernels.resultsAddress, end - from, down, mean);
  sums.set(kernels.results.subarray(0, sums.length));
  return true;
}
