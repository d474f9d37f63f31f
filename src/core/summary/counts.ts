import type { Counts } from '../kernels/data';
import { CHUNK, engine } from '../kernels/slot';

/** @param smallestNormal below it a number is subnormal in its dtype */
export function countNumbers(data: Float64Array, smallestNormal: number): Counts {
  const counts: Counts = {
    ...{ min: Infinity, max: -Infinity, argmin: -1, argmax: -1, low: Infinity, high: -Infinity },
    ...{ nan: 0, positiveInf: 0, negativeInf: 0, zero: 0, negative: 0, subnormal: 0 },
  };
  for (let i = 0; i < data.length; i += CHUNK) {
    const end = Math.min(data.length, i + CHUNK);
    if (end - i >= FEWEST && engine()?.count(data, i, end, smallestNormal, counts)) continue;
    countPiece(data, i, end, smallestNormal, counts);
  }
  return counts;
}

/** From this many numbers on a kernel is faster than the loops of this folder. */
export const FEWEST = 64;

function countPiece(data: Float64Array, from: number, end: number, smallestNormal: number, counts: Counts): void {
  let { min, max, argmin, argmax, low, high } = counts;
  let { nan, positiveInf, negativeInf, zero, negative, subnormal } = counts;
  for (let i = from; i < end; i++) {
    const x = data[i]!;
    if (x !== x) {
      nan++;
      continue;
    }
    if (x < min || argmin < 0) [min, argmin] = [x, i];
    if (x > max || argmax < 0) [max, argmax] = [x, i];
    if (x < 0) negative++;
    if (x === Infinity) positiveInf++;
    else if (x === -Infinity) negativeInf++;
    else {
      if (x < low) low = x;
      if (x > high) high = x;
      if (x === 0) zero++;
      else if (x < smallestNormal && x > -smallestNormal) subnormal++;
    }
  }
  Object.assign(counts, { min, max, argmin, argmax, low, high });
  Object.assign(counts, { nan, positiveInf, negativeInf, zero, negative, subnormal });
}
