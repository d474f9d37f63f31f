import type { Scale } from '../softmax/difference';
import type { LaneSums } from '../math/laneSums';
import type { Kernels } from './instance';
import { CHUNK } from './slot';

/** Numbers from a row laid where the kernels work, filled up with what adds nothing. */
function take(room: Float64Array, x: Float64Array, from: number, n: number): void {
  room.set(x.subarray(from, from + n));
  room.fill(-Infinity, n, n + 4);
}

/** The place of a row's first maximum, as `firstMaximum` gives it. */
export function runMaximum(kernels: Kernels, x: Float64Array, from: number, n: number): number {
  const { room, address, rows } = kernels;
  let place = from;
  let max = -Infinity;
  for (let i = 0; i < n; i += CHUNK) {
    const length = Math.min(CHUNK, n - i);
    take(room, x, from + i, length);
    const largest = rows.rowMaximum(address, length);
    if (!(largest > max)) continue;
    max = largest;
    place = from + i + rows.rowPlace(address, largest);
  }
  return place;
}

/** A piece of `exponentials`, of at most CHUNK numbers; false where some exponential is subnormal: nothing is changed. */
export function runExponentials(
  kernels: Kernels,
  x: Float64Array,
  from: number,
  n: number,
  out: Float64Array | undefined,
  to: number,
  m: number,
  place: number,
  scale: Scale | undefined,
  sums: LaneSums,
): boolean {
  const { room, address, rows } = kernels;
  if (scale) rows.setScale(scale.before, scale.after, scale.t);
  take(room, x, from, n);
  // the maximum itself is left out of the sum: the exponential of -Infinity adds nothing
  const here = place >= from && place < from + n;
  if (here) room[place - from] = -Infinity;
  kernels.sums.set(sums);
  const kernel = scale ? rows.rowScaledExponentials : rows.rowExponentials;
  if (kernel(address, address, n, kernels.sumsAddress, m) !== 0) return false;
  sums.set(kernels.sums);
  if (here) room[place - from] = 1;
  out?.set(room.subarray(0, n), to);
  return true;
}

/** Divides n numbers in place. */
export function runDivision(kernels: Kernels, out: Float64Array, to: number, n: number, sum: number): void {
  const { room, address, rows } = kernels;
  for (let i = 0; i < n; i += CHUNK) {
    const length = Math.min(CHUNK, n - i);
    room.set(out.subarray(to + i, to + i + length));
    rows.rowDivided(address, length, sum);
    out.set(room.subarray(0, length), to + i);
  }
}

/** (x - m) / T - l for each number of a row. */
export function runLess(
  kernels: Kernels,
  x: Float64Array,
  from: number,
  n: number,
  out: Float64Array,
  to: number,
  m: number,
  scale: Scale | undefined,
  l: number,
): void {
  const { room, address, rows } = kernels;
  if (scale) rows.setScale(scale.before, scale.after, scale.t);
  const kernel = scale ? rows.rowScaledLess : rows.rowLess;
  for (let i = 0; i < n; i += CHUNK) {
    const length = Math.min(CHUNK, n - i);
    room.set(x.subarray(from + i, from + i + length));
    kernel(address, length, m, l);
    out.set(room.subarray(0, length), to + i);
  }
}
