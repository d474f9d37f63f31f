import assert from 'node:assert/strict';
import { arithmeticOf, dtypes } from '../../../../src/core';
import { runningSum } from '../../../../src/core/precision/runningSum';
import { random } from '../kernels/support';

describe('runningSum', () => {
  for (const dtype of dtypes) {
    it(`adds in ${dtype} as its arithmetic does, one after the other`, () => {
      const m = arithmeticOf(dtype);
      const next = random(dtype.length);
      const lists = [
        () => m.constant(next()),
        () => m.constant(next() * 2 ** Math.floor(next() * 40 - 30)),
        () => m.constant((next() - 0.5) * 1000),
        () => 1,
        () => m.constant(2 ** -14 * next()),
        () => (next() < 0.001 ? NaN : 1),
        () => m.constant(30000 * next()),
        () => m.constant(1e38 * next()),
      ];
      for (const number of lists) {
        const numbers = Float64Array.from({ length: 5000 }, number);
        for (const n of [0, 1, 2, 17, 5000]) {
          for (const first of [0, 1, m.constant(0.3)]) {
            const part = numbers.subarray(0, n);
            const expected = part.reduce((sum, x) => m.add(sum, x), first);
            assert.ok(Object.is(runningSum(m, part, first), expected), `${n} from ${first}`);
          }
        }
      }
    });
  }
});
