import type { NumericArray } from '../array/numericArray';
import { gateAlongAxis, type GateOptions } from './gateAlongAxis';

/**
 * GLU, gated linear unit: y = a sigmoid(b), where a and b are the first and the second half of an axis (exchanged with
 * `gate: 'first'`), which comes out half as long. NaN in, NaN out; an empty axis gives an empty result.
 * Source: Dauphin et al., "Language modeling with gated convolutional networks" (2017).
 *
 * @throws RangeError for an axis that does not exist or has an odd length, and for another gate
 * @example glu(numericArray([1, 2, 3, 4])).data // 0.9525741268224334, 1.9640275800758169
 */
export function glu(array: NumericArray, options: GateOptions = {}): NumericArray {
  return gateAlongAxis('glu', 'sigmoid', array, options);
}
