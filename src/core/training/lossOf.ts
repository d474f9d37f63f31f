import type { NumericArray } from '../array/numericArray';
import { backward, type Gradients } from '../network/backward';
import { forward } from '../network/forward';
import type { Network, Trace } from '../network/network';
import { losses, targetRows, type Loss, type LossId } from './loss';

/** What a network makes of a batch, how far it is from the targets, and where to it should move. */
export interface LossResult {
  /** the loss of the batch */
  readonly loss: number;
  /** the share of each row; their sum is the loss */
  readonly rows: Float64Array;
  readonly trace: Trace;
  /** of the loss, by x, every layer's weights, biases and pre-activations */
  readonly gradients: Gradients;
  /** the derivative of the loss by the outputs y of the network; by its last pre-activations where `fused` */
  readonly dy: NumericArray;
  /** the last activation and the loss were taken together, so that no probability rounds to 0 or 1 on the way */
  readonly fused: boolean;
}

/** The loss by its id. @throws RangeError when there is none */
export function lossById(id: LossId): Loss {
  const loss = losses.get(id);
  if (loss === undefined) throw new RangeError(`a loss requires one of ${[...losses.keys()].join(', ')}, got "${id}"`);
  return loss;
}

/**
 * The loss of a network on a batch, and its gradients by back-propagation.
 *
 * A softmax before a cross-entropy, and a sigmoid before a binary one, are taken together with it.
 *
 * @param x [inputs] or [batch, inputs]
 * @param target of the outputs' shape, or a class number a row
 * @throws RangeError as `forward` and `targetRows`
 */
export function lossOf(network: Network, x: NumericArray, target: NumericArray, lossId: LossId): LossResult {
  const loss = lossById(lossId);
  const trace = forward(network, x);
  const { y } = trace;
  const width = y.shape.at(-1) ?? 1;
  const batch = width === 0 ? 0 : y.data.length / width;
  const t = targetRows(target, batch, width).data;
  const last = network.layers.at(-1)!;
  const fused = loss.fused?.activation === last.activation && (last.params?.temperature ?? 1) === 1;
  const taken = fused ? lossById(loss.fused.loss) : loss;
  const outputs = { y: fused ? trace.layers.at(-1)!.a.data : y.data, t, width };
  const rows = taken.rows(outputs);
  const dy: NumericArray = { data: taken.gradient(outputs), shape: y.shape, dtype: 'float64' };
  const through: Network = fused
    ? { ...network, layers: [...network.layers.slice(0, -1), { W: last.W, b: last.b, activation: 'identity' }] }
    : network;
  return {
    loss: rows.reduce((sum, share) => sum + share, 0),
    rows,
    trace,
    gradients: backward(through, x, dy, trace),
    dy,
    fused,
  };
}
