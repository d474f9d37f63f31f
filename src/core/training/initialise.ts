import type { NumericArray } from '../array/numericArray';
import { LegacyDraws, type Draws } from '../code/random/draws';
import { Mt19937 } from '../code/random/mt19937';
import type { Network } from '../network/network';

export type SchemeId = 'zeros' | 'normal' | 'xavier' | 'he';

/** The standard deviation of fresh weights from so many inputs to so many units. */
const deviations: Readonly<Record<SchemeId, (inputs: number, units: number) => number>> = {
  zeros: () => 0,
  /** the small numbers of textbooks, `0.01 * np.random.randn(...)` */
  normal: () => 0.01,
  /** Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010 */
  xavier: (inputs, units) => Math.sqrt(2 / (inputs + units)),
  /** He, Zhang, Ren, Sun, "Delving deep into rectifiers", 2015 */
  he: (inputs) => Math.sqrt(2 / inputs),
};

export const schemes = Object.keys(deviations) as readonly SchemeId[];

/**
 * Fresh weights for a network: normally distributed around 0 as the scheme asks for; biases 0. The same seed gives
 * the same weights, those of `np.random.seed(seed)` and `np.random.randn(inputs, units)` layer by layer.
 *
 * @param deviation of `normal`, 0.01 by default
 */
export function initialise(network: Network, scheme: SchemeId, seed = 0, deviation = 0.01): Network {
  const draws: Draws = new LegacyDraws(Mt19937.fromNumber(seed >>> 0));
  const layers = network.layers.map((layer) => {
    const [inputs = 0, units = 0] = layer.W.shape;
    const scale = scheme === 'normal' ? deviation : deviations[scheme](inputs, units);
    const W: NumericArray = {
      ...layer.W,
      data: scale === 0 ? new Float64Array(inputs * units) : layer.W.data.map(() => scale * draws.normal()),
    };
    return { ...layer, W, b: { ...layer.b, data: new Float64Array(layer.b.data.length) } };
  });
  return { ...network, layers };
}
