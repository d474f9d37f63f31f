import assert from 'node:assert/strict';
import { numericArray, type NumericArray } from '../../../../src/core/array/numericArray';
import { entmax15 } from '../../../../src/core/softmax/entmax15';
import { hardmax } from '../../../../src/core/softmax/hardmax';
import { logSoftmax } from '../../../../src/core/softmax/logSoftmax';
import { logSumExp } from '../../../../src/core/softmax/logSumExp';
import type { SoftmaxOptions } from '../../../../src/core/softmax/options';
import { softmax } from '../../../../src/core/softmax/softmax';
import { softmaxPlusOne } from '../../../../src/core/softmax/softmaxPlusOne';
import { softmin } from '../../../../src/core/softmax/softmin';
import { sparsemax } from '../../../../src/core/softmax/sparsemax';
import { readReference, referenceNumbers, ulpsBetween, type ReferenceNumber } from '../../reference';

type AlongAxis = (array: NumericArray, options?: SoftmaxOptions) => NumericArray;

function assertWithin(ulps: number, actual: NumericArray, expected: readonly ReferenceNumber[], where: string): void {
  assert.equal(actual.data.length, expected.length, where);
  referenceNumbers(expected).forEach((y, i) => {
    const apart = ulpsBetween(actual.data[i]!, y);
    assert.ok(apart <= ulps, `${where}, entry ${i}: ${actual.data[i]!} is ${apart} ulp from ${y}`);
  });
}

