import assert from 'node:assert/strict';
import { numericArray } from '../../../../src/core/array/numericArray';
import { namedLayers, roleOf, transpose } from '../../../../src/core/network/namedLayers';

const named = (name: string, values: readonly number[], shape: readonly number[], start = 0) => ({
  name,
  array: numericArray(values, shape),
  start,
  end: start + 1,
});

describe('namedLayers', () => {
  const cases: readonly (readonly [string, 'weight' | 'bias' | undefined, string, boolean])[] = [
    ['W1', 'weight', '1', false],
    ['b2', 'bias', '2', false],
    ['w_3', 'weight', '3', false],
    ['weights1', 'weight', '1', false],
    ['fc1.weight', 'weight', 'fc1', true],
    ['model.layers.0.bias', 'bias', 'model.layers.0', false],
    ['dense_1/kernel:0', 'weight', 'dense_1', false],
    ['self.W1', 'weight', '1', false],
    ['W', 'weight', '', false],
    ['x', undefined, '', false],
    ['wobble', undefined, '', false],
  ];
  for (const [name, role, stem, transposed] of cases) {
    it(`takes ${name} as ${role ?? 'no part of a layer'}`, () => {
      assert.deepEqual(roleOf(name), role === undefined ? undefined : { role, stem, transposed });
    });
  }

  it('transposes what PyTorch keeps as [outputs][inputs]', () => {
    const { layers } = namedLayers([named('fc.weight', [1, 2, 3, 4, 5, 6], [3, 2]), named('fc.bias', [1, 2, 3], [3])]);
    assert.deepEqual(layers[0]!.W, numericArray([1, 3, 5, 2, 4, 6], [2, 3]));
    assert.deepEqual(transpose(transpose(layers[0]!.W)), layers[0]!.W);
  });

  it('orders numbered layers by number, so that W10 comes after W9', () => {
    const { layers } = namedLayers([
      named('W10', [1], [1, 1]),
      named('b10', [1], [1]),
      named('W9', [2], [1, 1]),
      named('b9', [1], [1]),
    ]);
    assert.deepEqual(
      layers.map((layer) => layer.name),
      ['W9', 'W10'],
    );
  });

  it('takes zeros for a missing bias and says so', () => {
    const { layers, problems } = namedLayers([named('W1', [1, 2], [1, 2], 5)]);
    assert.deepEqual([...layers[0]!.b.data], [0, 0]);
    assert.deepEqual(
      problems.map(({ code, severity, offset }) => [code, severity, offset]),
      [['network-no-bias', 'warning', 5]],
    );
  });
});
