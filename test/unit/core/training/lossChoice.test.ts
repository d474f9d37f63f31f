import assert from 'node:assert/strict';
import { numericArray } from '../../../../src/core/array/numericArray';
import { withActivation } from '../../../../src/core/network/edit';
import { sampleNetwork } from '../../../../src/core/network/network';
import { losses } from '../../../../src/core/training/loss';
import { firstTarget, lossMismatch, splitRows, usualLoss } from '../../../../src/core/training/lossChoice';
import { lossOf } from '../../../../src/core/training/lossOf';

const ending = (activation: string) => withActivation(sampleNetwork, 2, activation);

describe('choosing a loss', () => {
  it('follows the last activation', () => {
    assert.deepEqual(['softmax', 'sigmoid', 'identity'].map(ending).map(usualLoss), [
      'crossEntropy',
      'binaryCrossEntropy',
      'meanSquaredError',
    ]);
    for (const end of ['softmax', 'sigmoid', 'identity', 'tanh'])
      assert.equal(lossMismatch(ending(end), usualLoss(ending(end))), undefined, end);
  });

  it('remarks on probabilities that are none, and on a softmax that would be taken twice', () => {
    assert.equal(lossMismatch(ending('identity'), 'crossEntropy'), 'noProbabilities');
    assert.equal(lossMismatch(ending('softmax'), 'crossEntropyWithLogits'), 'noLogits');
    assert.equal(lossMismatch(ending('identity'), 'binaryCrossEntropyWithLogits'), undefined);
  });

  it('begins with a target that every loss takes, and a softmax has a gradient at once', () => {
    for (const id of losses.keys()) {
      const { loss } = lossOf(ending('softmax'), numericArray([1, 0.5, 2, 3], [2, 2]), firstTarget(id, 2, 2), id);
      assert.ok(Number.isFinite(loss), id);
    }
    const { gradients } = lossOf(
      ending('softmax'),
      numericArray([1, 0.5]),
      firstTarget('crossEntropy', 1, 2),
      'crossEntropy',
    );
    for (const { W } of gradients.layers) assert.ok(W.data.some((slope) => slope !== 0));
  });
});

describe('splitRows', () => {
  const rows = numericArray([1, 2, 0, 3, 4, 1], [2, 3]);

  it('takes the last column as the target', () => {
    const { x, target } = splitRows(rows, 2, 1)!;
    assert.deepEqual(
      [[...x.data], x.shape, [...target.data]],
      [
        [1, 2, 3, 4],
        [2, 2],
        [0, 1],
      ],
    );
    assert.deepEqual([...splitRows(rows, 2, 5)!.target.data], [0, 1], 'as class numbers');
    assert.deepEqual([...splitRows(rows, 1, 2)!.target.data], [2, 0, 4, 1], 'as many as outputs');
  });

  it('takes nothing of another form', () => {
    assert.equal(splitRows(rows, 3, 1), undefined);
    assert.equal(splitRows(rows, 1, 1), undefined);
    assert.equal(splitRows(numericArray([1, 2, 3]), 2, 1), undefined);
    assert.equal(splitRows(numericArray([], [0, 3]), 2, 1), undefined);
  });
});
