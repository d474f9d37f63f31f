import type { NumericArray } from '../array/numericArray';
import { gradient } from '../functions/run';
import { dot } from './dot';
import { products } from './products';
import { forward } from './forward';
import { layerCall } from './layerCall';
import { inputRows, inputsOf, outputsOf, unitsOf } from './layout';
import type { Network, Trace } from './network';

/** Gradients of sum(dy * y): `da` of each layer's pre-activation, shape [batch, units], beside those of x, W and b. */
export interface Gradients {
  readonly x: NumericArray;
  readonly layers: readonly { readonly W: NumericArray; readonly b: NumericArray; readonly a: NumericArray }[];
}

const array = (data: Float64Array, shape: readonly number[]): NumericArray => ({ data, shape, dtype: 'float64' });

const ONE = new Float64Array([1]);

/**
 * Back-propagation by analytic derivatives: da = dz through the activation, dW = x^T da, db = the sum of da over the
 * batch, dx = da W^T.
 *
 * @param dy the gradient of the loss with respect to y, of y's shape; ones when left out
 * @param trace what `forward(network, x)` gave, where it is at hand
 * @throws RangeError as `forward`, and when dy has another number of values than y
 */
export function backward(
  network: Network,
  x: NumericArray,
  dy?: NumericArray,
  trace: Trace = forward(network, x),
): Gradients {
  const input = inputRows('backward', network, x);
  const { batch } = input;
  if (dy !== undefined && dy.data.length !== trace.y.data.length) {
    throw new RangeError(
      `backward requires dy of shape [${trace.y.shape.join(', ')}] as the output, got [${dy.shape.join(', ')}]`,
    );
  }
  let upstream: Float64Array = dy?.data ?? new Float64Array(trace.y.data.length).fill(1);
  const layers: { W: NumericArray; b: NumericArray; a: NumericArray }[] = [];
  for (let index = network.layers.length - 1; index >= 0; index--) {
    const layer = network.layers[index]!;
    const units = unitsOf(layer);
    const inputs = inputsOf(layer);
    const before = index === 0 ? x.data : trace.layers[index - 1]!.z.data;
    const a = array(trace.layers[index]!.a.data, [batch, units]);
    const dz = array(upstream, [batch, outputsOf(layer)]);
    const da = gradient(layerCall(layer), a, dz).data;
    const slopes = { data: da, step: units, along: 1 };
    const dW = products({ data: before, step: 1, along: inputs }, slopes, [inputs, batch, units]);
    const db = new Float64Array(units);
    for (let unit = 0; unit < units; unit++) {
      db[unit] = dot({ data: da, start: unit, step: units }, { data: ONE, start: 0, step: 0 }, batch);
    }
    const dx = products(slopes, { data: layer.W.data, step: 1, along: units }, [batch, units, inputs]);
    layers.unshift({ W: array(dW, layer.W.shape), b: array(db, layer.b.shape), a: array(da, [batch, units]) });
    upstream = dx;
  }
  return { x: array(upstream, x.shape), layers };
}
