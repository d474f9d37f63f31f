import type { NumericArray } from '../array/numericArray';
import { alongAxis, type ExactRow, type RowFunction } from './alongAxis';
import { firstMaximum } from './exponentials';
import type { SoftmaxOptions } from './options';

const exact: ExactRow = (x, from, n, out, to) => {
  const place = firstMaximum(x, from, n);
  let fill = 0;
  for (let i = from; i < from + n; i++) if (Number.isNaN(x[i])) fill = NaN;
  out.fill(fill, to, to + n);
  if (fill === 0) out[to + place - from] = 1;
};

const row: RowFunction = { id: 'hardmax', exact, textbook: exact, masked: 0 };

/**
 * Hardmax: 1 at the first maximum along an axis, 0 elsewhere: the limit of softmax as the temperature goes to 0.
 * A row with NaN gives NaN. Infinities are numbers like others here: of +inf the first takes the 1, and in a row of
 * nothing but -inf the first entry, as ONNX does.
 *
 * @throws RangeError for an axis, temperature, dtype, mode or mask that cannot be
 * @example hardmax(numericArray([1, 3, 3])).data // 0, 1, 0
 */
export function hardmax(array: NumericArray, options?: SoftmaxOptions): NumericArray {
  return alongAxis(row, array, options);
}
