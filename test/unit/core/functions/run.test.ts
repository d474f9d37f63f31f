import assert from 'node:assert/strict';
import fc from 'fast-check';
import { evaluate } from '../../../../src/core/activations/evaluate';
import { dtypes, numericArray, type NumericArray } from '../../../../src/core/array/numericArray';
import { callOf, modes, type FunctionCall } from '../../../../src/core/function/call';
import { CallError, type CallFault } from '../../../../src/core/function/fault';
import { functions } from '../../../../src/core/functions/registry';
import { callFault, resultShape, run, settingsOf } from '../../../../src/core/functions/run';
import { geglu } from '../../../../src/core/gates/geglu';
import { softmax } from '../../../../src/core/softmax/softmax';

const some = numericArray([-1.5, 0.25, 3, 0.1], [2, 2]);

describe('run', () => {
  it('gives what the functions themselves give', () => {
    const elu = { function: 'elu', settings: { alpha: 0.5 }, dtype: 'float16', mode: 'stepwise' } as const;
    assert.deepEqual(run(elu, some), evaluate('elu', some, { alpha: 0.5 }, { dtype: 'float16', mode: 'stepwise' }));
    const columns = softmax(some, { axis: 0, temperature: 2, dtype: 'bfloat16' });
    assert.deepEqual(run(callOf('softmax', { axis: 0, temperature: 2 }, { dtype: 'bfloat16' }), some), columns);
    assert.deepEqual(run(callOf('geglu', { gate: 'first' }), some), geglu(some, { gate: 'first' }));
  });

  it('counts a choice from 1 where a program knows only numbers', () => {
    assert.deepEqual(run(callOf('geglu', { gate: 1 }), some), geglu(some, { gate: 'first' }));
    assert.deepEqual(settingsOf(callOf('geglu', { gate: 2 })), { axis: -1, gate: 'second' });
  });

  it('rounds a gate to the dtype, once or at every step', () => {
    const x = numericArray([3, 0.7]);
    // NumPy: x = float64(float16(0.7)); float16(3 * x / (1 + exp(-x))); then float16(3) * float16(0.7)
    assert.equal(run(callOf('swiglu', {}, { dtype: 'float16' }), x).data[0], 1.4033203125);
    assert.equal(run(callOf('reglu', {}, { dtype: 'float16', mode: 'stepwise' }), x).data[0], 2.1015625);
    assert.equal(run(callOf('maxout', {}, { dtype: 'float16' }), numericArray([0.1, 0.7])).data[0], 0.7001953125);
  });

  it('tells why a call cannot be, with figures', () => {
    const expected: readonly (readonly [FunctionCall, readonly number[] | undefined, Partial<CallFault>])[] = [
      [callOf('reluu'), undefined, { code: 'unknown-function', figures: { function: 'reluu' } }],
      [
        callOf('relu', { a: 1 }),
        undefined,
        { code: 'unknown-setting', figures: { function: 'relu', setting: 'a', known: '' } },
      ],
      [
        callOf('softmax', { temperature: 0 }),
        undefined,
        { code: 'below', figures: { function: 'softmax', setting: 'temperature', got: 0, min: 0, open: 1 } },
      ],
      [
        callOf('elu', { alpha: NaN }),
        undefined,
        { code: 'not-a-number', figures: { function: 'elu', setting: 'alpha', got: 'NaN' } },
      ],
      [
        callOf('maxout', { pieces: 1.5 }),
        undefined,
        { code: 'not-whole', figures: { function: 'maxout', setting: 'pieces', got: 1.5 } },
      ],
      [
        callOf('glu', { gate: 'third' }),
        undefined,
        {
          code: 'not-a-choice',
          figures: { function: 'glu', setting: 'gate', got: '"third"', choices: 'first, second' },
        },
      ],
      [
        callOf('hardTanh', { min: 2, max: 1 }),
        undefined,
        { code: 'not-below', figures: { function: 'hardTanh', setting: 'min', other: 'max', got: 2, otherGot: 1 } },
      ],
      [
        callOf('softmax', { axis: 2 }),
        [2, 2],
        {
          code: 'no-axis',
          figures: { function: 'softmax', setting: 'axis', got: 2, dimensions: 2, least: -2, most: 1 },
        },
      ],
      [callOf('glu'), [2, 3], { code: 'uneven-axis', figures: { function: 'glu', length: 3, parts: 2, axis: -1 } }],
      [
        { ...callOf('relu'), dtype: 'float8' as 'float16' },
        undefined,
        { code: 'bad-dtype', figures: { function: 'relu', got: 'float8' } },
      ],
    ];
    for (const [call, shape, { code, figures }] of expected) {
      const fault = callFault(call, shape);
      assert.deepEqual({ code: fault?.code, figures: fault?.figures }, { code, figures });
      if (shape !== undefined) {
        const array = numericArray(new Float64Array(shape.reduce((a, b) => a * b, 1)), shape);
        assert.throws(
          () => run(call, array),
          (error) => error instanceof CallError && error.name === 'RangeError',
        );
      }
    }
    assert.equal(callFault(callOf('glu'), [2, 4]), undefined);
  });

  const number = fc.oneof(
    fc.double(),
    fc.constantFrom(NaN, Infinity, -Infinity, 0, -0, 5e-324, 1e308, -745, 709.8, 88.8),
  );
  const array = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }).chain((shape) => {
    const count = shape.reduce((a, b) => a * b, 1);
    return fc.array(number, { minLength: count, maxLength: count }).map((x) => numericArray(x, shape));
  });
  const whatever = fc.record({
    array,
    axis: fc.integer({ min: -4, max: 3 }),
    dtype: fc.constantFrom(...dtypes),
    mode: fc.constantFrom(...modes),
  });

  for (const { id, parameters } of functions.values()) {
    it(`${id}: any array of any shape gives the shape that was told or a fault that was told`, () => {
      const computed = (input: NumericArray, call: FunctionCall): void => {
        const before = input.data.slice();
        const fault = callFault(call, input.shape);
        if (fault !== undefined) {
          assert.ok(['no-axis', 'uneven-axis'].includes(fault.code), fault.message);
          assert.throws(() => run(call, input), CallError);
          return;
        }
        const result = run(call, input);
        assert.deepEqual(result.shape, resultShape(call, input.shape));
        assert.equal(
          result.data.length,
          result.shape.reduce((a, b) => a * b, 1),
        );
        assert.equal(result.dtype, call.dtype);
        assert.deepEqual(input.data, before);
      };
      fc.assert(
        fc.property(whatever, ({ array: input, axis, ...rounding }) => {
          computed(input, callOf(id, parameters.some(({ kind }) => kind === 'axis') ? { axis } : {}, rounding));
          computed(input, callOf(id));
        }),
        { numRuns: 60 },
      );
    });
  }
});
