import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dtypes } from '../../../../src/core/array/numericArray';
import { columnFormat } from '../../../../src/core/format/column';
import { roundTo } from '../../../../src/core/precision/roundTo';

const column = (values: number[], options = {}): string[] => values.map(columnFormat(values, options));
const back = (text: string): number => Number(text.replaceAll('\u2212', '-').replace('\u221e', 'Infinity'));

describe('columnFormat', () => {
  it('tells values apart, and never rounds to what looks exact', () => {
    assert.deepEqual(column([Math.tanh(-5.5), 0.5]), ['−0.99997', '0.5']);
    assert.deepEqual(column([-1, Math.tanh(-5.5), 1]), ['−1', '−0.99997', '1']);
    assert.deepEqual(column([0.123456, 0.123457]), ['0.123456', '0.123457']);
    assert.deepEqual(column([1 / 3, 0.25, 2]), ['0.3333', '0.25', '2']);
    assert.deepEqual(column([0.1 + 0.2]), ['0.3000']);
    assert.deepEqual(column([0.5, 0.50000001]), ['0.5', '0.50000001']);
    assert.deepEqual(column([1 - 2 ** -53]), ['0.9999999999999999']);
    assert.deepEqual(column([12345.5, 3.25]), ['12345.5', '3.25']);
    assert.deepEqual(column([-308500001, -308500000.4]), ['−308500001', '−308500000.4']);
  });

  it('has one minus sign, and signs for what is no number', () => {
    assert.deepEqual(column([-0, 0, NaN, -Infinity, Infinity]), ['−0', '0', 'NaN', '−∞', '∞']);
    assert.deepEqual(column([-1.5e-7, 3e300]), ['−1.5e−7', '3e300']);
  });

  it('names numbers of a narrow type by the digits of that type', () => {
    assert.deepEqual(column([roundTo('float32', 0.1), roundTo('float32', 0.7)], { dtype: 'float32' }), ['0.1', '0.7']);
    assert.deepEqual(column([roundTo('float16', 0.1)], { dtype: 'float16', full: true }), ['0.1']);
  });

  it('gives every digit when asked to', () => {
    assert.deepEqual(column([1 / 3, -2.5], { full: true }), ['0.3333333333333333', '−2.5']);
  });

  it('keeps different numbers different, equal ones equal, in order, and whole numbers true', () => {
    const value = fc.oneof(fc.double({ noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), fc.integer());
    const near = fc.tuple(value, fc.integer({ min: 0, max: 60 })).map(([x, k]) => x + Math.abs(x) * 2 ** -k);
    fc.assert(
      fc.property(fc.array(fc.oneof(value, near), { maxLength: 12 }), fc.constantFrom(...dtypes), (list, dtype) => {
        const values = list.map((x) => roundTo(dtype, x)).filter((x) => !Number.isNaN(x));
        const texts = column(values, { dtype });
        texts.forEach((text, i) => {
          const x = values[i]!;
          assert.ok(!text.includes('-') && !text.includes('…'), text);
          if (!Number.isFinite(x)) return;
          const read = back(text);
          if (Number.isInteger(read) && Math.abs(x) < 1e6) assert.equal(read, x, `${x} is written ${text}`);
          assert.ok(Math.abs(read - x) <= Math.abs(x) * 5e-4, `${x} is written ${text}`);
          texts.forEach((other, k) => {
            const y = values[k]!;
            if (x < y) assert.ok(read < back(other), `${x} and ${y} are written ${text} and ${other}`);
          });
        });
      }),
      { numRuns: 2000 },
    );
  });
});