describe('the softmax family', () => {
  const limits: Record<string, [AlongAxis, number]> = {
    softmax: [softmax, 4],
    logSoftmax: [logSoftmax, 4],
    logSumExp: [logSumExp, 4],
    sparsemax: [sparsemax, 1],
    entmax15: [entmax15, 4],
    softmaxPlusOne: [softmaxPlusOne, 4],
  };
  const more = readReference('softmax-more.json') as {
    cases: (Record<string, ReferenceNumber[]> & { x: ReferenceNumber[]; temperature: string })[];
  };

  for (const [id, [apply, ulps]] of Object.entries(limits)) {
    it(`${id} is within ${ulps} ulp of the exact values at every temperature`, () => {
      for (const c of more.cases) {
        const temperature = Number(c.temperature);
        const actual = apply(numericArray(referenceNumbers(c.x)), { temperature });
        assertWithin(ulps, actual, c[id]!, `${id} of ${String(c.x)} at ${c.temperature}`);
      }
    });
  }

  it('softmin and sparsemax agree with the reference along every axis', () => {
    const { cases } = readReference('softmax.json') as {
      cases: { shape: number[]; axis: number; x: string[]; softmin: string[]; sparsemax: string[] }[];
    };
    for (const { shape, axis, x, ...expected } of cases) {
      const array = numericArray(referenceNumbers(x), shape);
      assertWithin(4, softmin(array, { axis }), expected.softmin, `softmin of ${String(x)}`);
      assertWithin(1, sparsemax(array, { axis }), expected.sparsemax, `sparsemax of ${String(x)}`);
    }
  });

  it('softmin, sparsemax and logSumExp agree with the exact columns beside the frameworks', () => {
    const { cases } = readReference('frameworks/softmax.json') as {
      cases: {
        name: string;
        shape: number[];
        axis: number;
        x: ReferenceNumber[];
        mp: Record<string, ReferenceNumber[]>;
      }[];
    };
    for (const { name, shape, axis, x, mp } of cases) {
      const array = numericArray(referenceNumbers(x), shape);
      assertWithin(4, softmin(array, { axis }), mp.softmin!, name);
      assertWithin(4, logSumExp(array, { axis }), mp.logsumexp!, name);
      // the table's rational arithmetic has no -inf; ours gives it the share 0
      if (name !== 'masked -inf') assertWithin(1, sparsemax(array, { axis }), mp.sparsemax!, name);
    }
    assert.deepEqual([...sparsemax(numericArray([1, -Infinity, 2, -Infinity])).data], [0, 0, 1, 0]);
  });

  it('logSumExp removes the axis', () => {
    const array = numericArray([0, 0, 0, 0, 0, 0], [2, 3]);
    assert.deepEqual(logSumExp(array, { axis: 0 }).shape, [3]);
    assert.deepEqual(logSumExp(array).shape, [2]);
    assert.deepEqual([...logSumExp(array, { axis: 0 }).data], [Math.LN2, Math.LN2, Math.LN2]);
    assert.deepEqual([...logSumExp(numericArray([], [2, 0])).data], [-Infinity, -Infinity]);
    assert.deepEqual(logSumExp(numericArray([], [0, 2])).shape, [0]);
    assert.deepEqual([...logSumExp(array, { mask: [1, 0, 0, 0, 0, 0] }).data], [0, -Infinity]);
    assert.deepEqual(logSumExp(numericArray([5], [])), { data: Float64Array.of(5), shape: [], dtype: 'float64' });
  });

  it('logSumExp keeps NaN and infinities', () => {
    const mode = 'stepwise';
    for (const options of [{}, { mode }] as const) {
      const lse = (...x: number[]): number => logSumExp(numericArray(x), options).data[0]!;
      assert.deepEqual([lse(1, Infinity), lse(-Infinity, -Infinity), lse(NaN, Infinity)], [Infinity, -Infinity, NaN]);
      assert.deepEqual([lse(3, NaN), lse(-Infinity, 2)], [NaN, 2]);
    }
  });

  it('hardmax takes the first maximum', () => {
    const hard = (...x: number[]): number[] => [...hardmax(numericArray(x)).data];
    assert.deepEqual(hard(1, 3, 3), [0, 1, 0]);
    assert.deepEqual(hard(-Infinity, -Infinity), [1, 0]);
    assert.deepEqual(hard(1, Infinity, Infinity), [0, 1, 0]);
    assert.deepEqual(hard(1, NaN), [NaN, NaN]);
    assert.deepEqual([...hardmax(numericArray([1, 2, 3, 0], [2, 2]), { axis: 0 }).data], [0, 1, 1, 0]);
  });

  it('softmaxPlusOne lets a row sum to less than 1', () => {
    const plus = (...x: number[]): number[] => [...softmaxPlusOne(numericArray(x)).data];
    assert.deepEqual(plus(0), [0.5]);
    assert.deepEqual(plus(-Infinity, -Infinity), [0, 0]);
    assert.deepEqual(plus(1e300, 0), [1, 0]);
    assert.deepEqual(plus(Infinity, 0), [NaN, NaN]);
    assert.deepEqual(plus(NaN, 0), [NaN, NaN]);
  });

  it('gives NaN for rows with NaN or +inf and for rows of nothing but -inf', () => {
    for (const apply of [softmax, logSoftmax, sparsemax, entmax15]) {
      for (const mode of ['fused', 'stepwise'] as const) {
        for (const row of [
          [1, NaN, 2],
          [1, Infinity, 2],
          [-Infinity, -Infinity, -Infinity],
        ]) {
          const result = apply(numericArray([...row, 0, 0, 0], [2, 3]), { mode });
          assert.deepEqual([...result.data.subarray(0, 3)], [NaN, NaN, NaN], `${apply.name} of ${String(row)}`);
          assert.ok(result.data.subarray(3).every(Number.isFinite));
        }
      }
    }
  });

  it('step by step in float64 is near the exact result', () => {
    for (const apply of [softmax, logSoftmax, sparsemax, entmax15, softmaxPlusOne, softmin, logSumExp, hardmax]) {
      const array = numericArray([0.3, -1.25, 2, 0.75, 1.5, 1.4], [2, 3]);
      for (const temperature of [1, 0.7, 4]) {
        const exact = apply(array, { temperature }).data;
        apply(array, { temperature, mode: 'stepwise' }).data.forEach((y, i) => {
          assert.ok(Math.abs(y - exact[i]!) < 4e-15, `${apply.name}: ${y} is not ${exact[i]!}`);
        });
      }
    }
  });
});
