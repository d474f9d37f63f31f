import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dtypes, type DType } from '../../../../src/core/array/numericArray';
import { bitsOf } from '../../../../src/core/precision/bitsOf';
import { describeDtype } from '../../../../src/core/precision/describeDtype';
import { fromBits } from '../../../../src/core/precision/fromBits';
import { neighbours } from '../../../../src/core/precision/neighbours';
import { roundTo } from '../../../../src/core/precision/roundTo';
import { ulpOf } from '../../../../src/core/precision/ulpOf';
import { readReference, referenceNumber } from '../../reference';

const text = (dtype: DType, x: number): string => Object.values(bitsOf(dtype, x)).join(' ');
const anyDtype = fc.constantFrom(...dtypes);

/** every number of a small dtype, from its bits */
function codes(dtype: 'float8_e5m2' | 'float8_e4m3fn' | 'float16'): number[] {
  const { bits, exponentBits } = describeDtype(dtype);
  return Array.from({ length: 2 ** bits }, (_, code) => {
    const all = code.toString(2).padStart(bits, '0');
    const [sign, exponent, mantissa] = [all[0]!, all.slice(1, 1 + exponentBits), all.slice(1 + exponentBits)];
    return fromBits(dtype, { sign, exponent, mantissa });
  });
}

describe('bitsOf', () => {
  it('agrees with the exact casts', () => {
    const { cases } = readReference('frameworks/casts.json') as {
      cases: (Record<'f32' | 'bf16' | 'f16', { exact: string }> & { x: number | string; x_bits: string })[];
    };
    for (const c of cases) {
      const x = referenceNumber(c.x);
      const hex = (dtype: DType): string =>
        BigInt(`0b${text(dtype, x).replaceAll(' ', '')}`)
          .toString(16)
          .padStart(describeDtype(dtype).bits / 4, '0');
      if (!Number.isNaN(x)) assert.equal(hex('float64'), c.x_bits);
      assert.equal(hex('float32'), c.f32.exact);
      assert.equal(hex('bfloat16'), c.bf16.exact);
      assert.equal(hex('float16'), c.f16.exact);
    }
  });

  it('knows the special codes of float8_e4m3fn', () => {
    assert.equal(text('float8_e4m3fn', NaN), '0 1111 111');
    assert.equal(text('float8_e4m3fn', 448), '0 1111 110');
    assert.equal(text('float8_e5m2', -Infinity), '1 11111 00');
    assert.equal(text('float16', -0), '1 00000 0000000000');
  });
});

describe('fromBits', () => {
  it('brings back what bitsOf wrote', () => {
    fc.assert(
      fc.property(anyDtype, fc.double(), (dtype, x) => {
        assert.ok(Object.is(fromBits(dtype, bitsOf(dtype, x)), roundTo(dtype, x)));
      }),
    );
  });

  it('says what was required', () => {
    const bits = { sign: '0', exponent: '1', mantissa: '0' };
    assert.throws(() => fromBits('float16', bits), /^RangeError: fromBits requires 1 \+ 5 \+ 10 bits of 0 and 1/);
  });
});

describe('roundTo, seen from the codes', () => {
  it('finds the nearest of all numbers of the small dtypes, ties to the even code', () => {
    for (const dtype of ['float8_e5m2', 'float8_e4m3fn'] as const) {
      const finite = codes(dtype).filter(Number.isFinite);
      const { max } = describeDtype(dtype);
      fc.assert(
        fc.property(fc.double({ min: -max, max, noNaN: true }), (x) => {
          const rounded = roundTo(dtype, x);
          for (const y of finite) assert.ok(Math.abs(rounded - x) <= Math.abs(y - x), `${x} to ${rounded}, not ${y}`);
        }),
      );
      const ascending = [...new Set(finite.filter((y) => y >= 0))].sort((a, b) => a - b);
      for (let i = 1; i < ascending.length; i++) {
        const even = ascending[i % 2 === 0 ? i : i - 1]!;
        assert.equal(roundTo(dtype, (ascending[i - 1]! + ascending[i]!) / 2), even);
      }
    }
  });
});

describe('neighbours', () => {
  it('lists the numbers of a small dtype in order', () => {
    for (const dtype of ['float8_e5m2', 'float8_e4m3fn', 'float16'] as const) {
      const all = [...new Set(codes(dtype).filter((y) => !Number.isNaN(y)))].sort((a, b) => a - b);
      const zero = all.indexOf(0);
      assert.deepEqual(
        neighbours(dtype, 0, 100),
        all.slice(Math.max(0, zero - 100), zero + 101).map((y) => y + 0),
      );
      const last = all.length - 1;
      assert.deepEqual(neighbours(dtype, all[last - 1]!, 2), all.slice(last - 3));
    }
  });

  it('halves the distance below a power of two', () => {
    assert.deepEqual(neighbours('bfloat16', 257, 1), [255, 256, 258]);
    assert.deepEqual(neighbours('float64', -1, 1), [-1 - 2 ** -52, -1, -1 + 2 ** -53]);
    assert.deepEqual(neighbours('float16', 1e9, 1), [65504, Infinity]);
    assert.deepEqual(neighbours('float8_e4m3fn', 1e9, 1), []);
  });

  it('requires a whole n', () => {
    assert.throws(() => neighbours('float16', 1, -1), /requires a whole number n between 0 and 1000, got -1/);
  });
});

describe('ulpOf', () => {
  it('is the distance to the next number of larger magnitude', () => {
    fc.assert(
      fc.property(anyDtype, fc.double({ noNaN: true, noDefaultInfinity: true }), (dtype, x) => {
        const y = Math.abs(roundTo(dtype, x));
        if (!(y < describeDtype(dtype).max)) return;
        assert.equal(ulpOf(dtype, y), neighbours(dtype, y, 1).at(-1)! - y);
      }),
    );
    assert.equal(ulpOf('float16', 2048), 2);
    assert.equal(ulpOf('float64', 0), 5e-324);
    assert.equal(ulpOf('float16', 1e300), 32);
    assert.equal(ulpOf('float16', Infinity), NaN);
  });
});

describe('describeDtype', () => {
  it('gives the limits that the formats are known for', () => {
    const half = describeDtype('float16');
    assert.deepEqual(
      [half.max, half.minNormal, half.minSubnormal, half.epsilon],
      [65504, 2 ** -14, 2 ** -24, 2 ** -10],
    );
    const limits = dtypes.map((dtype) => describeDtype(dtype).maxWhole);
    assert.deepEqual(limits, [2 ** 53, 2 ** 24, 2048, 256, 8, 16]);
    assert.deepEqual(
      dtypes.map((dtype) => describeDtype(dtype).digits),
      [15, 6, 3, 2, 0, 0],
    );
    assert.equal(describeDtype('float64').epsilon, Number.EPSILON);
  });
});
