import type { NumericArray } from '../array/numericArray';
import { gateAlongAxis, type GateOptions } from './gateAlongAxis';

/**
 * ReGLU, gated unit with ReLU: y = a max(b, 0), where a and b are the first and the second half of an axis (exchanged with
 * `gate: 'first'`), which comes out half as long. NaN in, NaN out; an empty axis gives an empty result.
 * Source: Shazeer, "GLU variants improve transformer" (2020).
 *
 * @throws RangeError for an axis that does not exist or has an odd length, and for another gate
 * @example reglu(numericArray([2, 3])).data // 6
 */
export function reglu(array: NumericArray, options: GateOptions = {}): NumericArray {
  return gateAlongAxis('reglu', 'relu', array, options);
}
