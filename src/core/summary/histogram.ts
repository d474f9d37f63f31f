import type { NumericArray } from '../array/numericArray';

export interface Histogram {
  /** bins + 1 ascending borders, from the smallest to the largest finite number */
  readonly edges: Float64Array;
  /** how many finite numbers each bin holds: lower border included, upper one only in the last bin */
  readonly counts: Uint32Array;
  /** what no bin holds */
  readonly nan: number;
  readonly positiveInf: number;
  readonly negativeInf: number;
}

/**
 * Counts of the finite numbers in bins of equal width. Numbers that are all equal get a width of 1 (more where
 * they are huge) round them; with no finite number the borders are NaN and the counts 0. NaN and infinities are counted apart, so
 * that one of them does not spoil the picture.
 *
 * @throws RangeError unless bins is a whole number from 1 to 100000
 * @example histogram(numericArray([0, 1, 2, 4]), 2).counts // Uint32Array [2, 2]
 */
export function histogram({ data }: NumericArray, bins: number): Histogram {
  if (!Number.isInteger(bins) || bins < 1 || bins > 100_000) {
    throw new RangeError(`histogram requires a whole number of bins between 1 and 100000, got ${bins}`);
  }
  let [low, high] = [Infinity, -Infinity];
  let [nan, positiveInf, negativeInf] = [0, 0, 0];
  for (let i = 0; i < data.length; i++) {
    const x = data[i]!;
    if (x !== x) nan++;
    else if (x === Infinity) positiveInf++;
    else if (x === -Infinity) negativeInf++;
    else {
      if (x < low) low = x;
      if (x > high) high = x;
    }
  }
  if (low === high) {
    const around = Math.max(0.5, Math.abs(low) * 2 ** -50);
    [low, high] = [Math.max(-Number.MAX_VALUE, low - around), Math.min(Number.MAX_VALUE, high + around)];
  }
  // the distance between the two ends may overflow: then everything is halved
  const unit = high - low === Infinity ? 0.5 : 1;
  const width = high * unit - low * unit;
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) =>
    low > high ? NaN : i === bins ? high : Math.min(high, low + (width * (i / bins)) / unit),
  );
  const counts = new Uint32Array(bins);
  for (let i = 0; i < data.length; i++) {
    const x = data[i]!;
    if (x - x !== 0) continue;
    let bin = Math.min(bins - 1, Math.floor(((x * unit - low * unit) / width) * bins));
    // the quotient may be rounded across a border
    while (x < edges[bin]!) bin--;
    while (bin < bins - 1 && x >= edges[bin + 1]!) bin++;
    counts[bin] = counts[bin]! + 1;
  }
  return { edges, counts, nan, positiveInf, negativeInf };
}
