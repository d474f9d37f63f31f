import assert from 'node:assert/strict';
import fc from 'fast-check';
import { activations } from '../../../../src/core';
import { completeParameters } from '../../../../src/core/activations/parameters';
import { ulpsBetween } from '../../reference';

const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });
const ordinary = fc.double({ min: -20, max: 20, noNaN: true });
const runs = { numRuns: 150, seed: 20 };

describe('properties of every activation', () => {
  for (const [id, record] of activations) {
    const p = completeParameters(record);
    const { min, max } = record.range(p);

    it(`${id} stays in its range and is never NaN`, () => {
      fc.assert(
        fc.property(anyNumber, (x) => {
          const value = record.value(x, p);
          assert.ok(value >= min && value <= max, `${id}(${x}) = ${value}`);
          assert.ok(!Number.isNaN(record.derivative(x, p)), `derivative(${x})`);
        }),
        runs,
      );
    });

    if (record.properties.monotonic) {
      it(`${id} never falls by more than rounding`, () => {
        fc.assert(
          fc.property(anyNumber, anyNumber, (a, b) => {
            const [low, high] = [record.value(Math.min(a, b), p), record.value(Math.max(a, b), p)];
            assert.ok(low <= high || ulpsBetween(low, high) <= 2, `${id}: ${a}, ${b} give ${low}, ${high}`);
          }),
          runs,
        );
      });
    }

    it(`${id}'s derivative agrees with central differences`, () => {
      const h = 2 ** -17;
      fc.assert(
        fc.property(ordinary, (x) => {
          if (record.kinks(p).some((kink) => Math.abs(x - kink) <= 2 * h)) return;
          const slope = (record.value(x + h, p) - record.value(x - h, p)) / (x + h - (x - h));
          const scale = Math.max(1, Math.abs(slope), Math.abs(record.value(x, p)));
          assert.ok(Math.abs(slope - record.derivative(x, p)) < 1e-5 * scale, `${id}'(${x}), difference ${slope}`);
        }),
        runs,
      );
    });
  }
});

describe('symmetries', () => {
  for (const id of ['identity', 'tanh', 'hardTanh', 'softsign', 'softshrink', 'hardShrink', 'tanhShrink']) {
    const record = activations.get(id);
    if (record === undefined) continue;
    it(`${id} is odd`, () => {
      fc.assert(
        fc.property(anyNumber, (x) => {
          assert.equal(ulpsBetween(record.value(-x, {}), -record.value(x, {})), 0);
          assert.equal(record.derivative(-x, {}), record.derivative(x, {}));
        }),
        runs,
      );
    });
  }

  for (const id of ['sigmoid', 'hardSigmoid', 'sparseSigmoid']) {
    const record = activations.get(id);
    if (record === undefined) continue;
    it(`${id}(-x) is 1 - ${id}(x) within 1 ulp of 1`, () => {
      fc.assert(
        fc.property(ordinary, (x) => {
          assert.ok(Math.abs(record.value(-x, {}) - (1 - record.value(x, {}))) <= 2 ** -52);
        }),
        runs,
      );
    });
  }
});
