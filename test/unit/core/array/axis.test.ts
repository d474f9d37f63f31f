import assert from 'node:assert/strict';
import { axisLayout } from '../../../../src/core/array/axis';
import { numericArray } from '../../../../src/core/array/numericArray';

describe('axisLayout', () => {
  const array = numericArray([0, 1, 2, 3, 4, 5], [2, 3]);

  it('walks the last axis by default', () => {
    const layout = axisLayout('test', array);
    assert.deepEqual([layout.axis, layout.length, layout.stride, layout.rows], [1, 3, 1, 2]);
    assert.deepEqual([layout.rowStart(0), layout.rowStart(1)], [0, 3]);
  });

  it('walks the first axis with a stride', () => {
    const layout = axisLayout('test', array, 0);
    assert.deepEqual([layout.length, layout.stride, layout.rows], [2, 3, 3]);
    assert.deepEqual(
      [0, 1, 2].map((row) => layout.rowStart(row)),
      [0, 1, 2],
    );
  });

  it('takes a single number as one row of one element', () => {
    assert.deepEqual(axisLayout('test', numericArray([7], [])).rows, 1);
  });

  it('says which axes there are when asked for another', () => {
    assert.throws(() => axisLayout('softmax', array, 3), {
      name: 'RangeError',
      message: 'softmax requires an axis between -2 and 1, got 3',
    });
  });
});
