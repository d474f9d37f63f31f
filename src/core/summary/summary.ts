/**
 * Statistics of an array. `min`, `max`, `mean`, `std`, the quartiles and the norms pass over NaN (`nan` tells how
 * many there are) but not over infinities: with +inf among the numbers max, mean and the norms are +inf and std is
 * NaN. `finite` holds the same for the finite numbers alone. Where there is no number at all a statistic is NaN; of
 * an empty array `count` is 0.
 */
export interface Summary {
  /** all entries, NaN and infinities among them */
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** population standard deviation: the root of the mean squared distance to the mean, divided by n, not n - 1 */
  readonly std: number;
  /** middle of the sorted numbers; quartiles interpolate linearly between neighbours, as NumPy does by default */
  readonly median: number;
  /** lower and upper quartile */
  readonly q1: number;
  readonly q3: number;
  /** sum of absolute values */
  readonly l1: number;
  /** root of the sum of squares, Euclidean length */
  readonly l2: number;
  /** largest absolute value */
  readonly lInf: number;
  readonly nan: number;
  /** positiveInf + negativeInf */
  readonly inf: number;
  readonly positiveInf: number;
  readonly negativeInf: number;
  /** -0 among them */
  readonly zero: number;
  /** below 0, -inf among them */
  readonly negative: number;
  /** not 0, but closer to 0 than the smallest normal number of the array's dtype */
  readonly subnormal: number;
  /** flat index of the first smallest and largest number, -1 where there is none */
  readonly argmin: number;
  readonly argmax: number;
  /** the same over finite numbers alone */
  readonly finite: {
    readonly count: number;
    readonly min: number;
    readonly max: number;
    readonly mean: number;
    readonly std: number;
  };
  /** in nats, mean over the rows of the last axis; NaN unless each row is a distribution */
  readonly entropy: number;
  /** exp(entropy): among how many equally likely choices that is; NaN unless each row is a distribution */
  readonly perplexity: number;
}

export interface SummaryOptions {
  /** false leaves median, q1 and q3 NaN: they take most of the time. Default true. */
  readonly quantiles?: boolean;
}
