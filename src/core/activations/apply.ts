import { keepLabels } from '../array/keepLabels';
import type { DType, NumericArray } from '../array/numericArray';
import type { Rounding } from '../function/call';
import { derivativesInto, valuesInto } from '../kernels/elementwise';
import { roundInto } from '../precision/roundInto';
import type { Activation, Parameters } from './activation';
import { roundOnce } from './roundOnce';
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
  return keepLabels(array, { data, shape: [...array.shape], dtype });
}

/** The derivatives of an activation over an array, its parameters complete. */
export function activationSlopes(activation: Activation, array: NumericArray, p: Parameters): NumericArray {
  const data = array.data.slice();
  derivativesInto(activation, array.data, data, p);
  return keepLabels(array, { data, shape: [...array.shape], dtype: 'float64' });
}

function fused(activation: Activation, source: Float64Array, target: Float64Array, p: Parameters, dtype: DType): void {
  roundInto(dtype, source, target, 'evaluate');
  if (activation.lost === undefined) {
    valuesInto(activation, target, target, p);
    roundInto(dtype, target, target);
    return;
  }
  const inputs = target.slice();
  valuesInto(activation, inputs, target, p);
  roundOnce(dtype, target, (i) => activation.lost!(inputs[i]!, p));
}
