/** How many values fall into each of `count` equal bins over an interval, and how many beside it. */
export interface Bins {
  readonly counts: Uint32Array;
  readonly below: number;
  readonly above: number;
  readonly largest: number;
}

/** Counts values into equal bins; the last bin holds its upper end. NaN is counted nowhere. */
export function countBins(values: Float64Array, domain: readonly [number, number], count: number): Bins {
  const [low, high] = domain;
  const counts = new Uint32Array(count);
  const factor = count / (high - low);
  let below = 0;
  let above = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < low) below++;
    else if (value > high) above++;
    else if (value === value) counts[Math.min(count - 1, Math.floor((value - low) * factor))]!++;
  }
  let largest = 0;
  for (const n of counts) if (n > largest) largest = n;
  return { counts, below, above, largest };
}
