/**
 * Moves the k-th smallest number of `values` to place k, smaller ones before it and larger ones behind (Hoare's
 * selection with the median of three as pivot; Hoare, "Algorithm 65: find", 1961). Should an order of numbers defeat
 * the pivots, what is left is sorted, so the time stays within n log n. Changes `values`, which must not hold NaN.
 */
export function select(values: Float64Array, k: number, from = 0, to = values.length - 1): number {
  let patience = 64;
  while (to > from) {
    if (patience-- === 0) {
      values.subarray(from, to + 1).sort();
      break;
    }
    const a = values[from]!;
    const b = values[(from + to) >> 1]!;
    const c = values[to]!;
    const pivot = a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
    let i = from;
    let j = to;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i <= j) {
        const swap = values[i]!;
        values[i++] = values[j]!;
        values[j--] = swap;
      }
    }
    if (k <= j) to = j;
    else if (k >= i) from = i;
    else break;
  }
  return values[k]!;
}

/**
 * Quantiles of numbers without NaN, between neighbours linearly interpolated: at q the place is q (n - 1). NumPy's
 * default, Hyndman and Fan's type 7. No numbers give NaN. The numbers are copied.
 *
 * @param qs ascending, each from 0 to 1
 * @example quantiles([4, 1, 3, 2], [0.5]) // [2.5]
 */
export function quantiles(numbers: ArrayLike<number>, qs: readonly number[]): number[] {
  const values = Float64Array.from(numbers);
  const last = values.length - 1;
  if (last < 0) return qs.map(() => NaN);
  let from = 0;
  return qs.map((q) => {
    const place = q * last;
    const k = Math.floor(place);
    const low = select(values, k, from);
    from = k;
    if (place === k) return low;
    let high = Infinity;
    for (let i = k + 1; i <= last; i++) if (values[i]! < high) high = values[i]!;
    return low === high ? low : low * (1 - (place - k)) + high * (place - k);
  });
}
