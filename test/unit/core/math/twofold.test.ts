import assert from 'node:assert/strict';
import fc from 'fast-check';
import { productError, sumError } from '../../../../src/core/math/twofold';

/** A float64 as an integer times 2^-1074: integers add and multiply without rounding. */
function exact(x: number): bigint {
  let mantissa = Math.abs(x);
  let shift = 1074n;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    shift -= 1n;
  }
  return (x < 0 ? -1n : 1n) * (BigInt(mantissa) << shift);
}

const moderate = fc
  .tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.integer({ min: -200, max: 200 }))
  .map(([mantissa, exponent]) => (Math.abs(mantissa) < 0.5 ? mantissa + 1 : mantissa) * 2 ** exponent);

describe('sumError', () => {
  it('is exactly what the rounded sum lost, whichever number is larger', () => {
    fc.assert(
      fc.property(moderate, moderate, (a, b) => {
        assert.equal(exact(a + b) + exact(sumError(a, b, a + b)), exact(a) + exact(b));
      }),
      { seed: 3 },
    );
    assert.equal(sumError(1, 2 ** -60, 1), 2 ** -60);
  });
});

describe('productError', () => {
  it('is exactly what the rounded product lost', () => {
    fc.assert(
      fc.property(moderate, moderate, (a, b) => {
        const product = a * b;
        const whole = exact(product) + exact(productError(a, b, product));
        assert.equal(whole << 1074n, exact(a) * exact(b));
      }),
      { seed: 4 },
    );
    assert.equal(productError(0.1, 10, 1), 5.551115123125783e-17);
  });
});
