import assert from 'node:assert/strict';
import fc from 'fast-check';
import { activations } from '../../../../src/core/activations/registry';
import { numericArray } from '../../../../src/core/array/numericArray';
import { gates } from '../../../../src/core/gates/registry';
import { layerFunction } from '../../../../src/core/network/layerFunction';
import { softmaxFamily } from '../../../../src/core/softmax/registry';

const value = fc.double({ min: -3, max: 3, noNaN: true }).map((x) => Math.round(x * 64) / 64 + 0.0071);
const row = fc.array(value, { minLength: 4, maxLength: 4 });

describe('layerFunction', () => {
  for (const id of [...activations.keys(), ...softmaxFamily.keys(), ...gates.keys()]) {
    if (id === 'logSumExp') continue; // one number a row: no layer's activation
    it(`${id}: backward agrees with central differences`, () => {
      const layer = layerFunction(id);
      fc.assert(
        fc.property(row, row, (a, weights) => {
          const h = 1e-6;
          const run = (values: readonly number[]): number => {
            const z = layer.apply(numericArray(values, [1, 4]), {});
            return z.data.reduce((sum, out, i) => sum + out * weights[i]!, 0);
          };
          const outputs = layer.outputs(4, {});
          const dz = numericArray(weights.slice(0, outputs), [1, outputs]);
          const gradient = layer.backward(numericArray(a, [1, 4]), dz, {});
          const jumps = (k: number): boolean => {
            // a kink, or a tie between pieces, inside the difference: one-sided slopes differ there
            const up = (run(a.map((x, i) => (i === k ? x + h : x))) - run(a)) / h;
            const down = (run(a) - run(a.map((x, i) => (i === k ? x - h : x)))) / h;
            return Math.abs(up - down) > 1e-3;
          };
          for (let k = 0; k < 4; k++) {
            if (jumps(k)) continue;
            const up = run(a.map((x, i) => (i === k ? x + h : x)));
            const down = run(a.map((x, i) => (i === k ? x - h : x)));
            const difference = (up - down) / (2 * h);
            assert.ok(
              Math.abs(gradient[k]! - difference) <= 1e-4 * (1 + Math.abs(difference)),
              `d/da[${k}] ${gradient[k]!} against ${difference} at ${a.join(', ')}`,
            );
          }
        }),
        { numRuns: 40, seed: 7 },
      );
    });
  }

  it('names the id that it does not know', () => {
    assert.throws(() => layerFunction('reluu'), {
      name: 'RangeError',
      message: 'a layer requires the id of an activation, a softmax or a gate, got "reluu"',
    });
  });
});
