import assert from 'node:assert/strict';
import { significant } from '../../../../src/core/format/significant';

describe('significant', () => {
  const table: readonly (readonly [number, number, string])[] = [
    [0.26894142137, 4, '0.2689'],
    [1.2345e-7, 3, '1.23e-7'],
    [7.225973768125749e86, 4, '7.226e86'],
    [0.5, 4, '0.5'],
    [-0.10004, 4, '-0.1'],
    [300, 2, '300'],
    [123456.789, 4, '123500'],
    [1e6, 4, '1e6'],
    [0, 4, '0'],
    [-0, 4, '-0'],
    [NaN, 4, 'nan'],
    [Infinity, 4, 'inf'],
    [-Infinity, 4, '-inf'],
  ];
  for (const [x, digits, text] of table) {
    it(`writes ${String(x)} in ${digits} digits as ${text}`, () => assert.equal(significant(x, digits), text));
  }
});
