import type { NumericArray } from '../array/numericArray';
import { alongAxis, type RowFunction } from './alongAxis';
import { exactSoftmaxRow, textbookSoftmaxRow } from './softmax';
import type { SoftmaxOptions } from './options';

const row: RowFunction = {
  id: 'softmin',
  exact: (x, from, n, out, to, temperature) => {
    for (let i = 0; i < n; i++) out[to + i] = -x[from + i]!;
    exactSoftmaxRow(out, to, n, out, to, temperature);
  },
  textbook: (x, from, n, out, to, t, m, sum) => {
    for (let i = 0; i < n; i++) out[to + i] = m.neg(x[from + i]!);
    textbookSoftmaxRow(out, to, n, out, to, t, m, sum);
  },
  masked: 0,
};

/**
 * Softmin, y_i = exp(-x_i / T) / sum of exp(-x_j / T) along an axis: the softmax of -x, so the smallest number gets
 * the largest share. Contracts are softmax's, with the signs of the infinities exchanged.
 *
 * @throws RangeError for an axis, temperature, dtype, mode or mask that cannot be
 * @example softmin(numericArray([3, 2, 1])).data // 0.09003057317038046, 0.24472847105479764, 0.6652409557748219
 */
export function softmin(array: NumericArray, options?: SoftmaxOptions): NumericArray {
  return alongAxis(row, array, options);
}
