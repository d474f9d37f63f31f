import assert from 'node:assert/strict';
import { numericArray } from '../../../../src/core/array/numericArray';
import { maxout } from '../../../../src/core/gates/maxout';

describe('maxout', () => {
  it('takes the largest of consecutive blocks', () => {
    assert.deepEqual([...maxout(numericArray([1, 5, 3, 2]), { pieces: 2 }).data], [3, 5]);
    assert.deepEqual([...maxout(numericArray([1, 5, 3, 2]), { pieces: 4 }).data], [5]);
  });

  it('cuts any axis', () => {
    const array = numericArray([1, 2, 3, 4, 50, 6, 7, 8, 9, 1, 2, 30], [4, 3]);
    const result = maxout(array, { pieces: 2, axis: 0 });
    assert.deepEqual(result.shape, [2, 3]);
    assert.deepEqual([...result.data], [7, 8, 9, 4, 50, 30]);
    assert.deepEqual([...maxout(array, { pieces: 3 }).data], [3, 50, 9, 30]);
  });

  it('gives NaN for NaN and an empty result for an empty axis', () => {
    assert.deepEqual([...maxout(numericArray([NaN, 1, 2, 3]), { pieces: 2 }).data], [NaN, 3]);
    assert.deepEqual(maxout(numericArray([], [2, 0]), { pieces: 2 }).shape, [2, 0]);
    assert.deepEqual(maxout(numericArray([], [2, 0]), { pieces: 2, axis: 0 }).shape, [1, 0]);
  });

  it('requires pieces that divide the axis', () => {
    for (const pieces of [3, 0, -1, 1.5, NaN]) {
      assert.throws(() => maxout(numericArray([1, 2, 3, 4]), { pieces }), {
        name: 'RangeError',
        message: `maxout requires pieces that divide the axis of length 4, got ${pieces}`,
      });
    }
  });
});
