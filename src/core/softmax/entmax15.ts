import type { NumericArray } from '../array/numericArray';
import { alongAxis, type RowFunction } from './alongAxis';
import { shiftedDescending } from './shiftedDescending';
import { thresholdRow } from './threshold';
import type { SoftmaxOptions } from './options';

const row: RowFunction = {
  id: 'entmax15',
  exact: thresholdRow(2),
  textbook: (x, from, n, out, to, t, m, sum) => {
    const sorted = shiftedDescending(x, from, n, out, to, t, m);
    let total = 0;
    let squares = 0;
    let tau = 0;
    for (let k = 1; k <= n; k++) {
      const z = m.div(sorted[k - 1]!, 2);
      total = sum.add(total, z);
      squares = sum.add(squares, m.mul(z, z));
      const mean = m.div(m.constant(total), m.constant(k));
      const spread = m.sub(m.constant(squares), m.mul(m.constant(k), m.mul(mean, mean)));
      const candidate = m.sub(mean, m.sqrt(m.max(m.div(m.sub(1, spread), m.constant(k)), 0)));
      if (candidate > z) break;
      tau = candidate;
    }
    for (let i = to; i < to + n; i++) {
      const y = m.max(m.sub(m.div(out[i]!, 2), tau), 0);
      out[i] = m.mul(y, y);
    }
  },
  masked: 0,
};

/**
 * Entmax with alpha 1.5, y_i = max(x_i / (2 T) - tau, 0)^2 with tau such that the row sums to 1: between softmax and
 * sparsemax, with exact zeros far below the maximum. Source: Peters, Niculae & Martins, "Sparse sequence-to-sequence
 * models" (2019).
 *
 * A row with NaN or +inf, or nothing but -inf, gives NaN; -inf beside finite numbers gives 0.
 *
 * @throws RangeError for an axis, temperature, dtype, mode or mask that cannot be
 * @example entmax15(numericArray([-2, 0, 0.5])).data // 0, 0.3260, 0.6740, rounded to 4 digits
 */
export function entmax15(array: NumericArray, options?: SoftmaxOptions): NumericArray {
  return alongAxis(row, array, options);
}
