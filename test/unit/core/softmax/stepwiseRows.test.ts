import assert from 'node:assert/strict';
import { arithmeticOf, dtypes, softmaxFamily } from '../../../../src/core';
import { difference, inputs, random } from '../kernels/support';

describe('stepwise rows', () => {
  for (const id of ['softmax', 'naiveSoftmax', 'softmaxPlusOne']) {
    it(`${id}: one operation at a time over the row gives the bits of the textbook`, () => {
      const { row } = softmaxFamily.get(id)!;
      const next = random(id.length);
      const lists = [
        Float64Array.from({ length: 1000 }, () => (next() - 0.5) * 20),
        Float64Array.from({ length: 3000 }, () => 0),
        Float64Array.from({ length: 300 }, () => (next() - 0.5) * 2000),
        Float64Array.from({ length: 300 }, () => (next() < 0.3 ? -Infinity : next())),
        inputs(1000, 3).slice(500, 900),
        inputs(1000, 3),
        new Float64Array(70).fill(-Infinity),
        new Float64Array(70).fill(-0),
      ];
      for (const dtype of dtypes) {
        const m = arithmeticOf(dtype);
        for (const list of lists) {
          for (const t of [1, 0.5, 3].map((temperature) => m.constant(temperature))) {
            for (const sum of [m, arithmeticOf('float32')]) {
              const x = list.map((value) => m.constant(value));
              const [expected, actual] = [new Float64Array(x.length), new Float64Array(x.length)];
              row.textbook(x, 0, x.length, expected, 0, t, m, sum);
              row.stepwise!(x, 0, x.length, actual, 0, t, m, sum);
              const { count, first } = difference(actual, expected);
              assert.equal(count, 0, `${dtype} at ${first}: ${actual[first]}, not ${expected[first]}`);
            }
          }
        }
      }
    });
  }
});
