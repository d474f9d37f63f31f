import type { NumericArray } from '../../array/numericArray';
import type { Interpreter } from '../../code/runtime/interpreter';
import type { Value } from '../../code/value';
import { transpose } from '../transpose';
import type { Layer } from '../network';
import { affineOf, graphOf, nearestProducts } from './graph';
import { arrayOf, recogniseFunction } from './recognise';

/** Why a forward pass is no chain of dense layers. */
export type ChainRefusal = 'branches' | 'unknown-weights' | 'unknown-activation' | 'no-layers' | 'too-long';

export type Chain = { readonly layers: readonly Layer[] } | { readonly refusal: ChainRefusal };

const MOST_LAYERS = 1000;

/**
 * The dense layers that a value was computed by, from the input on: matrix products, what is added to them, and what
 * was done to the sums one by one.
 *
 * @param lookUp gives the array that a name stands for which the text does not define where it is used
 */
export function chainOf(output: Value, runtime: Interpreter, lookUp: (name: string) => Value | undefined): Chain {
  const layers: Layer[] = [];
  let value = output;
  for (;;) {
    const found = nearestProducts(value);
    if (found.length === 0) break;
    if (found.length > 1) return { refusal: 'branches' };
    if (layers.length >= MOST_LAYERS) return { refusal: 'too-long' };
    const [{ value: product, product: parts }] = found as [(typeof found)[0]];
    const affine = affineOf(value, product);
    const known = (one: Value): NumericArray | undefined => {
      const name = graphOf(one)?.op === 'name' ? graphOf(one)?.name : undefined;
      const meant = name === undefined ? one : lookUp(name);
      return meant === undefined || graphOf(meant) !== undefined ? undefined : arrayOf(meant, runtime);
    };
    const weights = known(parts.weights);
    if (weights === undefined) return { refusal: 'unknown-weights' };
    const W = matrixOf(weights, parts.weightsFirst);
    const bias = affine.bias ?? parts.bias;
    const given = bias === undefined ? undefined : known(bias);
    if (bias !== undefined && given === undefined) return { refusal: 'unknown-weights' };
    const b = W === undefined ? undefined : biasOf(given, W.shape[1]!);
    if (W === undefined || b === undefined) return { refusal: 'branches' };
    const activation = recogniseFunction(value, affine.value, runtime);
    if (activation === undefined) return { refusal: 'unknown-activation' };
    layers.unshift({ W, b, ...activation });
    value = parts.traced;
  }
  return layers.length === 0 ? { refusal: 'no-layers' } : { layers };
}

/** W as [inputs][units]. A vector on the input's right is one unit, on its left likewise. */
function matrixOf(weights: NumericArray, weightsFirst: boolean): NumericArray | undefined {
  if (weights.shape.length === 1) return { ...weights, shape: [weights.data.length, 1] };
  if (weights.shape.length !== 2) return undefined;
  return weightsFirst ? transpose(weights) : weights;
}

/** A bias of one number for each unit: a scalar counts for all of them. */
export function biasOf(bias: NumericArray | undefined, units: number): NumericArray | undefined {
  if (bias === undefined) return { data: new Float64Array(units), shape: [units], dtype: 'float64' };
  if (bias.data.length === 1) return { ...bias, data: new Float64Array(units).fill(bias.data[0]!), shape: [units] };
  return bias.data.length === units ? { ...bias, shape: [units] } : undefined;
}
