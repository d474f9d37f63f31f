import assert from 'node:assert/strict';
import { numericArray, type DType, type NumericArray } from '../../../../src/core/array/numericArray';
import { logSoftmax } from '../../../../src/core/softmax/logSoftmax';
import { logShiftedSoftmax } from '../../../../src/core/softmax/logShiftedSoftmax';
import { naiveSoftmax } from '../../../../src/core/softmax/naiveSoftmax';
import { softmax } from '../../../../src/core/softmax/softmax';
import { readReference, referenceNumber, ulpsBetween } from '../../reference';

type Numbers = (string | number)[];
interface Case {
  name?: string;
  shape: number[];
  axis: number;
  x: Numbers;
  softmax: Numbers;
  logSoftmax: Numbers;
  temperature: string | number;
  softmaxT: Numbers;
}

const { cases } = readReference('softmax.json') as { cases: Case[] };
const frameworks = readReference('frameworks/softmax.json') as {
  cases: { name: string; shape: number[]; axis: number; x: Numbers; mp: Record<string, Numbers> }[];
};

function assertWithin(ulps: number, actual: NumericArray, expected: Numbers, where: string): void {
  assert.equal(actual.data.length, expected.length, where);
  expected.forEach((text, i) => {
    const apart = ulpsBetween(actual.data[i]!, referenceNumber(text));
    assert.ok(apart <= ulps, `${where}, entry ${i}: ${actual.data[i]!} is ${apart} ulp from ${text}`);
  });
}

describe('softmax and logSoftmax', () => {
  it('stay within 8 and 4 ulp of the reference', () => {
    cases.forEach((c, i) => {
      const array = numericArray(c.x.map(referenceNumber), c.shape);
      const { axis } = c;
      assertWithin(8, softmax(array, { axis }), c.softmax, `case ${i}`);
      assertWithin(4, logSoftmax(array, { axis }), c.logSoftmax, `log, case ${i}`);
      const temperature = referenceNumber(c.temperature);
      assertWithin(8, softmax(array, { axis, temperature }), c.softmaxT, `case ${i} at ${temperature}`);
    });
  });

  it('stay within 8 and 4 ulp of the exact columns beside the frameworks', () => {
    for (const c of frameworks.cases) {
      const array = numericArray(c.x.map(referenceNumber), c.shape);
      assertWithin(8, softmax(array, { axis: c.axis }), c.mp.softmax!, c.name);
      assertWithin(4, logSoftmax(array, { axis: c.axis }), c.mp.log_softmax!, c.name);
    }
  });

  it('give an empty result for an empty axis', () => {
    for (const shape of [[0], [3, 0], [0, 3]]) {
      assert.deepEqual(softmax(numericArray([], shape)).shape, shape);
      assert.deepEqual(logSoftmax(numericArray([], shape), { axis: 0 }).data, new Float64Array(0));
    }
  });

  it('leave masked entries out, whatever they are', () => {
    const array = numericArray([1, NaN, 2, 3, 4, 5], [2, 3]);
    const mask = [true, false, true, false, false, false];
    const expected = softmax(numericArray([1, 2])).data;
    assert.deepEqual([...softmax(array, { mask }).data], [expected[0], 0, expected[1], 0, 0, 0]);
    assert.deepEqual([...logSoftmax(array, { mask }).data.subarray(3)], [-Infinity, -Infinity, -Infinity]);
  });

  it('say what was required', () => {
    const array = numericArray([1, 2, 3, 4], [2, 2]);
    assert.throws(() => softmax(array, { axis: 2 }), /^RangeError: softmax requires an axis between -2 and 1, got 2$/);
    for (const temperature of [0, -1, NaN, Infinity]) {
      assert.throws(() => softmax(array, { temperature }), /softmax requires a finite temperature above 0, got/);
    }
    assert.throws(() => logSoftmax(array, { dtype: 'float12' as DType }), /logSoftmax requires a dtype of float64/);
    assert.throws(() => softmax(array, { mask: [true] }), /softmax requires a mask of 4 entries, got 1/);
    assert.throws(() => softmax(array, { mode: 'fast' as 'fused' }), /requires a mode of fused or stepwise, got fast/);
  });
});

describe("the notebook's softmaxes", () => {
  const list = numericArray([0.11111111111, 0.3, 0.4, 0.18888888889, 0.1]);
  const large = numericArray([300, 200, 500, 100, 400]);
  const close = (actual: number, expected: number): void =>
    assert.ok(Math.abs(actual / expected - 1) < 1e-13, `${actual} is not ${expected}`);

  it('give the numbers of the notebook', () => {
    close(naiveSoftmax(list).data[1]!, 0.21521022006514684);
    close(logShiftedSoftmax(list).data[1]!, 0.21521022006514684);
    close(logShiftedSoftmax(large).data[1]!, 5.148200222412131e-131);
    close(naiveSoftmax(large).data[1]!, 5.148200222412013e-131);
    const vector = naiveSoftmax(numericArray([1, 2, 3])).data;
    [0.09003057, 0.24472847, 0.66524096].forEach((y, i) => assert.ok(Math.abs(vector[i]! - y) < 5e-9));
  });

  it('fail where they are known to', () => {
    assert.deepEqual([...naiveSoftmax(numericArray([1010, 1000, 990])).data], [NaN, NaN, NaN]);
    assert.ok(logShiftedSoftmax(numericArray([710, 1])).data[0]! > 0.99);
    assert.deepEqual([...logShiftedSoftmax(numericArray([800, 799])).data], [NaN, NaN]);
    assert.deepEqual([...logShiftedSoftmax(numericArray([-5, -6])).data], [NaN, NaN]);
  });

  it('fail earlier in float16, step by step', () => {
    const options = { dtype: 'float16', mode: 'stepwise' } as const;
    assert.deepEqual([...naiveSoftmax(numericArray([5, 10, 12]), options).data], [0, 0, NaN]);
    const stable = softmax(numericArray([5, 10, 12]), options).data;
    [0.0008, 0.1191, 0.88].forEach((y, i) => assert.ok(Math.abs(stable[i]! - y) < 5e-4));
  });
});

describe('stepwise softmax', () => {
  it('loses the sum of a long uniform row', () => {
    const mode = 'stepwise';
    const bfloat = softmax(numericArray(new Float64Array(512)), { dtype: 'bfloat16', mode }).data;
    assert.ok(bfloat.every((y) => y === 1 / 256));
    const half = softmax(numericArray(new Float64Array(3000)), { dtype: 'float16', mode }).data;
    assert.ok(half.every((y) => y === 1 / 2048));
  });

  it('keeps it with a wider accumulator', () => {
    const options = { dtype: 'bfloat16', mode: 'stepwise', accumulate: 'float32' } as const;
    assert.ok(softmax(numericArray(new Float64Array(512)), options).data.every((y) => y === 1 / 512));
  });
});
