import assert from 'node:assert/strict';
import { dtypes, numericArray, type DType } from '../../../../src/core/array/numericArray';
import {
  compareDtypes,
  type ComparedFunction,
  type DTypeComparison,
} from '../../../../src/core/diagnosis/compareDtypes';

function pick(what: ComparedFunction, x: number[], dtype: DType, mode: 'fused' | 'stepwise'): DTypeComparison {
  return compareDtypes(what, numericArray(x)).find((c) => c.dtype === dtype && c.mode === mode)!;
}

describe('compareDtypes', () => {
  it('evaluates every dtype in both modes, widest first', () => {
    const all = compareDtypes('softmax', numericArray([1, 2, 3]));
    assert.deepEqual(
      all.map((c) => `${c.dtype} ${c.mode}`),
      dtypes.flatMap((dtype) => [`${dtype} fused`, `${dtype} stepwise`]),
    );
    assert.deepEqual(all[0]!.ulp, { error: 0, index: -1 });
    for (const { dtype, mode, ulp } of all.slice(1)) {
      if (mode === 'fused') assert.ok(ulp.error <= 0.5, `${dtype}: ${ulp.error}`);
    }
  });

  it('counts what a plain softmax turns into NaN and 0 in float16', () => {
    const naive = pick('naiveSoftmax', [5, 10, 12], 'float16', 'stepwise');
    assert.deepEqual([...naive.result.data], [0, 0, NaN]);
    assert.deepEqual([naive.nan, naive.zero, naive.inf], [1, 2, 0]);
    assert.deepEqual(naive.relative, { error: 1, index: 0 });
    const stable = pick('softmax', [5, 10, 12], 'float16', 'stepwise');
    assert.deepEqual([stable.nan, stable.zero], [0, 0]);
  });

  it('measures the naive forms against the true softmax', () => {
    const naive = pick('naiveSoftmax', [1010, 1000, 990], 'float64', 'fused');
    assert.deepEqual([naive.nan, naive.ulp.index], [3, -1]);
  });

  it('sees the sum of a long uniform row stick', () => {
    const c = pick({ function: 'softmax', settings: {} }, new Array<number>(512).fill(0), 'bfloat16', 'stepwise');
    assert.deepEqual(c.relative, { error: 1, index: 0 });
    assert.equal(c.ulp.error, 128);
  });

  it('counts subnormal results of the dtype', () => {
    const c = pick('softmax', [0, -10], 'float16', 'fused');
    assert.deepEqual([c.subnormal, c.zero], [1, 0]);
    assert.equal(pick('softmax', [0, -20], 'float16', 'fused').zero, 1);
  });

  it('takes axis, temperature and parameters', () => {
    const array = numericArray([1, 2, 3, 4], [2, 2]);
    const [first] = compareDtypes({ function: 'softmax', settings: { axis: 0, temperature: 2 } }, array);
    assert.ok(Math.abs(first!.result.data[0]! + first!.result.data[2]! - 1) < 1e-15);
    const what: ComparedFunction = { function: 'leakyRelu', settings: { negativeSlope: 0.1 } };
    const leaky = pick(what, [-1], 'bfloat16', 'fused');
    assert.deepEqual([...leaky.result.data], [-0.10009765625]);
    assert.ok(Math.abs(leaky.relative.error - 0.0009765625) < 1e-12);
  });

  it('requires an id that exists', () => {
    const array = numericArray([1]);
    assert.throws(() => compareDtypes('softmaxx', array), /requires the id of a function, got "softmaxx"/);
    assert.throws(() => compareDtypes({ function: 'softmax', settings: { axis: 4 } }, array), RangeError);
    assert.throws(() => compareDtypes({ function: 'relu', settings: { axis: 0 } }, array), RangeError);
  });
});
