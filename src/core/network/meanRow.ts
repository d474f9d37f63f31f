import type { NumericArray } from '../array/numericArray';

/**
 * The mean of a batch's rows, [batch][units] -> [units]; one vector stays as it is.
 *
 * @example meanRow(numericArray([1, 2, 3, 4], [2, 2])).data // [2, 3]
 */
export function meanRow(array: NumericArray): NumericArray {
  const [batch = 0, units] = array.shape;
  if (units === undefined) return { ...array, data: Float64Array.from(array.data) };
  const data = new Float64Array(units);
  for (let row = 0; row < batch; row++)
    for (let unit = 0; unit < units; unit++) data[unit]! += array.data[row * units + unit]! / batch;
  return { data, shape: [units], dtype: array.dtype };
}
