import type { DType } from '../array/numericArray';
import type { Activation, Parameters } from '../activations/activation';

export type Side = 'value' | 'derivative';

/**
 * What the kernels offer. Each gives false where they have nothing for a call, which is TypeScript's then. Only this
 * file and the callers' few lines are loaded where kernels are not, or not yet.
 */
export interface Engine {
  activation(activation: Activation, side: Side, source: Float64Array, target: Float64Array, p: Parameters): boolean;
  round(dtype: DType, source: Float64Array, target: Float64Array): void;
}

let load: (() => Engine | undefined) | undefined;
let loaded: Engine | undefined;

/** The kernels, compiled at the first call; nothing without them. */
export function engine(): Engine | undefined {
  if (load !== undefined) {
    loaded = load();
    load = undefined;
  }
  return loaded;
}

/** Puts an engine in, or takes it out. It is made when it is first asked for. */
export function setEngine(make: (() => Engine | undefined) | undefined): void {
  load = make;
  loaded = undefined;
}
