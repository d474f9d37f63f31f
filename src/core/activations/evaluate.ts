import type { NumericArray } from '../array/numericArray';
import type { Activation, Parameters } from './activation';
import { completeParameters } from './parameters';
import { activations } from './registry';

/**
 * An activation over every number of an array, exact to 2 units in the last place.
 *
 * @throws RangeError for an unknown id, and for a parameter that is unknown, not finite or out of its bounds
 * @example evaluate('relu', numericArray([-1, 2])).data // Float64Array [0, 2]
 */
export function evaluate(id: string, array: NumericArray, params?: Parameters): NumericArray {
  const activation = activationOf('evaluate', id);
  const p = completeParameters(activation, params);
  const data = new Float64Array(array.data.length);
  activation.valueInto(array.data, data, p);
  return { data, shape: [...array.shape], dtype: 'float64' };
}

/**
 * The derivative of an activation at every number of an array; at a kink the subgradient that PyTorch takes.
 *
 * @throws RangeError as `evaluate` does
 * @example derivative('relu', numericArray([-1, 2])).data // Float64Array [0, 1]
 */
export function derivative(id: string, array: NumericArray, params?: Parameters): NumericArray {
  const activation = activationOf('derivative', id);
  const p = completeParameters(activation, params);
  const data = new Float64Array(array.data.length);
  activation.derivativeInto(array.data, data, p);
  return { data, shape: [...array.shape], dtype: 'float64' };
}

function activationOf(who: string, id: string): Activation {
  const activation = activations.get(id);
  if (activation !== undefined) return activation;
  throw new RangeError(`${who} requires the id of an activation (${[...activations.keys()].join(', ')}), got ${id}`);
}
