import assert from 'node:assert/strict';
import fc from 'fast-check';
import { log1pNear, log1pTable } from '../../../../src/core/math/log1p';
import { ulpsBetween } from '../../reference';

describe('log1pNear', () => {
  it('is within a unit of the engine’s log1p between 0 and 1, however small the number', () => {
    const table = log1pTable();
    const near = (e: number) => assert.ok(ulpsBetween(log1pNear(e, 0, table), Math.log1p(e)) <= 1, String(e));
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), near), { seed: 6, numRuns: 20_000 });
    [0, Number.MIN_VALUE, 1 / 256, 0.5, 1].forEach(near);
  });
});
