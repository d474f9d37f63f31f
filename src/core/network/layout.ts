import type { NumericArray } from '../array/numericArray';
import { resultShape } from '../functions/run';
import { layerCall } from './layerCall';
import type { Layer, Network } from './network';

/** The input of a network as rows: `batch` rows of `width` numbers; `single` when it was one vector. */
export interface Rows {
  readonly data: Float64Array;
  readonly batch: number;
  readonly width: number;
  readonly single: boolean;
}

const shapeText = (shape: readonly number[]): string => `[${shape.join(', ')}]`;

/** Units of a layer: the columns of its weights. */
export const unitsOf = (layer: Layer): number => layer.W.shape[1] ?? 0;

/** Inputs of a layer: the rows of its weights. */
export const inputsOf = (layer: Layer): number => layer.W.shape[0] ?? 0;

/** Numbers that a layer hands on: its units, or fewer after a gate. */
export const outputsOf = (layer: Layer): number => resultShape(layerCall(layer), [unitsOf(layer)])[0]!;

/** Which layer does not fit, counted from 0, why, and the figures for the translated wording. */
export interface ChainFault {
  readonly layer: number;
  readonly message: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/**
 * Why the layers do not chain, or undefined when they do.
 *
 * @example chainFault({ layers: [] }) // "a network requires at least one layer"
 */
export function chainFault(network: Network): ChainFault | undefined {
  if (network.layers.length === 0)
    return { layer: 0, message: 'a network requires at least one layer', details: { kind: 'empty' } };
  for (const [index, layer] of network.layers.entries()) {
    const name = `layer ${index + 1}`;
    if (layer.W.shape.length !== 2) {
      const message = `${name} requires W of two dimensions, got ${shapeText(layer.W.shape)}`;
      return { layer: index, message, details: { kind: 'W', layer: index + 1, shape: shapeText(layer.W.shape) } };
    }
    if (layer.b.shape.length !== 1 || layer.b.shape[0] !== unitsOf(layer)) {
      return {
        layer: index,
        message: `${name} requires b of shape [${unitsOf(layer)}] for W of shape ${shapeText(layer.W.shape)}, got ${shapeText(layer.b.shape)}`,
        details: {
          kind: 'b',
          layer: index + 1,
          shape: shapeText(layer.W.shape),
          units: unitsOf(layer),
          bias: shapeText(layer.b.shape),
        },
      };
    }
    const before = network.layers[index - 1];
    if (before !== undefined && outputsOf(before) !== inputsOf(layer)) {
      return {
        layer: index,
        message: `${name} has W of shape ${shapeText(layer.W.shape)} and so requires ${inputsOf(layer)} inputs, but layer ${index} with W of shape ${shapeText(before.W.shape)} gives ${outputsOf(before)}`,
        details: {
          kind: 'chain',
          layer: index + 1,
          before: index,
          shape: shapeText(layer.W.shape),
          shapeBefore: shapeText(before.W.shape),
          inputs: inputsOf(layer),
          outputs: outputsOf(before),
        },
      };
    }
  }
  return undefined;
}

/**
 * The input as rows, checked against the network.
 *
 * @throws RangeError when the layers do not chain or the input does not fit the first layer
 */
export function inputRows(who: string, network: Network, x: NumericArray): Rows {
  const fault = chainFault(network);
  if (fault !== undefined) throw new RangeError(`${who}: ${fault.message}`);
  const width = inputsOf(network.layers[0]!);
  const last = x.shape[x.shape.length - 1];
  if (x.shape.length < 1 || x.shape.length > 2 || last !== width) {
    throw new RangeError(
      `${who} requires an input of shape [${width}] or [batch, ${width}], got ${shapeText(x.shape)}`,
    );
  }
  const single = x.shape.length === 1;
  return { data: x.data, batch: single ? 1 : x.shape[0]!, width, single };
}
