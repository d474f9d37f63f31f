import assert from 'node:assert/strict';
import { displayNumber, fitNumber } from '../../../../src/core/format/displayNumber';

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

describe('fitNumber', () => {
  it('drops digits until the number fits', () => {
    assert.equal(fitNumber(-0.00404969409489031, 9), '\u22120.00405');
    assert.equal(fitNumber(0.5, 5), '0.5');
    for (const value of [1 / 3, -1e-300 / 3, 123456.789, NaN, -Infinity]) assert.ok(fitNumber(value, 9).length <= 9);
  });

  it('shows one digit where nothing fits', () => {
    assert.equal(fitNumber(1.5e-300, 3), '2e\u2212300');
  });
});
