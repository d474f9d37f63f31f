import type { NumericArray } from '../array/numericArray';
import { gateAlongAxis, type GateOptions } from './gateAlongAxis';

/**
 * GeGLU, gated unit with GELU: y = a gelu(b), where a and b are the first and the second half of an axis (exchanged with
 * `gate: 'first'`), which comes out half as long. NaN in, NaN out; an empty axis gives an empty result.
 * Source: Shazeer, "GLU variants improve transformer" (2020).
 *
 * @throws RangeError for an axis that does not exist or has an odd length, and for another gate
 * @example geglu(numericArray([2, 1])).data // 1.6826894921370859
 */
export function geglu(array: NumericArray, options: GateOptions = {}): NumericArray {
  return gateAlongAxis('geglu', 'gelu', array, options);
}
