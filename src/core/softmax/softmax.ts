import type { NumericArray } from '../array/numericArray';
import { alongAxis, type ExactRow, type RowFunction, type TextbookRow } from './alongAxis';
import { scaleOf } from './difference';
import { divideRow } from './divideRow';
import { exponentials, firstMaximum } from './exponentials';
import type { SoftmaxOptions } from './options';

export const exactSoftmaxRow: ExactRow = (x, from, n, out, to, temperature) => {
  const place = firstMaximum(x, from, n);
  const m = x[place]!;
  const sum = Number.isFinite(m) ? 1 + exponentials(x, from, n, out, to, m, place, scaleOf(temperature)) : NaN;
  if (!(sum >= 1)) out.fill(NaN, to, to + n);
  else divideRow(out, to, n, sum);
};

export const textbookSoftmaxRow: TextbookRow = (x, from, n, out, to, t, m, sum) => {
  let max = -Infinity;
  for (let i = 0; i < n; i++) {
    const v = t === 1 ? x[from + i]! : m.div(x[from + i]!, t);
    out[to + i] = v;
    max = m.max(max, v);
  }
  let total = 0;
  for (let i = to; i < to + n; i++) {
    const y = m.exp(m.sub(out[i]!, max));
    out[i] = y;
    total = sum.add(total, y);
  }
  total = m.constant(total);
  for (let i = to; i < to + n; i++) out[i] = m.div(out[i]!, total);
};

const row: RowFunction = { id: 'softmax', exact: exactSoftmaxRow, textbook: textbookSoftmaxRow, masked: 0 };

/**
 * Softmax, y_i = exp(x_i / T) / sum of exp(x_j / T) along an axis: turns numbers into a distribution. Computed from
 * x_i - max x, which changes nothing and cannot overflow (Blanchard, Higham & Higham, "Accurately computing the
 * log-sum-exp and softmax functions", 2021), with the rounding error of that difference carried along.
 *
 * A row that holds NaN or +inf, or nothing but -inf, gives NaN throughout; -inf beside finite numbers gives 0; an
 * empty axis gives an empty result.
 *
 * @throws RangeError for an axis, temperature, dtype, mode or mask that cannot be
 * @example softmax(numericArray([1, 2, 3])).data // 0.09003057317038046, 0.24472847105479764, 0.6652409557748219
 */
export function softmax(array: NumericArray, options?: SoftmaxOptions): NumericArray {
  return alongAxis(row, array, options);
}
