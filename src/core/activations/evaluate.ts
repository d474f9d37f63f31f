import type { DType, NumericArray } from '../array/numericArray';
import { derivativesInto, valuesInto } from '../kernels/elementwise';
import { arithmeticOf } from '../precision/arithmeticOf';
import { roundInto } from '../precision/roundInto';
import { rounderOf } from '../precision/roundTo';
import type { Activation, Parameters } from './activation';
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

const modes: ReadonlySet<string> = new Set(['fused', 'stepwise']);

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
  if (!modes.has(mode)) {
    throw new RangeError(`evaluate requires a mode of fused or stepwise, got ${mode}`);
  }
  const data = array.data.slice();
  if (mode === 'stepwise') {
    stepwise(activation, array.data, data, p, dtype);
  } else if (dtype === 'float64') {
    valuesInto(activation, array.data, data, p);
  } else {
    fused(activation, array.data, data, p, dtype);
  }
  return { data, shape: [...array.shape], dtype };
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
  const p = completeParameters(activation, params);
  const data = array.data.slice();
  derivativesInto(activation, array.data, data, p);
  return { data, shape: [...array.shape], dtype: 'float64' };
}

function activationOf(who: string, id: string): Activation {
  const activation = activations.get(id);
  if (activation !== undefined) return activation;
  throw new RangeError(`${who} requires the id of an activation (${[...activations.keys()].join(', ')}), got ${id}`);
}

function fused(activation: Activation, source: Float64Array, target: Float64Array, p: Parameters, dtype: DType): void {
  roundInto(dtype, source, target, 'evaluate');
  if (activation.lost === undefined) {
    valuesInto(activation, target, target, p);
    roundInto(dtype, target, target);
    return;
  }
  const round = rounderOf(dtype);
  for (let i = 0; i < target.length; i++) {
    const value = activation.value(target[i]!, p);
    target[i] = roundedOnce(value, activation.lost(target[i]!, p), round);
  }
}

/**
 * value + lost rounded to the dtype at once. Rounding to float64 first may land in the middle between two numbers of
 * the dtype and then go the wrong way (double rounding), so there what the first rounding lost decides.
 */
function roundedOnce(value: number, lost: number, round: (x: number) => number): number {
  const step = Math.abs(value) * 2 ** -52;
  if (lost > 0) return round(value + step) === round(value - step) ? round(value) : round(value + step);
  if (lost < 0) return round(value + step) === round(value - step) ? round(value) : round(value - step);
  return round(value);
}

function stepwise(
  activation: Activation,
  source: Float64Array,
  target: Float64Array,
  p: Parameters,
  dtype: DType,
): void {
  const round = rounderOf(dtype, 'evaluate');
  const arithmetic = arithmeticOf(dtype);
  for (let i = 0; i < source.length; i++) target[i] = activation.textbook(round(source[i]!), p, arithmetic);
}
