import type { NumericArray } from '../array/numericArray';
import { arithmeticOf } from '../precision/arithmeticOf';
import { alongAxis, type RowFunction, type TextbookRow } from './alongAxis';
import type { SoftmaxOptions } from './options';

const textbook: TextbookRow = (x, from, n, out, to, t, m, sum) => {
  let max = -Infinity;
  for (let i = 0; i < n; i++) {
    const v = t === 1 ? x[from + i]! : m.div(x[from + i]!, t);
    out[to + i] = v;
    max = m.max(max, v);
  }
  const c = m.log(max);
  let total = 0;
  for (let i = to; i < to + n; i++) {
    const y = m.exp(max >= 1 ? m.sub(out[i]!, c) : m.add(out[i]!, c));
    out[i] = y;
    total = sum.add(total, y);
  }
  total = m.constant(total);
  for (let i = to; i < to + n; i++) out[i] = m.div(out[i]!, total);
};

const float64 = arithmeticOf('float64');

const row: RowFunction = {
  id: 'logShiftedSoftmax',
  exact: (x, from, n, out, to, t) => textbook(x, from, n, out, to, t, float64, float64),
  textbook,
  masked: 0,
};

/**
 * An attempt at an overflow-safe softmax found in teaching notebooks: c = log(max x), then exp(x - c) where max x is
 * at least 1, else exp(x + c), divided by their sum. It shifts by the logarithm of the maximum, not by the maximum,
 * so it still overflows once a number passes about 716, gives NaN when the largest is not positive, and drifts in its
 * last digits: to compare with.
 *
 * `fused` computes the formula in float64, `stepwise` in the dtype.
 *
 * @throws RangeError for an axis, temperature, dtype, mode or mask that cannot be
 */
export function logShiftedSoftmax(array: NumericArray, options?: SoftmaxOptions): NumericArray {
  return alongAxis(row, array, options);
}
