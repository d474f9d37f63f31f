import assert from 'node:assert/strict';
import { numericArray } from '../../../../src/core/array/numericArray';
import type { Network } from '../../../../src/core/network/network';
import { dataSet } from '../../../../src/core/training/dataSets';
import { denseNetwork } from '../../../../src/core/training/denseNetwork';
import { dyingRelu } from '../../../../src/core/training/dyingRelu';
import { decision, rangeOf } from '../../../../src/core/training/decision';
import { initialise } from '../../../../src/core/training/initialise';
import { losses, targetRows, type LossId } from '../../../../src/core/training/loss';
import { lossOf } from '../../../../src/core/training/lossOf';
import type { OptimiserId } from '../../../../src/core/training/optimiser';
import { startTraining, train, trainingHealth } from '../../../../src/core/training/training';
import { readReference } from '../../reference';

interface Weights {
  readonly weights: readonly (readonly (readonly number[])[])[];
  readonly biases: readonly (readonly number[])[];
}
interface Case extends Weights {
  readonly loss: LossId;
  readonly optimiser: OptimiserId;
  readonly functions: readonly string[];
  readonly x: readonly (readonly number[])[];
  readonly t: readonly (readonly number[])[];
  readonly gradients: Weights;
  readonly losses: readonly number[];
  readonly trained: Weights;
}

const matrix = (rows: readonly (readonly number[])[]) => numericArray(rows.flat(), [rows.length, rows[0]!.length]);

const networkOf = ({ weights, biases, functions }: Case): Network => ({
  layers: functions.map((activation, i) => ({
    W: matrix(weights[i]!),
    b: numericArray([...biases[i]!]),
    activation,
  })),
});

function near(got: ArrayLike<number>, wanted: readonly number[], what: string): void {
  assert.equal(got.length, wanted.length, what);
  wanted.forEach((value, i) =>
    assert.ok(Math.abs(got[i]! - value) <= 1e-11 * Math.max(1, Math.abs(value)), `${what}[${i}]: ${got[i]!}, ${value}`),
  );
}

