import type { NumericArray } from '../array/numericArray';
import type { Gradients } from '../network/backward';
import type { Network } from '../network/network';

export type OptimiserId = 'gradientDescent' | 'momentum' | 'adam';

export interface OptimiserSettings {
  readonly optimiser: OptimiserId;
  /** the learning rate */
  readonly rate: number;
  /** the share of the last step that momentum keeps, 0.9 by default */
  readonly momentum?: number;
}

/** What an optimiser remembers from step to step: for each layer and its W and b. */
export interface OptimiserState {
  readonly steps: number;
  readonly first: readonly Float64Array[];
  readonly second: readonly Float64Array[];
}

export const atRest: OptimiserState = { steps: 0, first: [], second: [] };

/** Adam's decay of the two moments and the number that keeps a quotient finite. */
const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;

/**
 * One step against the gradient; the given network stays as it is.
 *
 * gradientDescent: w - rate g. momentum (as PyTorch's SGD has it): v = momentum v + g, w - rate v. adam: Kingma and
 * Ba, "Adam: a method for stochastic optimization", 2015, with bias correction.
 */
export function step(
  network: Network,
  gradients: Gradients,
  { optimiser, rate, momentum = 0.9 }: OptimiserSettings,
  state: OptimiserState = atRest,
): { readonly network: Network; readonly state: OptimiserState } {
  const steps = state.steps + 1;
  const first: Float64Array[] = [];
  const second: Float64Array[] = [];
  const correction1 = 1 - BETA_1 ** steps;
  const correction2 = 1 - BETA_2 ** steps;
  const moved = (weights: NumericArray, gradient: NumericArray, slot: number): NumericArray => {
    const g = gradient.data;
    if (optimiser === 'gradientDescent') return { ...weights, data: weights.data.map((w, i) => w - rate * g[i]!) };
    const m = state.first[slot];
    if (optimiser === 'momentum') {
      const velocity = g.map((slope, i) => momentum * (m?.[i] ?? 0) + slope);
      first[slot] = velocity;
      return { ...weights, data: weights.data.map((w, i) => w - rate * velocity[i]!) };
    }
    const v = state.second[slot];
    const mean = g.map((slope, i) => BETA_1 * (m?.[i] ?? 0) + (1 - BETA_1) * slope);
    const square = g.map((slope, i) => BETA_2 * (v?.[i] ?? 0) + (1 - BETA_2) * slope * slope);
    first[slot] = mean;
    second[slot] = square;
    const move = (i: number): number =>
      (rate * (mean[i]! / correction1)) / (Math.sqrt(square[i]! / correction2) + EPSILON);
    return { ...weights, data: weights.data.map((w, i) => w - move(i)) };
  };
  const layers = network.layers.map((layer, index) => ({
    ...layer,
    W: moved(layer.W, gradients.layers[index]!.W, 2 * index),
    b: moved(layer.b, gradients.layers[index]!.b, 2 * index + 1),
  }));
  return { network: { ...network, layers }, state: { steps, first, second } };
}
