import assert from 'node:assert/strict';
import { numericArray } from '../../../../src/core/array/numericArray';
import { rowName, takeRow } from '../../../../src/core/array/row';

describe('takeRow', () => {
  const array = numericArray([1, 2, 3, 4, 5, 6], [2, 3]);

  it('takes rows along each axis', () => {
    assert.deepEqual([...takeRow(array, -1, 1).data], [4, 5, 6]);
    assert.deepEqual([...takeRow(array, 0, 2).data], [3, 6]);
  });

  it('adds a constant and leaves the array alone', () => {
    assert.deepEqual([...takeRow(array, 1, 0, 10).data], [11, 12, 13]);
    assert.equal(array.data[0], 1);
  });

  it('says which rows there are', () => {
    assert.throws(() => takeRow(array, 1, 2), {
      name: 'RangeError',
      message: 'takeRow requires a row between 0 and 1, got 2',
    });
  });
});

describe('rowName', () => {
  it('names the row by its place in the other axes', () => {
    assert.equal(rowName([2, 3, 4], 1, 5), '1, :, 1');
    assert.equal(rowName([5], -1, 0), ':');
  });
});
