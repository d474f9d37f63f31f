import * as core from '../core/index';
import type { NumericArray, SoftmaxOptions, Spelling } from '../core/index';

interface Row<O> {
  readonly id: string;
  readonly label: string;
  /** LaTeX */
  readonly formula: string;
  readonly spellings: readonly Pick<Spelling, 'code'>[];
  apply(array: NumericArray, options: O): NumericArray;
}

type Along = Row<SoftmaxOptions>;
type Gate = Row<{ readonly axis: number; readonly pieces: number; readonly gate: 'first' | 'second' }>;

const row = <R extends Row<never>>(r: R): readonly [string, R] => [r.id, r];
const codes = (...list: string[]) => list.map((code) => ({ code }));

/** The functions along an axis. */
export const softmaxFamily: ReadonlyMap<string, Along> = new Map<string, Along>([
  row({
    id: 'softmax',
    label: 'Softmax',
    formula: '\\frac{e^{x_i / T}}{\\sum_j e^{x_j / T}}',
    spellings: codes('torch.softmax(x, dim=-1)', 'F.softmax(x, dim=-1)', 'jax.nn.softmax(x)', 'tf.nn.softmax(x)'),
    apply: core.softmax,
  }),
  row({
    id: 'logSoftmax',
    label: 'Log-softmax',
    formula: 'x_i / T - \\log \\sum_j e^{x_j / T}',
    spellings: codes('torch.log_softmax(x, dim=-1)', 'F.log_softmax(x, dim=-1)', 'jax.nn.log_softmax(x)'),
    apply: core.logSoftmax,
  }),
  row({
    id: 'naiveSoftmax',
    label: 'Plain softmax',
    formula: '\\frac{e^{x_i}}{\\sum_j e^{x_j}}',
    spellings: codes('np.exp(x) / np.sum(np.exp(x))'),
    apply: core.naiveSoftmax,
  }),
  row({
    id: 'logShiftedSoftmax',
    label: 'Softmax shifted by the logarithm',
    formula: '\\frac{e^{x_i - \\log \\max x}}{\\sum_j e^{x_j - \\log \\max x}}',
    spellings: codes('np.exp(x - np.log(np.max(x)))'),
    apply: core.logShiftedSoftmax,
  }),
]);

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
