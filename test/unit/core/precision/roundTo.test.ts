import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dtypes, type DType } from '../../../../src/core/array/numericArray';
import { formats } from '../../../../src/core/precision/formats';
import { roundTo } from '../../../../src/core/precision/roundTo';
import { fromBits, readReference, referenceNumber } from '../../reference';

const narrow = dtypes.filter((dtype) => dtype !== 'float64');

describe('roundTo', () => {
  const rounding = readReference('rounding.json') as Record<string, string[]>;

  for (const dtype of narrow) {
    it(`rounds every number of the reference to ${dtype}`, () => {
      const expected = rounding[dtype]!.map(referenceNumber);
      const actual = rounding.x!.map((x) => roundTo(dtype, referenceNumber(x)));
      assert.deepEqual(actual, expected);
    });
  }

  it('agrees with the exact casts bit by bit', () => {
    const { cases } = readReference('frameworks/casts.json') as {
      cases: Record<'f32' | 'bf16' | 'f16', { exact: string }>[] & { x: number | string }[];
    };
    const names: [DType, 'f32' | 'bf16' | 'f16'][] = [
      ['float32', 'f32'],
      ['bfloat16', 'bf16'],
      ['float16', 'f16'],
    ];
    assert.ok(cases.length > 100);
    for (const [dtype, key] of names) {
      for (const entry of cases) {
        const x = referenceNumber(entry.x);
        assert.equal(roundTo(dtype, x), fromBits(key, entry[key].exact), `${dtype} of ${x}`);
      }
    }
  });

  it('leaves float64 as it is', () => {
    assert.equal(roundTo('float64', 0.1), 0.1);
  });

  it('does not round twice through float32', () => {
    const x = 1 + 2 ** -11 + 2 ** -40;
    assert.equal(roundTo('float16', x), 1 + 2 ** -10);
    assert.equal(roundTo('float16', Math.fround(x)), 1);
  });

  it('keeps the sign of zero, underflow to zero included', () => {
    for (const dtype of dtypes) {
      assert.ok(Object.is(roundTo(dtype, -0), -0), dtype);
      assert.ok(Object.is(roundTo(dtype, 0), 0), dtype);
    }
    for (const dtype of narrow) assert.ok(Object.is(roundTo(dtype, -1e-300), -0), dtype);
  });

  it('overflows to infinity, in float8_e4m3fn to NaN', () => {
    for (const dtype of narrow) {
      const beyond = dtype === 'float8_e4m3fn' ? NaN : Infinity;
      for (const x of [formats[dtype].max * 1.5, 1e300, Infinity]) {
        assert.equal(roundTo(dtype, x), beyond, `${dtype} of ${x}`);
        assert.equal(roundTo(dtype, -x), -beyond, `${dtype} of -${x}`);
      }
      assert.equal(roundTo(dtype, NaN), NaN);
    }
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dtypes), fc.double(), (dtype, x) => {
        const once = roundTo(dtype, x);
        assert.ok(Object.is(roundTo(dtype, once), once));
      }),
    );
  });

  it('is monotonic', () => {
    const small = fc.double({ min: -500, max: 500, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...dtypes), small, small, (dtype, a, b) => {
        const [low, high] = a <= b ? [a, b] : [b, a];
        assert.ok(
          Number.isNaN(roundTo(dtype, high) + roundTo(dtype, low)) || roundTo(dtype, low) <= roundTo(dtype, high),
        );
      }),
    );
  });

  it('says which dtypes there are when asked for another', () => {
    assert.throws(() => roundTo('float12' as DType, 1), {
      name: 'RangeError',
      message: /^roundTo requires a dtype of float64, float32, .*, got float12$/,
    });
  });
});
