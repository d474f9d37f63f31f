import type { DType, NumericArray } from '../array/numericArray';
import { modes } from '../function/call';
import type { Activation, Parameters } from './activation';
import { activationSlopes, applyActivation } from './apply';
import { completeParameters } from './parameters';
import { activations } from './registry';

export interface EvaluateOptions {
  /**
   * The number type of the computation and of the result; default float64, whatever the array's own dtype: its
   * numbers are exact float64 values, and nothing is rounded that was not asked for.
   */
  readonly dtype?: DType | undefined;
  /**
   * `fused` (default): the input rounded to the dtype, the exact function, the result rounded once: a good kernel.
   * `stepwise`: every operation of the textbook formula, constants and parameters too, rounded to the dtype: what
   * code written in that type does, overflow and lost digits included.
   */
  readonly mode?: 'fused' | 'stepwise' | undefined;
}

/**
 * An activation over every number of an array. In float64 and fused it is within 2 units in the last place of the
 * exact value; NaN gives NaN, an infinity the limit, an empty array an empty result.
 *
 * @throws RangeError for an unknown id, dtype or mode, and for a parameter that is unknown, not finite or out of
 * its bounds
 * @example evaluate('relu', numericArray([-1, 2])).data // Float64Array [0, 2]
 */
export function evaluate(
  id: string,
  array: NumericArray,
  params?: Parameters,
  { dtype = 'float64', mode = 'fused' }: EvaluateOptions = {},
): NumericArray {
  const activation = activationOf('evaluate', id);
  const p = completeParameters(activation, params);
  if (!modes.includes(mode)) {
    throw new RangeError(`evaluate requires a mode of fused or stepwise, got ${mode}`);
  }
  return applyActivation(activation, array, p, { dtype, mode });
}

/**
 * The derivative of an activation at every number of an array, in float64; at a kink the subgradient that PyTorch
 * takes.
 *
 * @throws RangeError as `evaluate` does
 * @example derivative('relu', numericArray([-1, 2])).data // Float64Array [0, 1]
 */
export function derivative(id: string, array: NumericArray, params?: Parameters): NumericArray {
  const activation = activationOf('derivative', id);
  return activationSlopes(activation, array, completeParameters(activation, params));
}

function activationOf(who: string, id: string): Activation {
  const activation = activations.get(id);
  if (activation !== undefined) return activation;
  throw new RangeError(`${who} requires the id of an activation (${[...activations.keys()].join(', ')}), got ${id}`);
}
