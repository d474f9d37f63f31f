import type { NumericArray } from '../array/numericArray';
import { networkHealth, type LayerHealth } from '../network/health';
import type { Network } from '../network/network';
import { norm2 } from '../network/norm2';
import type { LossId } from './loss';
import { lossOf } from './lossOf';
import { atRest, step, type OptimiserSettings, type OptimiserState } from './optimiser';

export interface TrainingSettings extends OptimiserSettings {
  readonly loss: LossId;
}

/** A training as it stands: every step makes another of these, so that one can go back. */
export interface Training {
  readonly network: Network;
  readonly x: NumericArray;
  readonly target: NumericArray;
  readonly settings: TrainingSettings;
  /** the loss before each step taken, the first being that of the fresh network */
  readonly losses: readonly number[];
  readonly state: OptimiserState;
}

export function startTraining(
  network: Network,
  x: NumericArray,
  target: NumericArray,
  settings: TrainingSettings,
): Training {
  return { network, x, target, settings, losses: [], state: atRest };
}

/**
 * Takes `count` steps over the whole batch. Stops early where the loss is no number any more: the steps before stay.
 *
 * @throws RangeError as `lossOf`
 */
export function train(training: Training, count = 1): Training {
  let { network, state } = training;
  const losses = [...training.losses];
  for (let i = 0; i < count; i++) {
    const { loss, gradients } = lossOf(network, training.x, training.target, training.settings.loss);
    losses.push(loss);
    if (!Number.isFinite(loss)) break;
    ({ network, state } = step(network, gradients, training.settings, state));
  }
  return { ...training, network, losses, state };
}

/** Dead and saturated units and the gradients that reach each layer, of the loss over the whole batch. */
export function trainingHealth({ network, x, target, settings }: Training): readonly LayerHealth[] {
  const { gradients, dy, fused } = lossOf(network, x, target, settings.loss);
  const health = networkHealth(network, x, fused ? {} : { dy });
  // with a fused loss the gradient by the last outputs is never formed: the layers' own are taken from the loss
  return health.map((layer, index) => ({
    ...layer,
    gradientNorm: norm2(gradients.layers[index]!.a.data),
    weightGradientNorm: norm2(gradients.layers[index]!.W.data),
    units: layer.units.map((unit, k) => ({
      ...unit,
      gradientNorm: norm2(column(gradients.layers[index]!.a.data, k, layer.units.length)),
    })),
  }));
}

const column = (data: Float64Array, k: number, width: number): Float64Array => data.filter((_, i) => i % width === k);
