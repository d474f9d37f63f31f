import assert from 'node:assert/strict';
import { dtypes, roundTo, useKernels } from '../../../../src/core';
import { engine } from '../../../../src/core/kernels/slot';
import { formats } from '../../../../src/core/precision/formats';
import { roundInto } from '../../../../src/core/precision/roundInto';
import { beside, difference, inputCount, inputs, kernelBytes } from '../kernels/support';

describe('roundInto', () => {
  before(async () => {
    useKernels(await kernelBytes());
    assert.ok(engine());
  });
  after(() => {
    useKernels(undefined);
  });

  for (const dtype of dtypes) {
    it(`rounds to ${dtype} as roundTo does, to the bit`, () => {
      for (let done = 0, seed = 1; done < inputCount; done += 500_000, seed++) {
        const source = inputs(Math.min(inputCount, 500_000), seed);
        // every middle between two numbers of the format near 1 and near its ends, and the numbers beside it
        const { max, minExponent, fractionBits } = formats[dtype];
        const places = [1, max, 2 * max, 2 ** minExponent, 2 ** (minExponent - fractionBits)];
        for (let i = 0; i < 2000; i++) {
          const x = places[i % 5]! * (1 + ((i >> 5) - 30) * 2 ** -(fractionBits + 1));
          source[source.length - 1 - i] = beside(i & 8 ? x : -x, (i % 3) - 1);
        }
        const expected = source.map((x) => roundTo(dtype, x));
        const target = new Float64Array(source.length);
        roundInto(dtype, source, target);
        const { count, first } = difference(target, expected);
        assert.equal(count, 0, `${count} differ, first ${source[first]}: ${target[first]}, not ${expected[first]}`);
      }
    });
  }

  it('takes every length, and works in place', () => {
    const all = inputs(300, 3);
    for (let n = 0; n <= 140; n++) {
      const numbers = all.slice(0, n);
      roundInto('bfloat16', numbers, numbers);
      assert.deepEqual(
        numbers,
        all.slice(0, n).map((x) => roundTo('bfloat16', x)),
        `${n}`,
      );
    }
  });
});
