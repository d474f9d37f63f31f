import assert from 'node:assert/strict';
import { numericArray } from '../../../../src/core/array/numericArray';
import { backward } from '../../../../src/core/network/backward';
import { forward } from '../../../../src/core/network/forward';
import { sampleNetwork, type Network } from '../../../../src/core/network/network';
import ours from '../../../reference/networks.json';
import frameworks from '../../../reference/frameworks/networks.json';

type Matrix = readonly (readonly number[])[];

const matrix = (rows: Matrix) => numericArray(rows.flat(), [rows.length, rows[0]?.length ?? 0]);

function close(actual: ArrayLike<number>, expected: readonly number[], tolerance: number, what: string): void {
  assert.equal(actual.length, expected.length, what);
  expected.forEach((value, i) => {
    const error = Math.abs(actual[i]! - value);
    assert.ok(error <= tolerance * Math.max(1e-3, Math.abs(value)), `${what}[${i}]: ${actual[i]!} is not ${value}`);
  });
}

describe('forward, backward', () => {
  it('computes the sample network of the notebook for x = [1, 0.5]', () => {
    const trace = forward(sampleNetwork, numericArray([1, 0.5]));
    close(trace.y.data, [0.31682708, 0.69627909], 1e-7, 'y');
    close(trace.layers[0]!.a.data, [0.3, 0.7, 1.1], 1e-15, 'a1');
    close(trace.layers[0]!.z.data, [0.57444252, 0.66818777, 0.75026011], 1e-7, 'z1');
    close(trace.layers[1]!.a.data, [0.51615984, 1.21402696], 1e-7, 'a2');
    close(trace.layers[1]!.z.data, [0.62624937, 0.7710107], 1e-7, 'z2');
    assert.deepEqual(trace.y.shape, [2]);
  });

  for (const network of ours.cases) {
    it(`agrees with PyTorch on ${network.name}`, () => {
      const mine: Network = {
        layers: network.layers.map(({ W, b, activation }) => ({ W: matrix(W), b: numericArray(b), activation })),
      };
      const x = numericArray(
        network.x.flat(),
        Array.isArray(network.x[0]) ? matrix(network.x as never).shape : undefined,
      );
      const trace = forward(mine, x);
      network.trace.forEach((layer, i) => {
        close(trace.layers[i]!.a.data, layer.a.flat(), 1e-13, `a${i + 1}`);
        close(trace.layers[i]!.z.data, layer.z.flat(), 1e-13, `z${i + 1}`);
      });
      const gradients = backward(mine, x);
      close(gradients.x.data, network.gradientOfSumOfOutputs.x.flat(), 1e-12, 'dx');
      network.gradientOfSumOfOutputs.W.forEach((dW, i) =>
        close(gradients.layers[i]!.W.data, dW.flat(), 1e-12, `dW${i}`),
      );
      network.gradientOfSumOfOutputs.b.forEach((db, i) =>
        close(gradients.layers[i]!.b.data, db.flat(), 1e-12, `db${i}`),
      );
    });
  }

  const ids: Readonly<Record<string, string>> = {
    log_softmax: 'logSoftmax',
    leaky_relu: 'leakyRelu',
    hardswish: 'hardSwish',
  };
  for (const network of frameworks.networks) {
    it(`agrees with 600-bit arithmetic on "${network.name}"`, () => {
      const mine: Network = {
        layers: network.layers.map(({ W, b, activation, params }) => {
          const { alpha, negative_slope: negativeSlope, approximate } = params as Record<string, number | string>;
          const given = Object.entries({ alpha, negativeSlope }).filter(([, value]) => typeof value === 'number');
          return {
            W: matrix(W),
            b: numericArray(b),
            activation: approximate === 'tanh' ? 'geluTanh' : (ids[activation] ?? activation),
            params: Object.fromEntries(given) as Record<string, number>,
          };
        }),
      };
      const x = matrix(network.x);
      const trace = forward(mine, x);
      network.mp.trace.forEach((layer, i) => {
        close(trace.layers[i]!.a.data, layer.z.flat(), 4e-15, `a${i + 1}`);
        close(trace.layers[i]!.z.data, layer.a.flat(), 4e-15, `z${i + 1}`);
      });
      const gradients = backward(mine, x, matrix(network.upstream));
      close(gradients.x.data, network.mp.dx.flat(), 2e-13, 'dx');
      network.mp.dW.forEach((dW, i) => close(gradients.layers[i]!.W.data, dW.flat(), 2e-13, `dW${i + 1}`));
      network.mp.db.forEach((db, i) => close(gradients.layers[i]!.b.data, db.flat(), 2e-13, `db${i + 1}`));
    });
  }

  it('says which two layers do not chain, with both shapes', () => {
    const broken: Network = { layers: [sampleNetwork.layers[0]!, sampleNetwork.layers[2]!] };
    assert.throws(() => forward(broken, numericArray([1, 0.5])), {
      name: 'RangeError',
      message:
        'forward: layer 2 has W of shape [2, 2] and so requires 2 inputs, but layer 1 with W of shape [2, 3] gives 3',
    });
  });

  it('says which input it takes', () => {
    assert.throws(() => forward(sampleNetwork, numericArray([1, 2, 3])), {
      name: 'RangeError',
      message: 'forward requires an input of shape [2] or [batch, 2], got [3]',
    });
  });

  it('refuses a gradient that has another size than the output', () => {
    assert.throws(() => backward(sampleNetwork, numericArray([1, 2]), numericArray([1, 2, 3])), {
      name: 'RangeError',
      message: 'backward requires dy of shape [2] as the output, got [3]',
    });
  });

  it('runs a batch of no rows', () => {
    assert.deepEqual(forward(sampleNetwork, numericArray([], [0, 2])).y.shape, [0, 2]);
  });
});
