import assert from 'node:assert/strict';
import fc from 'fast-check';
import { geluOf } from '../../../../src/core/math/gelu';
import { geluTanhOf, geluTanhSlope } from '../../../../src/core/math/geluTanh';
import { geluSlope, geluTail } from '../../../../src/core/math/normal';
import { ulpsBetween } from '../../reference';

describe('The tables of the GELUs', () => {
  it('agree with the kernel that they are made from, wherever in a row', () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (x) => {
        assert.ok(ulpsBetween(geluOf(x), geluTail(x)) <= 1, `${x}: ${geluOf(x)} against ${geluTail(x)}`);
      }),
      { seed: 5, numRuns: 20_000 },
    );
  });

  it('change by what the derivative says from the edge of one row to the edge of the next', () => {
    for (const [value, slope] of [
      [geluOf, geluSlope],
      [geluTanhOf, geluTanhSlope],
    ] as const) {
      for (let row = 0; row <= 256; row++) {
        for (const sign of [-1, 1]) {
          const edge = (sign * (row + 0.5)) / 32;
          const step = edge * 2 ** -24;
          const rise = value(edge + step) - value(edge - step);
          const expected = 2 * step * slope(edge);
          const noise = 4 * 2 ** -53 * Math.abs(value(edge)) + 1e-9 * Math.abs(expected);
          assert.ok(Math.abs(rise - expected) <= noise, `${edge}: ${rise} against ${expected}`);
        }
      }
    }
  });

  it('give the same the first time and every time', () => {
    const first = geluTanhOf(-3.3);
    assert.equal(geluTanhOf(-3.3), first);
    assert.ok(Number.isNaN(geluOf(NaN)) && Number.isNaN(geluTanhOf(NaN)));
    assert.deepEqual([geluOf(Infinity), geluOf(-Infinity)], [Infinity, -0]);
  });
});
