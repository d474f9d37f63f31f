import assert from 'node:assert/strict';
import {
  logSoftmax,
  logSumExp,
  numericArray,
  softmax,
  softmaxPlusOne,
  softmin,
  useKernels,
  type NumericArray,
  type SoftmaxOptions,
} from '../../../../src/core';
import { CHUNK, engine } from '../../../../src/core/kernels/slot';
import { difference, inputCount, inputs, kernelBytes, random } from './support';

const family: Readonly<Record<string, (array: NumericArray, options?: SoftmaxOptions) => NumericArray>> = {
  softmax,
  softmin,
  softmaxPlusOne,
  logSoftmax,
  logSumExp,
};

/** Rows of many kinds: ordinary, with a far offset, masked, one number over all others, everything special. */
function row(kind: number, n: number, seed: number): Float64Array {
  const next = random(seed);
  if (kind === 5) return inputs(n, seed).slice(0, n);
  if (kind === 6) return inputs(n + 500, seed).slice(500);
  return Float64Array.from({ length: n }, () => {
    const x = (next() - 0.5) * 20;
    if (kind === 1) return x + 1e6;
    if (kind === 2) return next() < 0.3 ? -Infinity : x;
    if (kind === 3) return x * 60;
    return kind === 4 ? -709 * next() * (1 + 0.05 * next()) : x;
  });
}

describe('kernels of rows', () => {
  let bytes: Uint8Array;
  before(async () => {
    bytes = await kernelBytes();
  });
  afterEach(() => {
    useKernels(undefined);
  });

  function compare(array: NumericArray, options: SoftmaxOptions, what: string): void {
    for (const [id, run] of Object.entries(family)) {
      useKernels(undefined);
      const expected = run(array, options).data;
      useKernels(bytes);
      const actual = run(array, options).data;
      assert.ok(engine());
      const { count, first } = difference(actual, expected);
      assert.equal(count, 0, `${id}, ${what}: ${count} differ, at ${first} ${actual[first]}, not ${expected[first]}`);
    }
  }

  for (const temperature of [1, 0.7, 3, 1e-3, 1e5, 2 ** -500, 2 ** 500]) {
    it(`have TypeScript's bits at temperature ${temperature}`, () => {
      for (let kind = 0, done = 0; done < inputCount || kind < 14; kind++) {
        const n = [1000, 64, 70, CHUNK, CHUNK + 1, 3 * CHUNK + 2][kind % 6]!;
        const data = new Float64Array(3 * n);
        for (let r = 0; r < 3; r++) data.set(row(kind % 7, n, 10 * kind + r), r * n);
        compare(numericArray(data, [3, n]), { temperature }, `kind ${kind % 7} of ${n}`);
        done += 3 * n;
      }
    });
  }

  it('take every length from 0 to 200, along the last and the first axis', () => {
    for (let n = 0; n <= 200; n++) {
      const array = numericArray(row(n % 5, 2 * n, n), [2, n]);
      compare(array, {}, `${n}`);
      compare({ ...array, shape: [n, 2] }, { axis: 0 }, `${n} down`);
    }
  });
});
