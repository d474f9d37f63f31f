import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linearScale, tenth } from '../../../../src/core/plot/scale';
import { tickLabel } from '../../../../src/core/plot/tickLabel';

describe('linearScale', () => {
  it('maps the ends of the domain to the ends of the range, also upside down', () => {
    const scale = linearScale([-2, 2], [100, 0]);
    assert.deepEqual([scale.at(-2), scale.at(0), scale.at(2)], [100, 50, 0]);
  });

  it('inverts', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (low, span, share) => {
          const scale = linearScale([low, low + span], [34, 392]);
          const value = low + span * share;
          assert.ok(Math.abs(scale.invert(scale.at(value)) - value) <= 1e-9 * (Math.abs(low) + span));
        },
      ),
    );
  });

  it('gives a constant a place in the middle', () => {
    assert.equal(linearScale([3, 3], [0, 100]).at(3), 50);
    assert.equal(linearScale([0, 0], [0, 100]).at(0), 50);
  });

  it('falls back to -1 .. 1 where an end is not finite', () => {
    assert.deepEqual(linearScale([-Infinity, 1], [0, 1]).domain, [-1, 1]);
    assert.deepEqual(linearScale([NaN, 1], [0, 1]).domain, [-1, 1]);
  });

  it('labels its ticks without noise', () => {
    const labels = linearScale([-0.3, 0.3], [0, 100])
      .ticks(6)
      .map(({ label }) => label);
    assert.deepEqual(labels, ['\u22120.3', '\u22120.2', '\u22120.1', '0', '0.1', '0.2', '0.3']);
  });
});

describe('tickLabel', () => {
  const rows: readonly [number, number, string][] = [
    [0, 1, '0'],
    [-0, 1, '0'],
    [-0.25, 0.05, '\u22120.25'],
    [200, 100, '200'],
    [150000, 50000, '1.5e5'],
    [2e-7, 1e-7, '2e-7'],
    [1e300, 1e299, '1e300'],
  ];
  for (const [value, step, label] of rows) {
    it(`writes ${String(value)} between steps of ${String(step)} as ${label}`, () => {
      assert.equal(tickLabel(value, step), label);
    });
  }
});

describe('tenth', () => {
  it('rounds to a tenth and knows no minus zero', () => {
    assert.equal(tenth(1.26), 1.3);
    assert.ok(Object.is(tenth(-0.01), 0));
  });
});
