import assert from 'node:assert/strict';
import { activations, arithmeticOf, dtypes, roundTo } from '../../../../src/core';
import { stepwiseInto } from '../../../../src/core/activations/stepwise';
import { difference, inputs } from '../kernels/support';

describe('stepwiseInto', () => {
  for (const dtype of dtypes) {
    it(`looks up in ${dtype} what the formula gives, for every number`, () => {
      const m = arithmeticOf(dtype);
      // every number of ordinary size twice, so that it is computed once and looked up once
      const some = inputs(30_000, 4);
      const source = new Float64Array(2 * some.length);
      source.set(some);
      source.set(some, some.length);
      for (const id of ['sigmoid', 'hardSwish', 'softsign', 'identity']) {
        const record = activations.get(id)!;
        const target = new Float64Array(source.length);
        stepwiseInto(record, source, target, {}, dtype);
        const expected = source.map((x) => record.textbook(roundTo(dtype, x), {}, m));
        const { count, first } = difference(target, expected);
        assert.equal(count, 0, `${id}(${source[first]}) is ${target[first]}, not ${expected[first]}`);
      }
    });
  }
});
