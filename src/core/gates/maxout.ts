import { axisLayout } from '../array/axis';
import type { NumericArray } from '../array/numericArray';

export interface MaxoutOptions {
  /** into how many consecutive blocks of equal length the axis is cut */
  readonly pieces: number;
  /** default -1, the last */
  readonly axis?: number | undefined;
}

/**
 * Maxout: cuts an axis into `pieces` consecutive blocks and takes the largest of the numbers at the same place in
 * each, y_i = max over p of x_(p L/pieces + i). The axis comes out `pieces` times shorter. NaN in, NaN out.
 * Source: Goodfellow et al., "Maxout Networks" (2013).
 *
 * @throws RangeError when the axis does not divide into `pieces`
 * @example maxout(numericArray([1, 5, 3, 2]), { pieces: 2 }).data // 3, 5
 */
export function maxout(array: NumericArray, { pieces, axis }: MaxoutOptions): NumericArray {
  const { axis: resolved, length, stride, rows } = axisLayout('maxout', array, axis);
  if (!Number.isInteger(pieces) || pieces < 1 || length % pieces !== 0) {
    throw new RangeError(`maxout requires pieces that divide the axis of length ${length}, got ${String(pieces)}`);
  }
  const shape = array.shape.map((size, i) => (i === resolved ? size / pieces : size));
  const block = (length / pieces) * stride;
  const data = new Float64Array(block * (rows / stride || 0));
  for (let o = 0; o < data.length; o++) {
    const first = Math.floor(o / block) * block * pieces + (o % block);
    let max = -Infinity;
    for (let p = 0; p < pieces; p++) max = Math.max(max, array.data[first + p * block]!);
    data[o] = max;
  }
  return { data, shape, dtype: array.dtype };
}
