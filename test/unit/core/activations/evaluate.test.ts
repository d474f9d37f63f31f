import assert from 'node:assert/strict';
import { activations, derivative, evaluate, numericArray, roundTo } from '../../../../src/core';

describe('evaluate', () => {
  it('gives the values of the examples', () => {
    assert.deepEqual([...evaluate('relu', numericArray([-1, 2])).data], [0, 2]);
    assert.deepEqual([...derivative('relu', numericArray([-1, 2])).data], [0, 1]);
    assert.deepEqual([...evaluate('step', numericArray([-1, 1, 2])).data], [0, 1, 1]);
    assert.deepEqual([...evaluate('leakyRelu', numericArray([-1, 2]), { negativeSlope: 0.001 }).data], [-0.001, 2]);
  });

  it('keeps the shape and leaves its argument alone', () => {
    const array = numericArray([-1, 0, 1, 2, NaN, Infinity], [2, 3], 'float32');
    const before = [...array.data];
    for (const id of activations.keys()) {
      for (const result of [evaluate(id, array), derivative(id, array)]) {
        assert.deepEqual(result.shape, [2, 3]);
        assert.notEqual(result.data, array.data);
        assert.notEqual(result.shape, array.shape);
        assert.equal(result.dtype, 'float64');
      }
      assert.deepEqual([...array.data], before, id);
    }
  });

  it('gives an empty result for an empty array', () => {
    for (const id of activations.keys()) {
      assert.deepEqual(evaluate(id, numericArray([], [0, 3])).shape, [0, 3]);
      assert.equal(derivative(id, numericArray([], [0, 3])).data.length, 0);
    }
  });

  it('computes in float64 unless another dtype is asked for, whatever the dtype of the array', () => {
    const result = evaluate('leakyRelu', numericArray([-1.1], [1], 'float16'));
    assert.equal(result.dtype, 'float64');
    assert.equal(result.data[0], -1.1 * 0.01);
  });

  it('rounds the input and the exact result once when fused', () => {
    const { data, dtype } = evaluate('hardSwish', numericArray([1.001, 60000, 1e9]), {}, { dtype: 'float16' });
    assert.equal(dtype, 'float16');
    const x = roundTo('float16', 1.001);
    assert.deepEqual([...data], [roundTo('float16', (x * (x + 3)) / 6), 60000, Infinity]);
  });

  it('rounds every operation of the textbook formula when stepwise, overflow included', () => {
    const options = { dtype: 'float16', mode: 'stepwise' } as const;
    assert.deepEqual([...evaluate('hardSwish', numericArray([60000]), {}, options).data], [Infinity]);
    assert.deepEqual([...evaluate('squareplus', numericArray([256]), {}, options).data], [Infinity]);
    const slope = roundTo('float16', 0.01);
    assert.deepEqual(
      [...evaluate('leakyRelu', numericArray([-3]), {}, options).data],
      [roundTo('float16', -3 * slope)],
    );
  });

  it('loses the digits that the textbook loses in float64 stepwise, and keeps them when fused', () => {
    const far = numericArray([-1e9]);
    assert.equal(evaluate('squareplus', far, {}, { mode: 'stepwise' }).data[0], 0);
    assert.equal(evaluate('squareplus', far).data[0], 1e-9);
  });

  it('gives the fused result near the stepwise one where nothing goes wrong', () => {
    const xs = numericArray([-2.5, -0.7, 0.3, 1.9]);
    for (const id of activations.keys()) {
      const fused = evaluate(id, xs).data;
      const steps = evaluate(id, xs, {}, { mode: 'stepwise' }).data;
      fused.forEach((value, i) => {
        assert.ok(Math.abs(value - steps[i]!) <= 1e-14, `${id}(${xs.data[i]!}): ${value} and ${steps[i]!}`);
      });
    }
  });

  const bad: readonly [title: string, call: () => unknown, message: RegExp][] = [
    [
      'an unknown id',
      () => evaluate('rely', numericArray([1])),
      /^evaluate requires the id of an activation \(identity, .*\), got rely$/,
    ],
    [
      'an unknown id for the derivative',
      () => derivative('', numericArray([1])),
      /^derivative requires the id of an activation/,
    ],
    [
      'an unknown parameter',
      () => evaluate('leakyRelu', numericArray([1]), { alpha: 1 }),
      /^leakyRelu requires parameters among negativeSlope, got alpha$/,
    ],
    [
      'a parameter where there is none',
      () => evaluate('relu', numericArray([1]), { slope: 1 }),
      /^relu requires no parameters, got slope$/,
    ],
    [
      'a parameter that is NaN',
      () => derivative('leakyRelu', numericArray([1]), { negativeSlope: NaN }),
      /^leakyRelu requires a finite number for negativeSlope, got NaN$/,
    ],
    [
      'an infinite parameter',
      () => evaluate('leakyRelu', numericArray([1]), { negativeSlope: -Infinity }),
      /^leakyRelu requires a finite number for negativeSlope, got -Infinity$/,
    ],
    [
      'a parameter below its bound',
      () => evaluate('squareplus', numericArray([1]), { b: -1 }),
      /^squareplus requires b of at least 0, got -1$/,
    ],
    [
      'a parameter on an open bound',
      () => evaluate('hardSigmoid', numericArray([1]), { alpha: 0 }),
      /^hardSigmoid requires alpha above 0, got 0$/,
    ],
    [
      'bounds in the wrong order',
      () => evaluate('hardTanh', numericArray([1]), { min: 2 }),
      /^hardTanh requires min below max, got min 2 and max 1$/,
    ],
    [
      'slopes in the wrong order',
      () => derivative('rrelu', numericArray([1]), { lower: 0.5 }),
      /^rrelu requires lower of at most upper, got lower 0.5 and upper 0.3333333333333333$/,
    ],
    [
      'an unknown dtype',
      () => evaluate('relu', numericArray([1]), {}, { dtype: 'float128' as 'float64' }),
      /^evaluate requires .*dtype.*float16.*, got float128$/,
    ],
    [
      'an unknown mode',
      () => evaluate('relu', numericArray([1]), {}, { mode: 'slow' as 'fused' }),
      /^evaluate requires a mode of fused or stepwise, got slow$/,
    ],
  ];
  for (const [title, call, message] of bad) {
    it(`refuses ${title} and says what was required`, () => {
      assert.throws(call, { name: 'RangeError', message });
    });
  }
});
