import type { NumericArray } from '../array/numericArray';
import { run } from '../functions/run';
import { layerCall } from './layerCall';
import { inputRows, outputsOf, unitsOf, type Rows } from './layout';
import type { Layer, Network, Trace } from './network';
import { products } from './products';

/** a = x W + b for every row, each entry a compensated dot product. */
function affine(rows: Rows, layer: Layer): Float64Array {
  const units = unitsOf(layer);
  const x = { data: rows.data, step: rows.width, along: 1 };
  return products(x, { data: layer.W.data, step: units, along: 1 }, [rows.batch, rows.width, units], layer.b.data);
}

/**
 * Runs a network: for each layer a = x W + b and z = activation(a), the z of one layer being the x of the next.
 *
 * @param x one input vector [inputs] or a batch [batch, inputs]
 * @throws RangeError when layers do not chain, the input does not fit, or an activation is unknown
 * @example forward(sampleNetwork, numericArray([1, 0.5])).layers[0].z.data // about [0.574, 0.668, 0.750]
 */
export function forward(network: Network, x: NumericArray): Trace {
  let rows = inputRows('forward', network, x);
  const { batch, single } = rows;
  const shaped = (data: Float64Array, width: number): NumericArray => ({
    data,
    shape: single ? [width] : [batch, width],
    dtype: 'float64',
  });
  const layers = network.layers.map((layer) => {
    const a: NumericArray = { data: affine(rows, layer), shape: [batch, unitsOf(layer)], dtype: 'float64' };
    const z = run(layerCall(layer), a);
    rows = { data: z.data, batch, width: outputsOf(layer), single };
    return { a: shaped(a.data, unitsOf(layer)), z: shaped(z.data, rows.width) };
  });
  const y = layers[layers.length - 1]!.z;
  return { layers, y: { data: y.data.slice(), shape: y.shape, dtype: y.dtype } };
}
