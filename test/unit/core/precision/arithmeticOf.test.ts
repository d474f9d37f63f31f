import assert from 'node:assert/strict';
import { dtypes, type DType } from '../../../../src/core/array/numericArray';
import { arithmeticOf } from '../../../../src/core/precision/arithmeticOf';
import { roundTo } from '../../../../src/core/precision/roundTo';

describe('arithmeticOf', () => {
  it('rounds the result of each operation', () => {
    const m = arithmeticOf('bfloat16');
    assert.equal(m.add(256, 1), 256);
    assert.equal(m.constant(0.1), 0.10009765625);
    assert.equal(m.div(1, 3), 0.333984375);
    assert.equal(m.mul(m.constant(1.1), m.constant(1.1)), 1.2109375);
  });

  it('adds ones in float16 up to 2048, in bfloat16 up to 256', () => {
    for (const [dtype, stuck] of [
      ['float16', 2048],
      ['bfloat16', 256],
    ] as const) {
      const m = arithmeticOf(dtype);
      let sum = 0;
      for (let i = 0; i < 5000; i++) sum = m.add(sum, 1);
      assert.equal(sum, stuck);
    }
  });

  it('overflows exp where the dtype does', () => {
    const last: [DType, number, number][] = [
      ['float16', 11.0859375, 11.09375],
      ['bfloat16', 88.5, 89],
      ['float32', Math.fround(88.72283), Math.fround(88.72284)],
      ['float64', 709.782712893384, 709.7827128933841],
    ];
    for (const [dtype, below, above] of last) {
      const m = arithmeticOf(dtype);
      assert.ok(Number.isFinite(m.exp(m.constant(below))), dtype);
      assert.equal(m.exp(m.constant(above)), Infinity, dtype);
    }
  });

  it('gives numbers of its dtype from every operation', () => {
    for (const dtype of dtypes) {
      const m = arithmeticOf(dtype);
      const [a, b] = [m.constant(1.7), m.constant(0.3)];
      const results = [
        m.add(a, b),
        m.sub(a, b),
        m.mul(a, b),
        m.div(a, b),
        m.neg(a),
        m.abs(-a),
        m.max(a, b),
        m.min(a, b),
        m.exp(a),
        m.log(a),
        m.sqrt(a),
        m.tanh(a),
        m.erf(a),
      ];
      for (const y of results) assert.equal(roundTo(dtype, y), y, dtype);
    }
  });

  it('knows the error function', () => {
    // mpmath: erf(0.3), erf(1.7), erf(2.9), erf(3.5)
    const m = arithmeticOf('float64');
    const table: [number, number][] = [
      [0, 0],
      [0.3, 0.3286267594591274],
      [-1.7, -0.9837904585907745],
      [2.9, 0.9999589021219005],
      [3.5, 0.9999992569016276],
      [9, 1],
    ];
    for (const [x, y] of table) assert.ok(Math.abs(m.erf(x) - y) <= 2 ** -51, `erf(${x}) = ${m.erf(x)}`);
    assert.equal(m.erf(NaN), NaN);
  });

  it('requires a dtype that exists', () => {
    assert.throws(() => arithmeticOf('half' as DType), RangeError);
  });
});
