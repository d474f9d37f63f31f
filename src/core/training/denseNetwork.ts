import type { Parameters } from '../activations/activation';
import { numericArray } from '../array/numericArray';
import type { Network } from '../network/network';

/**
 * A network of the given widths with all weights 0, to be initialised: `hidden` after every layer but the last.
 *
 * @param widths inputs, then the units of each layer
 * @example denseNetwork([2, 3, 1], 'relu', 'sigmoid').layers.length // 2
 */
export function denseNetwork(widths: readonly number[], hidden: string, last: string, params?: Parameters): Network {
  const layers = widths.slice(1).map((units, index) => {
    const inputs = widths[index]!;
    const isLast = index === widths.length - 2;
    return {
      W: numericArray(new Float64Array(inputs * units), [inputs, units]),
      b: numericArray(new Float64Array(units)),
      activation: isLast ? last : hidden,
      ...(isLast || params === undefined ? {} : { params }),
    };
  });
  return { layers };
}
