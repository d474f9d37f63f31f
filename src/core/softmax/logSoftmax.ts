import type { NumericArray } from '../array/numericArray';
import { engine } from '../kernels/slot';
import { alongAxis, type ExactRow, type RowFunction, type TextbookRow } from './alongAxis';
import { differenceLess, scaledDifferenceLess, scaleOf } from './difference';
import { exponentials, FEWEST, firstMaximum } from './exponentials';
import type { SoftmaxOptions } from './options';

const exact: ExactRow = (x, from, n, out, to, temperature) => {
  const place = firstMaximum(x, from, n);
  const max = x[place]!;
  const scale = scaleOf(temperature);
  const l = Number.isFinite(max) ? Math.log1p(exponentials(x, from, n, undefined, 0, max, place, scale)) : NaN;
  if (!(l >= 0)) out.fill(NaN, to, to + n);
  else if (n >= FEWEST && engine()) engine()!.less(x, from, n, out, to, max, scale, l);
  else if (scale) for (let i = 0; i < n; i++) out[to + i] = scaledDifferenceLess(x[from + i]!, max, scale, l);
  else for (let i = 0; i < n; i++) out[to + i] = differenceLess(x[from + i]!, max, l);
};

const textbook: TextbookRow = (x, from, n, out, to, t, m, sum) => {
  let max = -Infinity;
  for (let i = 0; i < n; i++) {
    const v = t === 1 ? x[from + i]! : m.div(x[from + i]!, t);
    out[to + i] = v;
    max = m.max(max, v);
  }
  let total = 0;
  for (let i = to; i < to + n; i++) {
    out[i] = m.sub(out[i]!, max);
    total = sum.add(total, m.exp(out[i]!));
  }
  const log = m.log(m.constant(total));
  for (let i = to; i < to + n; i++) out[i] = m.sub(out[i]!, log);
};

const row: RowFunction = { id: 'logSoftmax', exact, textbook, masked: -Infinity };

/**
 * Log-softmax, log y_i = x_i / T - log of the sum of exp(x_j / T): what a cross-entropy loss needs. Computed as
 * (x_i - m) - log1p(sum of the others), where m is the largest: neither the logarithm of a softmax that underflowed
 * to 0 nor a difference of two large numbers, and right even where the largest takes all but 1e-300.
 *
 * The contracts for NaN, infinities and empty axes are softmax's.
 *
 * @throws RangeError for an axis, temperature, dtype, mode or mask that cannot be
 * @example logSoftmax(numericArray([0, -800])).data // 0, -800
 */
export function logSoftmax(array: NumericArray, options?: SoftmaxOptions): NumericArray {
  return alongAxis(row, array, options);
}
