import type { NumericArray } from '../array/numericArray';
import { alongAxis, type RowFunction } from './alongAxis';
import { scaleOf } from './difference';
import { exponentials, firstMaximum } from './exponentials';
import type { SoftmaxOptions } from './options';

const row: RowFunction = {
  id: 'logSumExp',
  exact: (x, from, n, out, to, temperature) => {
    const place = firstMaximum(x, from, n);
    const m = x[place]!;
    const scale = scaleOf(temperature);
    let rest = 0;
    if (Number.isFinite(m)) rest = exponentials(x, from, n, undefined, 0, m, place, scale);
    else for (let i = from; i < from + n; i++) if (Number.isNaN(x[i])) rest = NaN;
    out[to] = m / temperature + Math.log1p(rest);
  },
  textbook: (x, from, n, out, to, t, m, sum) => {
    let max = -Infinity;
    for (let i = from; i < from + n; i++) max = m.max(max, t === 1 ? x[i]! : m.div(x[i]!, t));
    let total = 0;
    for (let i = from; i < from + n; i++) {
      total = sum.add(total, m.exp(m.sub(t === 1 ? x[i]! : m.div(x[i]!, t), Number.isFinite(max) ? max : 0)));
    }
    out[to] = m.add(Number.isFinite(max) ? max : 0, m.log(m.constant(total)));
  },
  masked: -Infinity,
  reduces: true,
};

/**
 * Log-sum-exp, log of the sum of exp(x_j / T) along an axis, which is removed: a smooth maximum. Computed as
 * m / T + log1p(sum of the others), where m is the largest, which cannot overflow. Where the two cancel, near a
 * result of 0, the error is 2^-52 absolute.
 *
 * NaN in, NaN out; +inf gives +inf, nothing but -inf gives -inf, as does an empty axis: the logarithm of 0.
 *
 * @throws RangeError for an axis, temperature, dtype, mode or mask that cannot be
 * @example logSumExp(numericArray([1000, 1000])).data // 1000.6931471805599
 */
export function logSumExp(array: NumericArray, options?: SoftmaxOptions): NumericArray {
  return alongAxis(row, array, options);
}
