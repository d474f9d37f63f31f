import type { Settings } from '../function/parameter';
import { described, type FunctionRecord } from '../function/record';
import type { Activation, Parameters } from './activation';
import { activationSlopes, applyActivation } from './apply';

/** An activation's settings are all numbers. */
const numbers = (settings: Settings): Parameters => settings as Parameters;

/** An activation as a function over arrays; its settings are its parameters. */
export const activationFunction = (activation: Activation): FunctionRecord => ({
  ...described(activation),
  kind: 'activation',
  parameters: activation.parameters,
  exactId: activation.id,
  ...(activation.ordered && { ordered: activation.ordered }),
  shape: (shape) => shape,
  apply: (array, settings, rounding) => applyActivation(activation, array, numbers(settings), rounding),
  gradient(array, upstream, settings) {
    const { data, shape, dtype } = activationSlopes(activation, array, numbers(settings));
    return { data: data.map((slope, i) => slope * upstream.data[i]!), shape, dtype };
  },
});
