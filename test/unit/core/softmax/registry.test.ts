import assert from 'node:assert/strict';
import { numericArray } from '../../../../src/core/array/numericArray';
import { softmaxFamily } from '../../../../src/core/softmax/registry';

const ids =
  'softmax logSoftmax softmin sparsemax entmax15 hardmax softmaxPlusOne logSumExp naiveSoftmax logShiftedSoftmax';
const steps = (id: string, x: number[], options = {}): Map<string, number[]> =>
  new Map(
    softmaxFamily
      .get(id)!
      .steps(numericArray(x), options)
      .map((step) => [step.id, [...step.values.data]]),
  );

describe('softmaxFamily', () => {
  it('holds every member under its id', () => {
    assert.deepEqual([...softmaxFamily.keys()].sort(), ids.split(' ').sort());
    for (const [id, record] of softmaxFamily) {
      assert.equal(record.id, id);
      assert.ok(softmaxFamily.has(record.exactId));
      assert.ok(record.explanation.en.length > 100 && /[가-힣]/.test(record.explanation.ko), id);
    }
  });

  it('says truly which members give distributions', () => {
    const array = numericArray([0.3, 1, -0.5, 2, 2, 1.5], [2, 3]);
    for (const { id, apply, distribution } of softmaxFamily.values()) {
      if (id === 'logSumExp') continue;
      const y = apply(array).data;
      for (const row of [y.subarray(0, 3), y.subarray(3)]) {
        const sum = row.reduce((a, b) => a + b);
        assert.equal(Math.abs(sum - 1) < 1e-15, distribution, `${id} sums to ${sum}`);
      }
    }
  });

  it('ends every computation with the stepwise result', () => {
    const array = numericArray([0.3, 1, -0.5, 2, 2, 1.5], [2, 3]);
    for (const record of softmaxFamily.values()) {
      for (const options of [{}, { axis: 0, temperature: 0.7, dtype: 'float16', mask: [1, 1, 1, 1, 0, 1] }] as const) {
        const last = record.steps(array, options).at(-1)!;
        assert.deepEqual([last.id, last.values], ['result', record.apply(array, { ...options, mode: 'stepwise' })]);
      }
    }
  });

  it("shows the notebook's exponentials", () => {
    const close = (actual: number | undefined, expected: number): void =>
      assert.ok(Math.abs(actual! / expected - 1) < 1e-13, `${actual} is not ${expected}`);
    const list = [0.11111111111, 0.3, 0.4, 0.18888888889, 0.1];
    const large = [300, 200, 500, 100, 400];
    close(steps('naiveSoftmax', list).get('exponentials')![1], 1.3498588075760032);
    close(steps('logShiftedSoftmax', list).get('exponentials')![1], 0.5399435230304013);
    close(steps('logShiftedSoftmax', large).get('exponentials')![1], 1.4451947536251529e84);
    close(steps('naiveSoftmax', large).get('exponentials')![1], 7.225973768125749e86);
    const three = steps('naiveSoftmax', [1, 2, 3]).get('exponentials')!;
    [2.71828183, 7.3890561, 20.08553692].forEach((e, i) => assert.ok(Math.abs(three[i]! - e) < 5e-9));
  });

  it('shows shift, sum and threshold of each row', () => {
    const soft = steps('softmax', [1, 3], { temperature: 2 });
    assert.deepEqual([...soft.keys()], ['scaled', 'shift', 'shifted', 'exponentials', 'sum', 'result']);
    assert.deepEqual([soft.get('scaled'), soft.get('shift'), soft.get('shifted')], [[0.5, 1.5], [1.5], [-1, 0]]);
    assert.deepEqual(soft.get('sum'), [1 + Math.exp(-1)]);
    assert.deepEqual(steps('sparsemax', [-2, 0, 0.5]).get('threshold'), [-0.75]);
    assert.deepEqual(steps('softmaxPlusOne', [-1, 0]).get('sum'), [2 + Math.exp(-1)]);
    assert.deepEqual(steps('softmin', [1, 2]).get('scaled'), [-1, -2]);
    assert.deepEqual(steps('logShiftedSoftmax', [800, 1]).get('sum'), [Infinity]);
    assert.deepEqual(steps('naiveSoftmax', [12], { dtype: 'float16' }).get('exponentials'), [Infinity]);
  });
});
