import assert from 'node:assert/strict';
import fc from 'fast-check';
import { numericArray, type DType } from '../../../../src/core/array/numericArray';
import { softmaxFamily } from '../../../../src/core/softmax/registry';
import { softmax } from '../../../../src/core/softmax/softmax';

const logit = fc.double({ min: -800, max: 800, noNaN: true });
const row = fc.array(logit, { minLength: 1, maxLength: 40 });
const anyNumber = fc.double();
const distributions = ['softmax', 'softmin', 'sparsemax', 'entmax15', 'hardmax'];

/** Sum of numbers in [0, 1] without rounding errors: in units of 2^-1074 they are whole numbers. */
function exactSum(numbers: Float64Array): number {
  const view = new DataView(new ArrayBuffer(8));
  let sum = 0n;
  for (const x of numbers) {
    view.setFloat64(0, x);
    const field = (view.getUint16(0) >> 4) & 0x7ff;
    const fraction = view.getBigUint64(0) & 0xfffffffffffffn;
    sum += (field === 0 ? fraction : fraction | 0x10000000000000n) << BigInt(Math.max(0, field - 1));
  }
  // what is above or below 1, in units of 2^-80
  return 1 + Number((sum - (1n << 1074n)) >> 994n) * 2 ** -80;
}

describe('the softmax family, whatever the numbers', () => {
  for (const id of distributions) {
    const { apply } = softmaxFamily.get(id)!;

    it(`${id} gives shares from 0 to 1 that sum to 1 within 4 ulp`, () => {
      fc.assert(
        fc.property(row, fc.double({ min: 0.01, max: 100, noNaN: true }), (x, temperature) => {
          const { data } = apply(numericArray(x), { temperature });
          for (const y of data) assert.ok(y >= 0 && y <= 1);
          assert.ok(Math.abs(exactSum(data) - 1) <= 4 * 2 ** -52, `sums to ${exactSum(data)}`);
        }),
      );
    });

    it(`${id} does not change when the same whole number is added to whole numbers`, () => {
      const whole = fc.array(fc.integer({ min: -2000, max: 2000 }), { minLength: 1 });
      fc.assert(
        fc.property(whole, fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), (x, c) => {
          assert.deepEqual(apply(numericArray(x.map((v) => v + c))).data, apply(numericArray(x)).data);
        }),
      );
    });

    it(`${id} keeps the order of the numbers`, () => {
      const sign = id === 'softmin' ? -1 : 1;
      fc.assert(
        fc.property(row, (x) => {
          const y = apply(numericArray(x)).data;
          x.forEach((a, i) => x.forEach((b, j) => assert.ok((a - b) * sign <= 0 || y[i]! >= y[j]!)));
        }),
      );
    });
  }

  it('sums to 1 within 4 ulp on long rows', () => {
    for (const n of [1000, 30_000]) {
      for (const spread of [0, 1e-3, 1, 30]) {
        const x = Float64Array.from({ length: n }, (_, i) => spread * Math.sin(i * 1.7) + 12.3);
        const sum = exactSum(softmax(numericArray(x)).data);
        assert.ok(Math.abs(sum - 1) <= 4 * 2 ** -52, `${n} numbers sum to ${sum}`);
      }
    }
  });

  for (const [id, { apply }] of softmaxFamily) {
    it(`${id} never changes its argument nor returns it`, () => {
      fc.assert(
        fc.property(fc.array(anyNumber, { minLength: 6, maxLength: 6 }), fc.constantFrom(0, 1), (x, axis) => {
          const array = numericArray(x, [2, 3]);
          for (const mode of ['fused', 'stepwise'] as const) {
            const result = apply(array, { axis, mode, temperature: 2 });
            assert.notEqual(result.data, array.data);
            assert.notEqual(result.shape, array.shape);
          }
          assert.deepEqual([...array.data], x);
        }),
      );
    });

    it(`${id} gives NaN for a row with NaN and leaves other rows alone`, () => {
      const place = fc.integer({ min: 0, max: 2 });
      fc.assert(
        fc.property(place, fc.constantFrom<DType>('float64', 'float16'), (i, dtype) => {
          const x = [1, 2, 3, 4, 5, 6];
          x[i] = NaN;
          for (const mode of ['fused', 'stepwise'] as const) {
            const { data } = apply(numericArray(x, [2, 3]), { dtype, mode });
            const half = data.length / 2;
            assert.ok(data.subarray(0, half).every(Number.isNaN));
            assert.ok(data.subarray(half).every(Number.isFinite));
          }
        }),
      );
    });

    it(`${id} works on empty axes and single numbers`, () => {
      assert.equal(apply(numericArray([], [0])).data.length, id === 'logSumExp' ? 1 : 0);
      assert.equal(apply(numericArray([], [0, 4]), { axis: -1 }).data.length, 0);
      assert.equal(apply(numericArray([2], [])).data.length, 1);
    });

    it(`${id} refuses what cannot be`, () => {
      const array = numericArray([1, 2, 3, 4, 5, 6], [2, 3]);
      const refuses = (options: object): void =>
        assert.throws(
          () => apply(array, options),
          (e) => e instanceof RangeError && e.message.startsWith(id),
        );
      for (const axis of [2, -3, 0.5, NaN]) refuses({ axis });
      for (const temperature of [0, -1, NaN, Infinity]) refuses({ temperature });
      refuses({ dtype: 'float12' });
      refuses({ accumulate: 'float12' });
      refuses({ mode: 'fast' });
      refuses({ mask: [1, 0] });
    });
  }
});
