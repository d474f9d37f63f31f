/** What callers and kernels hand to each other. */

/** Extents and counts of a list of numbers, as `Summary` defines them; `low` and `high` of the finite ones alone. */
export interface Counts {
  min: number;
  max: number;
  argmin: number;
  argmax: number;
  low: number;
  high: number;
  nan: number;
  positiveInf: number;
  negativeInf: number;
  zero: number;
  negative: number;
  subnormal: number;
}

/** A matrix in typed data: entry (i, j) is `data[i * step + j * along]`. */
export interface Matrix {
  readonly data: Float64Array;
  readonly step: number;
  readonly along: number;
}
