import { axisLayout } from './axis';
import type { NumericArray } from './numericArray';

/**
 * One row along an axis as an array of its own, with a constant added to each number when wanted (to show that a
 * softmax does not change by it).
 *
 * @throws RangeError for an axis or a row that the array does not have
 * @example takeRow(numericArray([1, 2, 3, 4], [2, 2]), 0, 1).data // [2, 4]
 */
export function takeRow(array: NumericArray, axis: number, row: number, added = 0): NumericArray {
  const layout = axisLayout('takeRow', array, axis);
  const { length, stride, rows } = layout;
  if (!Number.isInteger(row) || row < 0 || row >= Math.max(1, rows)) {
    throw new RangeError(`takeRow requires a row between 0 and ${rows - 1}, got ${row}`);
  }
  const data = new Float64Array(length);
  const start = layout.rowStart(row);
  for (let k = 0; k < length; k++) data[k] = array.data[start + k * stride]! + added;
  return { data, shape: [length], dtype: array.dtype };
}

/**
 * Where a row lies: the index in each axis, with `:` for the axis that the row runs along.
 *
 * @example rowName([2, 3, 4], 1, 5) // '1, :, 1'
 */
export function rowName(shape: readonly number[], axis: number, row: number): string {
  const along = axis < 0 ? axis + shape.length : axis;
  let rest = row;
  const places: string[] = [];
  for (let i = shape.length - 1; i >= 0; i--) {
    if (i === along) {
      places.unshift(':');
      continue;
    }
    places.unshift(String(rest % shape[i]!));
    rest = Math.floor(rest / shape[i]!);
  }
  return places.join(', ');
}
