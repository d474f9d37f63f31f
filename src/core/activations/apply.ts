import type { DType, NumericArray } from '../array/numericArray';
import type { Rounding } from '../function/call';
import { derivativesInto, valuesInto } from '../kernels/elementwise';
import { roundInto } from '../precision/roundInto';
import { rounderOf } from '../precision/roundTo';
import type { Activation, Parameters } from './activation';
import { stepwiseInto } from './stepwise';

/** An activation over an array, its parameters complete. */
export function applyActivation(
  activation: Activation,
  array: NumericArray,
  p: Parameters,
  { dtype, mode }: Rounding,
): NumericArray {
  const data = array.data.slice();
  if (mode === 'stepwise') {
    stepwiseInto(activation, array.data, data, p, dtype);
  } else if (dtype === 'float64') {
    valuesInto(activation, array.data, data, p);
  } else {
    fused(activation, array.data, data, p, dtype);
  }
  return { data, shape: [...array.shape], dtype };
}

/** The derivatives of an activation over an array, its parameters complete. */
export function activationSlopes(activation: Activation, array: NumericArray, p: Parameters): NumericArray {
  const data = array.data.slice();
  derivativesInto(activation, array.data, data, p);
  return { data, shape: [...array.shape], dtype: 'float64' };
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
