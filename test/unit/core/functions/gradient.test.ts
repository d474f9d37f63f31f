import assert from 'node:assert/strict';
import fc from 'fast-check';
import { numericArray, type NumericArray } from '../../../../src/core/array/numericArray';
import { callOf } from '../../../../src/core/function/call';
import { functions } from '../../../../src/core/functions/registry';
import { gradient, resultShape, run } from '../../../../src/core/functions/run';

const value = fc.double({ min: -3, max: 3, noNaN: true }).map((x) => Math.round(x * 64) / 64 + 0.0071);
const row = fc.array(value, { minLength: 8, maxLength: 8 });
const shapes = [
  { shape: [2, 4], axis: -1 },
  { shape: [4, 2], axis: 0 },
  { shape: [2, 2, 2], axis: 1 },
];

describe('gradient', () => {
  for (const { id, parameters } of functions.values()) {
    for (const { shape, axis } of shapes) {
      const along = parameters.some(({ kind }) => kind === 'axis');
      if (!along && axis !== -1) continue;
      it(`${id} over [${shape.join(', ')}]${along ? ` along ${axis}` : ''} agrees with central differences`, () => {
        const temperature = parameters.some((parameter) => parameter.id === 'temperature') ? { temperature: 1.5 } : {};
        const call = callOf(id, along ? { axis, ...temperature } : {});
        fc.assert(
          fc.property(row, row, (a, weights) => {
            const h = 1e-6;
            const array = (values: readonly number[]): NumericArray => numericArray(values, shape);
            const sum = (values: readonly number[]): number =>
              run(call, array(values)).data.reduce((total, out, i) => total + out * weights[i]!, 0);
            const moved = (k: number, by: number): number[] => a.map((x, i) => (i === k ? x + by : x));
            const outcome = resultShape(call, shape);
            const count = outcome.reduce((product, length) => product * length, 1);
            const slopes = gradient(call, array(a), numericArray(weights.slice(0, count), outcome));
            assert.deepEqual(slopes.shape, shape);
            for (let k = 0; k < a.length; k++) {
              const [down, here, up] = [sum(moved(k, -h)), sum(a), sum(moved(k, h))] as const;
              // a kink, or a tie between pieces, inside the difference: one-sided slopes differ there
              if (Math.abs(up - here - (here - down)) / h > 1e-3) continue;
              const difference = (up - down) / (2 * h);
              // NaN where the function itself has none to give, e.g. the logarithm of a negative maximum
              if (Number.isNaN(difference)) continue;
              assert.ok(
                Math.abs(slopes.data[k]! - difference) <= 1e-4 * (1 + Math.abs(difference)),
                `d/da[${k}] ${slopes.data[k]!} against ${difference} at ${a.join(', ')}`,
              );
            }
          }),
          { numRuns: 25, seed: 7 },
        );
      });
    }
  }

  it('wants the gradient by the result', () => {
    const array = numericArray([1, 2, 3, 4], [2, 2]);
    assert.throws(() => gradient(callOf('glu'), array, array), {
      name: 'RangeError',
      message: "gradient requires upstream of the result's shape [2, 1], got [2, 2]",
    });
  });
});
