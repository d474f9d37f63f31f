import assert from 'node:assert/strict';
import { numericArray, summarize, useKernels, type DType } from '../../../../src/core';
import { CHUNK, engine } from '../../../../src/core/kernels/slot';
import { inputCount, inputs, kernelBytes, random } from './support';

/** Lists of many kinds: ordinary, far from 0, huge, tiny, zeros of both signs, special, nothing but NaN. */
function list(kind: number, n: number, seed: number): Float64Array {
  const next = random(seed);
  if (kind === 0) return inputs(n, seed).slice(0, n);
  return Float64Array.from({ length: n }, () => {
    const x = (next() - 0.5) * 20 + (next() - 0.5) * 2 ** -25;
    if (kind === 1) return x;
    if (kind === 2) return x + 1e9;
    if (kind === 3) return x * 1e300;
    if (kind === 4) return x * 1e-310;
    if (kind === 5) return next() < 0.5 ? (next() < 0.5 ? 0 : -0) : x;
    if (kind === 6) return next() < 0.01 ? NaN : x;
    if (kind === 7) return NaN;
    return next() < 0.001 ? -Infinity : x;
  });
}

describe('kernels of statistics', () => {
  let bytes: Uint8Array;
  before(async () => {
    bytes = await kernelBytes();
  });
  afterEach(() => {
    useKernels(undefined);
  });

  function compare(data: Float64Array, dtype: DType, what: string): void {
    const array = numericArray(data, [data.length], dtype);
    useKernels(undefined);
    const expected = summarize(array, { quantiles: false });
    useKernels(bytes);
    const actual = summarize(array, { quantiles: false });
    assert.ok(engine());
    assert.deepStrictEqual(actual, expected, what);
  }

  for (let kind = 0; kind <= 8; kind++) {
    it(`have TypeScript's bits for lists of kind ${kind}`, () => {
      for (let n = 0; n <= 140; n++) compare(list(kind, n, n), 'float64', `${n}`);
      for (const n of [CHUNK - 1, CHUNK, CHUNK + 65, 3 * CHUNK + 70, inputCount]) {
        for (const dtype of ['float64', 'float16'] as const) compare(list(kind, n, n), dtype, `${n} of ${dtype}`);
      }
    });
  }
});
