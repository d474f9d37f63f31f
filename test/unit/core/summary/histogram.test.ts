import assert from 'node:assert/strict';
import fc from 'fast-check';
import { numericArray } from '../../../../src/core/array/numericArray';
import { histogram } from '../../../../src/core/summary/histogram';

describe('histogram', () => {
  it('counts numbers between borders of equal distance', () => {
    const { edges, counts } = histogram(numericArray([0, 1, 2, 3, 4, 4]), 4);
    assert.deepEqual([...edges], [0, 1, 2, 3, 4]);
    assert.deepEqual([...counts], [1, 1, 1, 3]);
  });

  it('counts NaN and infinities apart', () => {
    const h = histogram(numericArray([NaN, Infinity, -Infinity, Infinity, 1, 1]), 2);
    assert.deepEqual([h.nan, h.positiveInf, h.negativeInf, ...h.edges, ...h.counts], [1, 2, 1, 0.5, 1, 1.5, 0, 2]);
    const none = histogram(numericArray([NaN]), 1);
    assert.deepEqual([[...none.edges], [...none.counts]], [[NaN, NaN], [0]]);
  });

  it('puts every number between the borders of its bin', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1 }), fc.integer({ min: 1, max: 9 }), (numbers, bins) => {
        const { edges, counts } = histogram(numericArray(numbers), bins);
        for (let b = 0; b < bins; b++) {
          const upTo = (x: number): boolean => x < edges[b + 1]! || (b === bins - 1 && x <= edges[bins]!);
          assert.equal(counts[b], numbers.filter((x) => x >= edges[b]! && upTo(x)).length);
        }
      }),
    );
  });

  it('requires a whole number of bins', () => {
    assert.throws(() => histogram(numericArray([1]), 0), /requires a whole number of bins between 1 and 100000, got 0/);
  });
});
