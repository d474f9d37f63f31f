import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { NumberWriter } from '../../../../src/core/format/numberWriter';

const text = (x: number): string => (Object.is(x, -0) ? '-0' : String(x));
const write = (numbers: readonly number[], separator = ', ', point = false): string =>
  new NumberWriter(point).rows(Float64Array.from(numbers), numbers.length, separator, () => '', text);

/** Numbers whose shortest decimals are at the edges: of notations, of digits, of bounds that are hard to decide. */
const edges = [
  0, 1, 9, 10, 99, 100, 123456789, 2 ** 31, 2 ** 31 - 1, 2 ** 53, 2 ** 53 + 2, 1e16, 1e17, 1e20, 1e21, 1.5e21, 1e22, 1e23,
  9007199254740994, 0.1, 0.2, 0.3, 1 / 3, 2 / 3, 1e-5, 1e-6, 1.5e-6, 0.0000012345, 1e-7, 1.25e-7, 99999999.5, 1e8 + 0.5,
  5e-324, 1e-310, 2 ** -1022, 2 ** -1074, Number.MAX_VALUE, 5.764607523034235e39, 9.5367431640625e-7, 4.35, 123456.000001,
]; // prettier-ignore

describe('NumberWriter', () => {
  it('writes the same decimals as the engine at the edges', () => {
    for (const x of edges.flatMap((edge) => [edge, -edge])) assert.equal(write([x]), text(x));
  });

  it('writes the same decimals as the engine for any numbers', () => {
    const decimals = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(12)).map(([n, places]) => n / 10 ** places);
    const ordinary = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double(), ordinary, decimals, fc.integer())), (numbers) => {
        assert.equal(write(numbers), numbers.map(text).join(', '));
      }),
      { numRuns: 3000 },
    );
  });

  it('gives whole numbers a point where asked', () => {
    const numbers = [0, -0, 1, -12, 2 ** 40, 1e20, 1e21, 0.5];
    assert.equal(write(numbers, ' ', true), '0.0 -0.0 1.0 -12.0 1099511627776.0 100000000000000000000.0 1e+21 0.5');
  });

  it('leaves NaN and infinities to the caller, and grows as needed', () => {
    const many = Array.from({ length: 5000 }, (_, i) => (i % 3 === 0 ? Infinity : -1.2345678901234567e-100 * i));
    const separator = ' '.repeat(40);
    assert.equal(write(many, separator), many.map(text).join(separator));
  });
});
