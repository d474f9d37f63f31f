import * as core from '../core/index';
import type { NumericArray, Spelling } from '../core/index';

interface Row<O> {
  readonly id: string;
  readonly label: string;
  /** LaTeX */
  readonly formula: string;
  readonly spellings: readonly Pick<Spelling, 'code'>[];
  apply(array: NumericArray, options: O): NumericArray;
}

type Gate = Row<{ readonly axis: number; readonly pieces: number; readonly gate: 'first' | 'second' }>;

const row = <R extends Row<never>>(r: R): readonly [string, R] => [r.id, r];
const codes = (...list: string[]) => list.map((code) => ({ code }));

/** The functions of several slices of one axis. */
export const gates: ReadonlyMap<string, Gate> = new Map<string, Gate>([
  row({
    id: 'maxout',
    label: 'Maxout',
    formula: '\\max_k (W_k x + b_k)',
    spellings: codes('x.reshape(pieces, -1).max(0)'),
    apply: core.maxout,
  }),
]);
