import type { Constructor } from '../lexis/words';

export const enum Kind {
  root,
  list,
  /** brackets of constant arithmetic, or round a list: `([1, 2])` */
  group,
  /** a call that hands through its first argument: `np.array(…)`, `float(…)` */
  wrap,
  /** a function of numbers */
  compute,
}

export interface Frame {
  readonly kind: Kind;
  readonly open: number;
  readonly closer: number;
  /** operators below belong to the brackets outside */
  readonly mark: number;
  /** values below belong to the brackets outside */
  readonly base: number;
  readonly compute: ((...args: number[]) => number) | undefined;
  /** MATLAB's and Julia's brackets with rows */
  readonly matrix: boolean;
  /** what the present element is so far: nothing, a number, a list */
  pending: 0 | 1 | 2;
  elementStart: number;
  /** a call of `reshape`: its arguments behind the array, as texts, and whether the first index runs fastest */
  readonly reshape: { readonly lengths: string[]; readonly columns: boolean } | undefined;
  /** what is called here, where it is known */
  readonly callee: Constructor | undefined;
  /** how many values stood before this bracket */
  readonly from: number;
  /** elements finished, in the present row of a matrix */
  count: number;
  rows: number;
  separators: number;
  commas: number;
}
