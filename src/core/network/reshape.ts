import type { NumericArray } from '../array/numericArray';
import { LegacyDraws } from '../code/random/draws';
import { Mt19937 } from '../code/random/mt19937';
import { run } from '../functions/run';
import { layerCall } from './layerCall';
import { chainFault, inputsOf, outputsOf, unitsOf } from './layout';
import type { Layer, Network } from './network';

/** Most units of a layer that is changed by hand. */
export const mostUnits = 256;
/** Most layers of a network that is changed by hand. */
export const mostLayers = 12;

const array = (data: Float64Array, shape: readonly number[]): NumericArray => ({ data, shape, dtype: 'float64' });

/** [rows, columns] of old weights where they were, fresh ones beside and below. */
function resized(W: NumericArray, rows: number, columns: number, fresh: () => number): NumericArray {
  const [oldRows = 0, oldColumns = 0] = W.shape;
  const data = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const kept = row < oldRows && column < oldColumns;
      data[row * columns + column] = kept ? W.data[row * oldColumns + column]! : fresh();
    }
  }
  return array(data, [rows, columns]);
}

function fit(layer: Layer, inputs: number, units: number, seed: number): Layer {
  const draws = new LegacyDraws(Mt19937.fromNumber(seed >>> 0));
  const deviation = Math.sqrt(2 / (inputs + units));
  const b = new Float64Array(units);
  b.set(layer.b.data.subarray(0, units));
  return { ...layer, W: resized(layer.W, inputs, units, () => deviation * draws.normal()), b: array(b, [units]) };
}

function checked(network: Network): Network {
  const fault = chainFault(network);
  if (fault !== undefined) throw new RangeError(`reshaping requires layers that chain: ${fault.message}`);
  // a gate asks for a number of units that it can part
  for (const layer of network.layers)
    run(layerCall(layer), array(new Float64Array(unitsOf(layer)), [1, unitsOf(layer)]));
  return network;
}

/**
 * The network with another number of units in a layer: weights that stay keep their values, new ones are drawn as
 * Xavier has it, new biases are 0, and the next layer takes as many inputs.
 *
 * @throws RangeError when the count is no whole number from 1 to `mostUnits`, or the layers no longer chain
 */
export function withUnits(network: Network, index: number, units: number, seed = 0): Network {
  if (!Number.isInteger(units) || units < 1 || units > mostUnits) {
    throw new RangeError(`a layer requires 1 to ${mostUnits} units, got ${units}`);
  }
  const layers = [...network.layers];
  const layer = layers[index];
  if (layer === undefined) throw new RangeError(`editing requires a layer up to ${layers.length - 1}, got ${index}`);
  const changed = fit(layer, inputsOf(layer), units, seed);
  layers[index] = changed;
  const next = layers[index + 1];
  if (next !== undefined) layers[index + 1] = fit(next, outputsOf(changed), unitsOf(next), seed + 1);
  return checked({ ...network, layers });
}

/**
 * The network with one more hidden layer before the layer at `index`, as wide as what comes in there.
 *
 * @throws RangeError when the network has `mostLayers` already
 */
export function withNewLayer(network: Network, index: number, activation: string, seed = 0): Network {
  const before = network.layers[index];
  if (before === undefined || network.layers.length >= mostLayers) {
    throw new RangeError(`a network requires at most ${mostLayers} layers`);
  }
  const width = inputsOf(before);
  const empty: Layer = { W: array(new Float64Array(0), [0, 0]), b: array(new Float64Array(0), [0]), activation };
  const fresh = fit(empty, width, width, seed);
  return checked({ ...network, layers: [...network.layers.slice(0, index), fresh, ...network.layers.slice(index)] });
}

/**
 * The network without a hidden layer: the layer behind it takes the inputs of the one that goes.
 *
 * @throws RangeError for the last layer, which gives the outputs
 */
export function withoutLayer(network: Network, index: number, seed = 0): Network {
  const gone = network.layers[index];
  const next = network.layers[index + 1];
  if (gone === undefined || next === undefined) throw new RangeError('only a hidden layer can be taken out');
  const fitted = fit(next, inputsOf(gone), unitsOf(next), seed);
  const layers = [...network.layers.slice(0, index), fitted, ...network.layers.slice(index + 2)];
  return checked({ ...network, layers });
}
