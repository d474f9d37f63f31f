import { dataSet } from './dataSets';
import { denseNetwork } from './denseNetwork';
import { initialise } from './initialise';
import { startTraining, type Training } from './training';

/**
 * Dying ReLU to look at: inputs that nobody has centred and a learning rate of 1 push every hidden unit below 0 for
 * every point within a few steps; the loss stays at ln 2 for good. With Leaky ReLU the same start learns.
 *
 * @param leaky whether the hidden layer is Leaky ReLU (slope 0.1) instead of ReLU
 */
export function dyingRelu(leaky: boolean): Training {
  const { x, t } = dataSet('offCentre', 40, 1);
  const empty = leaky
    ? denseNetwork([2, 6, 1], 'leakyRelu', 'sigmoid', { negativeSlope: 0.1 })
    : denseNetwork([2, 6, 1], 'relu', 'sigmoid');
  const settings = { loss: 'binaryCrossEntropy', optimiser: 'gradientDescent', rate: 1 } as const;
  return startTraining(initialise(empty, 'he', 0), x, t, settings);
}
