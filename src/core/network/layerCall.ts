import { callOf, type FunctionCall } from '../function/call';
import { functions } from '../functions/registry';
import type { Layer } from './network';

/**
 * What a layer does to its pre-activations [batch, units], as a call: any activation, softmax or gate along the units.
 * Parameters are numbers, so a gate's half is counted: `gate: 1` for the first.
 */
export const layerCall = ({ activation, params }: Pick<Layer, 'activation' | 'params'>): FunctionCall =>
  callOf(activation, params);

/** Whether a layer can use the function of this id: it must leave a vector for each row. */
export function isLayerFunction(id: string): boolean {
  const record = functions.get(id);
  return record?.shape([1, 2], { axis: -1 }).length === 2;
}
