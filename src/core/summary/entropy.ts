import { axisLayout } from '../array/axis';
import type { NumericArray } from '../array/numericArray';

/** How far from 1 a sum may be: distributions are often printed with 4 decimals. */
export const DISTRIBUTION_TOLERANCE = 1e-3;

/**
 * Shannon entropy in nats, -sum of p ln p with 0 ln 0 = 0, of each row along an axis; NaN for a row that is no
 * distribution: a number below 0 or above 1, or a sum further from 1 than 0.001. An empty row has NaN.
 *
 * @throws RangeError for an axis that the array does not have
 * @example rowEntropies(numericArray([0.5, 0.5])) // Float64Array [0.6931471805599453]
 */
export function rowEntropies(array: NumericArray, axis = -1): Float64Array {
  const layout = axisLayout('rowEntropies', array, axis);
  const { length, stride, rows } = layout;
  const out = new Float64Array(rows);
  for (let r = 0; r < rows; r++) {
    let sum = 0;
    let entropy = 0;
    let possible = true;
    for (let k = 0, i = layout.rowStart(r); k < length && possible; k++, i += stride) {
      const p = array.data[i]!;
      possible = p >= 0 && p <= 1;
      sum += p;
      if (p > 0) entropy -= p * Math.log(p);
    }
    out[r] = possible && Math.abs(sum - 1) <= DISTRIBUTION_TOLERANCE ? entropy : NaN;
  }
  return out;
}
