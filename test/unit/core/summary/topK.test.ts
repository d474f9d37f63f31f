import assert from 'node:assert/strict';
import fc from 'fast-check';
import { numericArray } from '../../../../src/core/array/numericArray';
import { topK } from '../../../../src/core/summary/topK';

describe('topK', () => {
  it('gives the largest first, of equal ones the earlier', () => {
    assert.deepEqual(
      topK(numericArray([3, 9, NaN, 5, 9, -Infinity]), 3).map(({ index }) => index),
      [1, 4, 3],
    );
    assert.deepEqual(topK(numericArray([1, NaN]), 5), [{ index: 0, value: 1 }]);
    assert.deepEqual(topK(numericArray([1]), 0), []);
  });

  it('agrees with sorting', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.nat(12), (numbers, k) => {
        const order = numbers.map((_, i) => i).sort((i, j) => numbers[j]! - numbers[i]! || i - j);
        assert.deepEqual(
          topK(numericArray(numbers), k).map(({ index }) => index),
          order.slice(0, k),
        );
      }),
    );
  });

  it('requires a whole k', () => {
    assert.throws(
      () => topK(numericArray([1]), 1.5),
      /^RangeError: topK requires a whole number k from 0 on, got 1.5$/,
    );
  });
});
