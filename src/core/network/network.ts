import type { Parameters } from '../activations/activation';
import { numericArray, type NumericArray } from '../array/numericArray';

/**
 * A dense layer: pre-activation a = x W + b, activation z = activation(a).
 *
 * `W` is [inputs][units], `b` is [units]. `activation` is the id of an activation, of the softmax family or of a gate
 * (along the units of each row); a gate leaves fewer outputs than units.
 */
export interface Layer {
  readonly W: NumericArray;
  readonly b: NumericArray;
  readonly activation: string;
  readonly params?: Parameters;
}

/** Dense layers in a chain: the outputs of one are the inputs of the next. */
export interface Network {
  readonly name?: string;
  readonly layers: readonly Layer[];
}

/** Every layer's pre-activation and activation; shapes [units] for one input vector, [batch][units] for a batch. */
export interface Trace {
  readonly layers: readonly { readonly a: NumericArray; readonly z: NumericArray }[];
  readonly y: NumericArray;
}

/**
 * The 2-3-2-2 network that the notebook computes by hand: sigmoid, sigmoid, identity.
 *
 * @example forward(sampleNetwork, numericArray([1, 0.5])).y.data // about [0.31682708, 0.69627909]
 */
export const sampleNetwork: Network = {
  name: '2-3-2-2',
  layers: [
    {
      W: numericArray([0.1, 0.3, 0.5, 0.2, 0.4, 0.6], [2, 3]),
      b: numericArray([0.1, 0.2, 0.3]),
      activation: 'sigmoid',
    },
    { W: numericArray([0.1, 0.4, 0.2, 0.5, 0.3, 0.6], [3, 2]), b: numericArray([0.1, 0.2]), activation: 'sigmoid' },
    { W: numericArray([0.1, 0.3, 0.2, 0.4], [2, 2]), b: numericArray([0.1, 0.2]), activation: 'identity' },
  ],
};
