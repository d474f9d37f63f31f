import type { NumericArray } from '../array/numericArray';
import type { Layer, Network } from './network';

/** A network with one layer replaced. */
function withLayer(network: Network, index: number, change: (layer: Layer) => Layer): Network {
  if (!Number.isInteger(index) || index < 0 || index >= network.layers.length) {
    throw new RangeError(`editing requires a layer between 0 and ${network.layers.length - 1}, got ${index}`);
  }
  return { ...network, layers: network.layers.map((layer, i) => (i === index ? change(layer) : layer)) };
}

function withValue(array: NumericArray, place: number, value: number): NumericArray {
  if (!Number.isInteger(place) || place < 0 || place >= array.data.length) {
    throw new RangeError(`editing requires a place between 0 and ${array.data.length - 1}, got ${place}`);
  }
  const data = Float64Array.from(array.data);
  data[place] = value;
  return { ...array, data };
}

/** The network with another weight at a flat place of a layer's W. */
export function withWeight(network: Network, layer: number, place: number, value: number): Network {
  return withLayer(network, layer, (old) => ({ ...old, W: withValue(old.W, place, value) }));
}

/** The network with another bias of a unit. */
export function withBias(network: Network, layer: number, unit: number, value: number): Network {
  return withLayer(network, layer, (old) => ({ ...old, b: withValue(old.b, unit, value) }));
}

/** The network with another activation of a layer, with its default parameters. */
export function withActivation(network: Network, layer: number, activation: string): Network {
  return withLayer(network, layer, ({ W, b }) => ({ W, b, activation }));
}

/** The network with Leaky ReLU wherever it had ReLU: units that died get a gradient again. */
export function withLeakyRelu(network: Network): Network {
  const layers = network.layers.map(({ W, b, activation, params }) =>
    activation === 'relu' ? { W, b, activation: 'leakyRelu' } : { W, b, activation, ...(params && { params }) },
  );
  return { ...network, layers };
}