describe('training', () => {
  for (const one of readReference('training/training.json') as readonly Case[]) {
    it(`${one.loss} after ${one.functions.at(-1)!} by ${one.optimiser}: as PyTorch`, () => {
      const network = networkOf(one);
      const [x, t] = [matrix(one.x), matrix(one.t)];
      const first = lossOf(network, x, t, one.loss);
      one.gradients.weights.forEach((W, i) => near(first.gradients.layers[i]!.W.data, W.flat(), `dW${i}`));
      one.gradients.biases.forEach((b, i) => near(first.gradients.layers[i]!.b.data, b, `db${i}`));
      const settings = { loss: one.loss, optimiser: one.optimiser, rate: 0.1 };
      const training = train(startTraining(network, x, t, settings), one.losses.length);
      near(training.losses, one.losses, 'losses');
      one.trained.weights.forEach((W, i) => near(training.network.layers[i]!.W.data, W.flat(), `W${i}`));
      one.trained.biases.forEach((b, i) => near(training.network.layers[i]!.b.data, b, `b${i}`));
    });
  }

  it('takes softmax and cross-entropy together: a probability that rounds to 0 still has a loss and a gradient', () => {
    const network: Network = {
      layers: [{ W: numericArray([1, 0, 0, 1], [2, 2]), b: numericArray([0, 0]), activation: 'softmax' }],
    };
    const { loss, gradients, fused } = lossOf(network, numericArray([1000, 0]), numericArray([1]), 'crossEntropy');
    assert.deepEqual([loss, fused, [...gradients.layers[0]!.b.data]], [1000, true, [1, -1]]);
    const plain = losses.get('crossEntropy')!.rows({ y: Float64Array.of(1, 0), t: Float64Array.of(0, 1), width: 2 });
    assert.equal(plain[0], Infinity);
  });

  it('leaves the network that it was given as it was', () => {
    const network = initialise(denseNetwork([2, 3, 1], 'tanh', 'sigmoid'), 'xavier', 1);
    const before = JSON.stringify(network.layers.map(({ W }) => [...W.data]));
    const { x, t } = dataSet('xor', 4);
    train(startTraining(network, x, t, { loss: 'binaryCrossEntropy', optimiser: 'adam', rate: 0.1 }), 3);
    assert.equal(JSON.stringify(network.layers.map(({ W }) => [...W.data])), before);
  });

  it('learns XOR, the circle and the spiral', () => {
    const tasks = [
      ['xor', 4, [2, 4, 1], 400],
      ['circle', 100, [2, 6, 1], 400],
      ['spiral', 60, [2, 12, 12, 1], 500],
    ] as const;
    for (const [id, count, sizes, steps] of tasks) {
      const network = initialise(denseNetwork(sizes, 'tanh', 'sigmoid'), 'xavier', 3);
      const { x, t } = dataSet(id, count, 1);
      const done = train(
        startTraining(network, x, t, { loss: 'binaryCrossEntropy', optimiser: 'adam', rate: 0.03 }),
        steps,
      );
      assert.ok(done.losses.at(-1)! < 0.1, `${id} ends at ${done.losses.at(-1)!}`);
    }
  });

  it('kills every ReLU of the lesson within its first steps, and Leaky ReLU learns from the same start', () => {
    assert.equal(trainingHealth(dyingRelu(false))[0]!.deadShare, 0);
    const dead = train(dyingRelu(false), 200);
    assert.equal(trainingHealth(dead)[0]!.deadShare, 1);
    assert.ok(Math.abs(dead.losses.at(-1)! - Math.LN2) < 0.01, `stuck at ${dead.losses.at(-1)!}`);
    const saved = train(dyingRelu(true), 200);
    assert.equal(trainingHealth(saved)[0]!.deadShare, 0);
    assert.ok(saved.losses.at(-1)! < 0.1);
  });

  it('draws the decision of a network of two inputs, rows from the top', () => {
    const network: Network = {
      layers: [{ W: numericArray([1, 10], [2, 1]), b: numericArray([0]), activation: 'identity' }],
    };
    const { values } = decision(network, { x1: [0, 2], x2: [0, 2] }, 2);
    assert.deepEqual([...values.data], [15.5, 16.5, 5.5, 6.5]);
    const { x1, x2 } = rangeOf(numericArray([0, 5, 10, 5], [2, 2]));
    assert.deepEqual(
      [x1, x2],
      [
        [-1, 11],
        [4, 6],
      ],
    );
  });

  it('stops where the loss is no number any more', () => {
    const network = initialise(denseNetwork([2, 3, 1], 'relu', 'identity'), 'he', 1);
    const { x, t } = dataSet('circle', 20);
    const done = train(
      startTraining(network, x, t, { loss: 'meanSquaredError', optimiser: 'gradientDescent', rate: 1e200 }),
      50,
    );
    assert.ok(done.losses.length < 50 && !Number.isFinite(done.losses.at(-1)!));
  });

  it('tells of the gradients of the loss where those of the outputs would all be 0', () => {
    const network: Network = {
      layers: [{ W: numericArray([1, 0, 0, 1], [2, 2]), b: numericArray([0, 0]), activation: 'softmax' }],
    };
    const settings = { loss: 'crossEntropy', optimiser: 'gradientDescent', rate: 1 } as const;
    const health = trainingHealth(
      startTraining(network, numericArray([1, 2, 3, 1], [2, 2]), numericArray([0, 1]), settings),
    );
    assert.ok(health[0]!.weightGradientNorm > 0.1);
  });

  it('draws the weights that np.random.seed and randn give', () => {
    const { data } = initialise(denseNetwork([2, 3, 1], 'relu', 'identity'), 'normal', 42).layers[0]!.W;
    near(data.subarray(0, 3), [0.004967141530112327, -0.0013826430117118466, 0.006476885381006925], 'W1');
    assert.deepEqual(
      [...initialise(denseNetwork([2, 3, 1], 'relu', 'identity'), 'zeros').layers[0]!.W.data],
      new Array(6).fill(0),
    );
  });

  it('says which targets it takes', () => {
    assert.deepEqual([...targetRows(numericArray([2, 0]), 2, 3).data], [0, 0, 1, 1, 0, 0]);
    assert.throws(() => targetRows(numericArray([3, 0]), 2, 3), /class numbers from 0 to 2/);
  });
});
