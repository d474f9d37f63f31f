import type { NumericArray } from '../array/numericArray';
import { alongAxis, type RowFunction } from './alongAxis';
import { shiftedDescending } from './shiftedDescending';
import { thresholdRow } from './threshold';
import type { SoftmaxOptions } from './options';

const row: RowFunction = {
  id: 'sparsemax',
  exact: thresholdRow(1),
  textbook: (x, from, n, out, to, t, m, sum) => {
    const sorted = shiftedDescending(x, from, n, out, to, t, m);
    let total = 0;
    let tau = 0;
    for (let k = 1; k <= n; k++) {
      const z = sorted[k - 1]!;
      total = sum.add(total, z);
      if (m.add(1, m.mul(m.constant(k), z)) <= m.constant(total)) break;
      tau = m.div(m.sub(m.constant(total), 1), m.constant(k));
    }
    for (let i = to; i < to + n; i++) out[i] = m.max(m.sub(out[i]!, tau), 0);
  },
  masked: 0,
};

/**
 * Sparsemax, y_i = max(x_i / T - tau, 0) with tau such that the row sums to 1: the distribution nearest to x, with
 * exact zeros for what is far below the maximum. Source: Martins & Astudillo, "From softmax to sparsemax" (2016).
 *
 * A row with NaN or +inf, or nothing but -inf, gives NaN; -inf beside finite numbers gives 0.
 *
 * @throws RangeError for an axis, temperature, dtype, mode or mask that cannot be
 * @example sparsemax(numericArray([-2, 0, 0.5])).data // 0, 0.25, 0.75
 */
export function sparsemax(array: NumericArray, options?: SoftmaxOptions): NumericArray {
  return alongAxis(row, array, options);
}
