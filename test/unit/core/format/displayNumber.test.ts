import assert from 'node:assert/strict';
import { displayNumber } from '../../../../src/core/format/displayNumber';

describe('displayNumber', () => {
  const rows: readonly [number, number, string][] = [
    [0.5744425168, 6, '0.574443'],
    [-0.000012345678, 4, '\u22121.235e\u22125'],
    [7.225973768125749e86, 6, '7.22597e86'],
    [1, 6, '1'],
    [100, 3, '100'],
    [123456, 6, '123456'],
    [1234567, 6, '1.23457e6'],
    [0.5, 6, '0.5'],
    [-0, 6, '\u22120'],
    [NaN, 6, 'NaN'],
    [-Infinity, 6, '\u2212\u221e'],
    [5e-324, 6, '4.94066e\u2212324'],
  ];
  for (const [value, digits, text] of rows) {
    it(`writes ${String(value)} with ${String(digits)} digits as ${text}`, () => {
      assert.equal(displayNumber(value, digits), text);
    });
  }
});
