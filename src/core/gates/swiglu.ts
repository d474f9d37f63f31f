import type { NumericArray } from '../array/numericArray';
import { gateAlongAxis, type GateOptions } from './gateAlongAxis';

/**
 * SwiGLU, gated unit with SiLU: y = a silu(b) = a b sigmoid(b), where a and b are the first and the second half of an axis (exchanged with
 * `gate: 'first'`), which comes out half as long. NaN in, NaN out; an empty axis gives an empty result.
 * Source: Shazeer, "GLU variants improve transformer" (2020).
 *
 * @throws RangeError for an axis that does not exist or has an odd length, and for another gate
 * @example swiglu(numericArray([1, 0])).data // 0
 */
export function swiglu(array: NumericArray, options: GateOptions = {}): NumericArray {
  return gateAlongAxis('swiglu', 'silu', array, options);
}
