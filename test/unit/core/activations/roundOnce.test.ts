import assert from 'node:assert/strict';
import { dtypes, evaluate, numericArray, roundTo, type DType } from '../../../../src/core';
import { roundOnce } from '../../../../src/core/activations/roundOnce';
import { formats } from '../../../../src/core/precision/formats';
import { beside, random } from '../kernels/support';

/** A finite number as an integer times 2^-1074. */
function exact(x: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(x));
  const field = Number(bits.getBigUint64(0) >> 52n);
  const fraction = bits.getBigUint64(0) & ((1n << 52n) - 1n);
  const size = field === 0 ? fraction : (fraction | (1n << 52n)) << BigInt(field - 1);
  return x < 0 ? -size : size;
}

/** The number of the dtype nearest to (a b) exactly, ties to even, from integers. */
function nearestProduct(dtype: DType, a: number, b: number): number {
  const about = roundTo(dtype, a * b);
  const { fractionBits, minExponent, max } = formats[dtype];
  const product = exact(a) * exact(b);
  const off = (y: number): bigint => {
    const d = product - (exact(y) << 1074n);
    return d < 0n ? -d : d;
  };
  const exponent = Math.max(minExponent, Math.floor(Math.log2(Math.abs(a * b))));
  const ulp = 2 ** (exponent - fractionBits);
  const beyond = max + 2 ** Math.floor(Math.log2(max) - fractionBits);
  const finite = Number.isFinite(about) ? about : Math.sign(a * b) * beyond;
  let best = finite;
  for (const y of [finite - ulp, finite + ulp, finite - ulp / 2, finite + ulp / 2]) {
    if (roundTo(dtype, y) !== y && Math.abs(y) !== beyond) continue;
    if (off(y) < off(best)) best = y;
  }
  return Math.abs(best) > max ? roundTo(dtype, 4 * best) : best;
}

describe('roundOnce', () => {
  for (const dtype of dtypes.slice(1)) {
    it(`rounds products to ${dtype} as exact integers do, close to every kind of middle`, () => {
      const next = random(dtype.length);
      const { max, fractionBits, minExponent } = formats[dtype];
      for (let i = 0; i < 3000; i++) {
        const exponent = Math.floor(next() * 8) - 4;
        const number = roundTo(dtype, (1 + next()) * 2 ** exponent);
        const place = i % 50 === 0 ? max : i % 7 === 0 ? 2 ** minExponent : number;
        // the middle above the number, or a few doubles beside it
        const middle = place + 2 ** (Math.max(minExponent, Math.floor(Math.log2(place))) - fractionBits - 1);
        const target = beside(middle, Math.floor(next() * 5) - 2);
        const x = -roundTo(dtype, 1 + next());
        const slope = beside(target / -x, Math.floor(next() * 3) - 1);
        const expected = nearestProduct(dtype, slope, x);
        const [actual] = evaluate('leakyRelu', numericArray([x]), { negativeSlope: slope }, { dtype }).data;
        assert.ok(Object.is(actual, expected), `${slope} times ${x} is ${actual}, not ${expected}`);
      }
    });
  }

  it('takes the even neighbour where nothing was lost, and asks only at middles', () => {
    const values = Float64Array.of(257, 259, 1.5, 300.25, NaN, Infinity, -0);
    const asked: number[] = [];
    roundOnce('bfloat16', values, (i) => {
      asked.push(i);
      return 0;
    });
    assert.deepEqual([...values], [256, 260, 1.5, 300, NaN, Infinity, -0]);
    assert.deepEqual(asked, [0, 1]);
  });
});
