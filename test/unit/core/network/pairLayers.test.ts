import assert from 'node:assert/strict';
import { numericArray } from '../../../../src/core/array/numericArray';
import { layerRole } from '../../../../src/core/network/layerNames';
import { pairLayers } from '../../../../src/core/network/pairLayers';
import { transpose } from '../../../../src/core/network/transpose';

const named = (name: string, values: readonly number[], shape: readonly number[], start = 0) => ({
  name,
  array: numericArray(values, shape),
  start,
  end: start + 1,
});

describe('pairLayers', () => {
  const cases: readonly (readonly [string, 'weight' | 'bias' | undefined, string, boolean])[] = [
    ['W1', 'weight', '1', false],
    ['b2', 'bias', '2', false],
    ['w_3', 'weight', '3', false],
    ['weights1', 'weight', '1', false],
    ['fc1.weight', 'weight', 'fc.1', true],
    ['model.layers.0.bias', 'bias', 'model.layers.0', false],
    ['dense_1/kernel:0', 'weight', 'dense.1', false],
    ['self.W1', 'weight', '1', false],
    ['W', 'weight', '', false],
    ['hidden_weights', 'weight', 'hidden', false],
    ['output_bias', 'bias', 'output', false],
    ['layers.0.W', 'weight', 'layers.0', false],
    ['model.0.weight.data', 'weight', 'model.0', true],
    ['x', undefined, '', false],
    ['wobble', undefined, '', false],
  ];
  for (const [name, role, stem, transposed] of cases) {
    it(`takes ${name} as ${role ?? 'no part of a layer'}`, () => {
      assert.deepEqual(layerRole(name), role === undefined ? undefined : { role, stem, transposed });
    });
  }

  it('transposes what PyTorch keeps as [outputs][inputs]', () => {
    const { layers } = pairLayers([named('fc.weight', [1, 2, 3, 4, 5, 6], [3, 2]), named('fc.bias', [1, 2, 3], [3])]);
    assert.deepEqual(layers[0]!.W, numericArray([1, 3, 5, 2, 4, 6], [2, 3]));
    assert.deepEqual(transpose(transpose(layers[0]!.W)), layers[0]!.W);
  });

  it('orders numbered layers by number, so that W10 comes after W9', () => {
    const { layers } = pairLayers([
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
    const { layers } = pairLayers([named('W1', [1, 2], [1, 2], 5)]);
    assert.deepEqual([[...layers[0]!.b.data], layers[0]!.noBias], [[0, 0], true]);
  });

  it('turns weights so that the layers chain, a scalar bias counting for every unit', () => {
    const { layers } = pairLayers([
      named('W1', [1, 2, 3, 4, 5, 6], [3, 2]),
      named('b1', [1, 2, 3], [3, 1]),
      named('W2', [1, 2, 3], [1, 3]),
      named('b2', [0.5], []),
    ]);
    assert.deepEqual(
      layers.map(({ W }) => W.shape),
      [
        [2, 3],
        [3, 1],
      ],
    );
    assert.deepEqual([...layers[1]!.b.data], [0.5]);
  });

  it('knows a normalisation from a dense layer', () => {
    const arrays = [
      named('ln.weight', [1, 1], [2]),
      named('ln.bias', [0, 0], [2]),
      named('fc.weight', [1, 2], [1, 2]),
      named('fc.bias', [1], [1]),
    ];
    assert.equal(pairLayers(arrays).normalisation, 'ln.weight');
  });
});
