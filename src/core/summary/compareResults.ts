/** Two lists of numbers side by side. */
export interface Compared {
  /** one minus other, as far as both go; 0 where both are the same, infinities and NaN included */
  readonly differences: Float64Array;
  /** count of values that are not the same */
  readonly differing: number;
  /** index of the value of largest difference, a NaN before any number; -1 where all are the same */
  readonly largest: number;
}

/**
 * Compares two lists value by value, as far as both go.
 *
 * @example compareResults(Float64Array.of(1, 2), Float64Array.of(1, 2.5)).differences // 0, -0.5
 */
export function compareResults(one: Float64Array, other: Float64Array): Compared {
  const count = Math.min(one.length, other.length);
  const differences = new Float64Array(count);
  let differing = 0;
  let largest = -1;
  let size = -1;
  for (let i = 0; i < count; i++) {
    const [a, b] = [one[i]!, other[i]!];
    if (a === b || (Number.isNaN(a) && Number.isNaN(b))) continue;
    const difference = a - b;
    differences[i] = difference;
    differing++;
    const weight = Number.isNaN(difference) ? Infinity : Math.abs(difference);
    if (weight > size) {
      size = weight;
      largest = i;
    }
  }
  return { differences, differing, largest };
}
