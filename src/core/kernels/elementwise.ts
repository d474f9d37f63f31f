import type { Activation, Parameters } from '../activations/activation';
import { engine } from './slot';

/** No kernel is faster than the loop of a record for fewer numbers; which needs how many its plan tells. */
export const FEWEST = 48;

/** The values of an activation over `source` into `target` (same length, may be the same array), by the fastest way. */
export function valuesInto(activation: Activation, source: Float64Array, target: Float64Array, p: Parameters): void {
  if (source.length >= FEWEST && engine()?.activation(activation, 'value', source, target, p)) return;
  activation.valueInto(source, target, p);
}

/** The derivatives, likewise. */
export function derivativesInto(
  activation: Activation,
  source: Float64Array,
  target: Float64Array,
  p: Parameters,
): void {
  if (source.length >= FEWEST && engine()?.activation(activation, 'derivative', source, target, p)) return;
  activation.derivativeInto(source, target, p);
}
