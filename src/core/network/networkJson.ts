import { numericArray } from '../array/numericArray';
import type { Layer, Network } from './network';

interface Plain {
  readonly name?: string;
  readonly layers: readonly {
    readonly W: readonly (readonly number[])[];
    readonly b: readonly number[];
    readonly activation: unknown;
    readonly params?: Layer['params'];
  }[];
}

/**
 * Reads what `writeNetwork` wrote, and only that: small enough to stand where the reader of foreign files would be
 * too much. Undefined for anything else.
 *
 * @example networkFromJson(writeNetwork(sampleNetwork)) // the sample network again
 */
export function networkFromJson(text: string): Network | undefined {
  try {
    const { name, layers } = JSON.parse(text) as Plain;
    const read = layers.map(({ W, b, activation, params }): Layer => {
      const weights = numericArray(W.flat(), [W.length, b.length]);
      return { W: weights, b: numericArray(b), activation: String(activation), ...(params && { params }) };
    });
    return read.length === 0 ? undefined : { ...(name !== undefined && { name }), layers: read };
  } catch {
    return undefined;
  }
}
