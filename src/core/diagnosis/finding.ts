import type { AxisLayout } from '../array/axis';

/** Every remark that `diagnose` can make; host words each in two languages. */
export type FindingId =
  | 'nonfinite-input'
  | 'nonfinite-result'
  | 'dtype-overflow'
  | 'row-sum'
  | 'already-probabilities'
  | 'other-axis'
  | 'masked-row'
  | 'constant-row'
  | 'infinite-logit'
  | 'single-entry'
  | 'logit-spacing'
  | 'equal-rows'
  | 'constant-row-sum'
  | 'log-probabilities'
  | 'quantised'
  | 'all-dead'
  | 'dead-units'
  | 'saturated-units'
  | 'saturated-values'
  | 'rounds-to-bound'
  | 'printed-digits'
  | 'framework-default';

/** What an expert would remark on an array and a function. */
export interface Finding {
  readonly id: FindingId;
  /** info: good to know; warning: probably not what was meant; error: the result holds NaN or infinities */
  readonly severity: 'info' | 'warning' | 'error';
  /** plain English, for logs and other programs */
  readonly message: string;
  /** flat indices of the values concerned, at most `INDICES_KEPT`; units (columns) for findings on units */
  readonly indices: readonly number[];
  /** how many there are in all */
  readonly count: number;
  /** the numbers and names that the message mentions */
  readonly figures: Readonly<Record<string, number | string>>;
}

/** Findings name this many places; `count` tells how many more there are. */
export const INDICES_KEPT = 1000;

/** Rows along the context's axis as a finding gives them: the flat index of each one's first value. */
export function startsOf(
  { layout }: { readonly layout: AxisLayout },
  rows: readonly number[],
): { indices: number[]; count: number } {
  return { indices: rows.slice(0, INDICES_KEPT).map((row) => layout.rowStart(row)), count: rows.length };
}

/** Indices for which the test holds, the first `INDICES_KEPT` of them, and their number. */
export function indicesWhere(length: number, test: (index: number) => boolean): { indices: number[]; count: number } {
  const indices: number[] = [];
  let count = 0;
  for (let i = 0; i < length; i++) {
    if (!test(i)) continue;
    if (count++ < INDICES_KEPT) indices.push(i);
  }
  return { indices, count };
}
