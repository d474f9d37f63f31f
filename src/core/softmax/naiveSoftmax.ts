import type { NumericArray } from '../array/numericArray';
import { arithmeticOf } from '../precision/arithmeticOf';
import { alongAxis, type RowFunction, type TextbookRow } from './alongAxis';
import type { SoftmaxOptions } from './options';

const textbook: TextbookRow = (x, from, n, out, to, t, m, sum) => {
  let total = 0;
  for (let i = 0; i < n; i++) {
    const y = m.exp(t === 1 ? x[from + i]! : m.div(x[from + i]!, t));
    out[to + i] = y;
    total = sum.add(total, y);
  }
  total = m.constant(total);
  for (let i = to; i < to + n; i++) out[i] = m.div(out[i]!, total);
};

const float64 = arithmeticOf('float64');

const row: RowFunction = {
  id: 'naiveSoftmax',
  exact: (x, from, n, out, to, t) => textbook(x, from, n, out, to, t, float64, float64),
  textbook,
  masked: 0,
};

/**
 * Softmax as its definition says it, exp(x_i / T) / sum of exp(x_j / T), nothing shifted: to compare with. It gives
 * NaN once a number passes 709.78 (exp overflows: inf / inf), 0/0 when all lie below -745.
 *
 * `fused` computes the formula in float64, `stepwise` in the dtype.
 *
 * @throws RangeError for an axis, temperature, dtype, mode or mask that cannot be
 * @example naiveSoftmax(numericArray([1, 2, 3])).data // 0.09003057317038046, 0.24472847105479767, 0.6652409557748219
 */
export function naiveSoftmax(array: NumericArray, options?: SoftmaxOptions): NumericArray {
  return alongAxis(row, array, options);
}
