import assert from 'node:assert/strict';
import fc from 'fast-check';
import { numericArray } from '../../../../src/core/array/numericArray';
import { summarize } from '../../../../src/core/summary/summarize';

const of = (...numbers: number[]): ReturnType<typeof summarize> => summarize(numericArray(numbers));

describe('summarize', () => {
  it('agrees with the statistics module of Python on ordinary numbers', () => {
    // pstdev, fmean, quantiles(n=4, method='inclusive') and math.hypot of Python 3.11
    const s = of(3, -1, 4, 1, -5, 9, 2.5);
    assert.equal(s.count, 7);
    assert.deepEqual([s.min, s.max, s.argmin, s.argmax], [-5, 9, 4, 5]);
    assert.ok(Math.abs(s.mean - 1.9285714285714286) < 1e-15);
    assert.ok(Math.abs(s.std - 4.021625217216928) < 1e-14, String(s.std));
    assert.deepEqual([s.q1, s.median, s.q3], [0, 2.5, 3.5]);
    assert.deepEqual([s.l1, s.lInf, s.negative], [25.5, 9, 2]);
    assert.ok(Math.abs(s.l2 - 11.800423721205947) < 1e-14, String(s.l2));
  });

  it('has a mean and spread without cancellation or overflow', () => {
    assert.deepEqual([of(1e16, 1e16 + 2, 1e16 + 4).mean, of(1e9 + 1, 1e9 - 1).std], [1e16 + 2, 1]);
    assert.deepEqual([of(1e308, 1e308).mean, of(1e308, -1e308).std], [1e308, 1e308]);
    assert.ok(Math.abs(of(3e200, 4e200).l2 / 5e200 - 1) < 4e-16);
    assert.ok(Math.abs(of(3e-300, 4e-300).l2 / 5e-300 - 1) < 4e-16);
    assert.equal(of(1, 1e100, 1, -1e100).mean, 0.5);
  });

  it('counts what is special and passes over NaN', () => {
    const s = of(NaN, 0, -0, Infinity, -Infinity, -Infinity, 5e-324, -2, NaN, 4);
    assert.deepEqual([s.count, s.nan, s.inf, s.positiveInf, s.negativeInf], [10, 2, 3, 1, 2]);
    assert.deepEqual([s.zero, s.negative, s.subnormal], [2, 3, 1]);
    assert.deepEqual([s.min, s.max, s.mean, s.std], [-Infinity, Infinity, NaN, NaN]);
    assert.deepEqual([s.finite.count, s.finite.min, s.finite.max, s.finite.mean], [5, -2, 4, 0.4]);
    assert.equal(of(NaN, 1, 3).mean, 2);
    assert.equal(of(1, Infinity).mean, Infinity);
  });

  it('counts subnormal numbers of the dtype', () => {
    assert.equal(summarize(numericArray([1e-5, 1e-4], [2], 'float16')).subnormal, 1);
  });

  it('of nothing is 0 numbers and NaN', () => {
    const s = of();
    assert.deepEqual([s.count, s.nan, s.zero, s.argmax], [0, 0, 0, -1]);
    for (const key of ['min', 'max', 'mean', 'std', 'median', 'q1', 'q3', 'l1', 'l2', 'lInf', 'entropy'] as const) {
      assert.equal(s[key], NaN, key);
    }
    assert.deepEqual([of(NaN).min, of(NaN).mean, of(NaN).median], [NaN, NaN, NaN]);
  });

  it('measures the entropy of distributions, row by row', () => {
    assert.equal(of(0.5, 0.5).perplexity, 2);
    assert.equal(of(0, 1).entropy, 0);
    assert.equal(of(0.5, 0.6).entropy, NaN);
    const rows = summarize(numericArray([0.5, 0.5, 0, 1], [2, 2]));
    assert.ok(Math.abs(rows.entropy - Math.LN2 / 2) < 1e-16);
  });

  it('finds the same quartiles as sorting does, and leaves the array alone', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, min: -100, max: 100 }), { minLength: 1 }), (numbers) => {
        const array = numericArray(numbers);
        const s = summarize(array);
        assert.deepEqual([...array.data], numbers);
        const sorted = Float64Array.from(numbers).sort();
        for (const [q, value] of [
          [0.25, s.q1],
          [0.5, s.median],
          [0.75, s.q3],
        ] as const) {
          const place = q * (sorted.length - 1);
          const low = sorted[Math.floor(place)]!;
          const high = sorted[Math.ceil(place)]!;
          const expected = low + (high - low) * (place - Math.floor(place));
          assert.ok(Math.abs(value - expected) <= 1e-12, `${q}: ${value} is not ${expected}`);
        }
      }),
    );
  });

  it('leaves the quartiles out when asked to', () => {
    assert.equal(summarize(numericArray([1, 2]), { quantiles: false }).median, NaN);
  });
});
