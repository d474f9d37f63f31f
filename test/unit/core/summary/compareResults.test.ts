import assert from 'node:assert/strict';
import { compareResults } from '../../../../src/core/summary/compareResults';

const of = (...values: number[]): Float64Array => Float64Array.from(values);

describe('compareResults', () => {
  it('subtracts as far as both go, and finds the largest difference', () => {
    const { differences, differing, largest } = compareResults(of(1, 2, 3, 4), of(1, 2.5, -3));
    assert.deepEqual([...differences], [0, -0.5, 6]);
    assert.deepEqual([differing, largest], [2, 2]);
  });

  it('takes NaN and infinities that agree for the same, and one that does not for the largest difference', () => {
    assert.equal(compareResults(of(NaN, Infinity, -0), of(NaN, Infinity, 0)).differing, 0);
    const { differing, largest } = compareResults(of(1, NaN, 5), of(2, 1, 1000));
    assert.deepEqual([differing, largest], [3, 1]);
  });

  it('finds nothing in empty lists', () => {
    assert.deepEqual(compareResults(of(), of(1)), { differences: of(), differing: 0, largest: -1 });
  });
});
