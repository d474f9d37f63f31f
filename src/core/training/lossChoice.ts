import type { NumericArray } from '../array/numericArray';
import type { Network } from '../network/network';
import type { LossId } from './loss';

/** The loss that belongs to how a network ends: cross-entropy to a softmax, binary to a sigmoid, squares to the rest. */
export function usualLoss(network: Network): LossId {
  const last = network.layers.at(-1)?.activation;
  if (last === 'softmax') return 'crossEntropy';
  return last === 'sigmoid' ? 'binaryCrossEntropy' : 'meanSquaredError';
}

/** Why a loss does not belong to how a network ends: its outputs are no probabilities, or probabilities and no logits. */
export type LossMismatch = 'noProbabilities' | 'noLogits';

const probabilities: Readonly<Partial<Record<LossId, readonly string[]>>> = {
  crossEntropy: ['softmax', 'sparsemax', 'sigmoid'],
  binaryCrossEntropy: ['sigmoid', 'softmax', 'hardSigmoid'],
};

/** @example lossMismatch(sampleNetwork, 'crossEntropy') // 'noProbabilities': it ends in the identity */
export function lossMismatch(network: Network, loss: LossId): LossMismatch | undefined {
  const last = network.layers.at(-1)?.activation ?? '';
  const fitting = probabilities[loss];
  if (fitting !== undefined) return fitting.includes(last) ? undefined : 'noProbabilities';
  const takesLogits = loss === 'crossEntropyWithLogits' || loss === 'binaryCrossEntropyWithLogits';
  return takesLogits && ['softmax', 'sigmoid'].includes(last) ? 'noLogits' : undefined;
}

/** Whether a loss takes one class for each row. */
export const takesClass = (loss: LossId): boolean => loss === 'crossEntropy' || loss === 'crossEntropyWithLogits';

/** Targets to begin with where nobody gave any: class 0 for a cross-entropy, else 0 everywhere. */
export function firstTarget(loss: LossId, batch: number, width: number): NumericArray {
  const data = new Float64Array(batch * width);
  if (takesClass(loss)) for (let row = 0; row < batch; row++) data[row * width] = 1;
  return { data, shape: [batch, width], dtype: 'float64' };
}

/** An array as inputs and targets: its last columns are the targets. */
export interface Split {
  readonly x: NumericArray;
  readonly target: NumericArray;
}

/**
 * The rows of an array as a data set: `inputs` columns, then one column of targets (numbers or class numbers) or as
 * many as the network has outputs. Undefined where the array has another form.
 *
 * @example splitRows({ data, shape: [4, 3], dtype }, 2, 1) // x [4, 2] and target [4, 1]
 */
export function splitRows(rows: NumericArray, inputs: number, outputs: number): Split | undefined {
  const [count = 0, width = 0] = rows.shape;
  const targets = width - inputs;
  if (rows.shape.length !== 2 || count === 0 || (targets !== 1 && targets !== outputs)) return undefined;
  const part = (from: number, columns: number): NumericArray => {
    const data = new Float64Array(count * columns);
    for (let row = 0; row < count; row++)
      data.set(rows.data.subarray(row * width + from, row * width + from + columns), row * columns);
    return { data, shape: [count, columns], dtype: 'float64' };
  };
  return { x: part(0, inputs), target: part(inputs, targets) };
}
