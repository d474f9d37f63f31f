import type { Activation } from '../activations/activation';
import type { FunctionDescription } from '../function/record';
import { alongRows, gluGradient } from './gradients';
import type { GateRecord } from './record';

/** The record of a gated linear unit whose gate goes through `activation`. */
export const gatedUnit = (
  activation: Activation,
  apply: GateRecord['apply'],
  description: FunctionDescription,
): GateRecord => ({
  ...description,
  option: 'gate',
  activation: activation.id,
  parts: () => 2,
  apply,
  gradient: (array, upstream, { axis, gate } = {}) =>
    alongRows(array, upstream, axis, (a, dz, width) => gluGradient(activation, a, dz, width, gate === 'first')),
});
