import assert from 'node:assert/strict';
import { activations } from '../../../../src/core';
import { completeParameters } from '../../../../src/core/activations/parameters';

const record = (id: string) => activations.get(id)!;

describe('completeParameters', () => {
  it('fills in the defaults and keeps what is given', () => {
    assert.deepEqual(completeParameters(record('hardSigmoid')), { alpha: 1 / 6, beta: 0.5 });
    assert.deepEqual(completeParameters(record('hardSigmoid'), { alpha: 0.2 }), { alpha: 0.2, beta: 0.5 });
    assert.deepEqual(completeParameters(record('relu'), {}), {});
  });

  it('leaves its argument alone', () => {
    const given = { alpha: 0.2 };
    completeParameters(record('hardSigmoid'), given);
    assert.deepEqual(given, { alpha: 0.2 });
  });

  it('takes a bound itself unless the bound is open', () => {
    assert.deepEqual(completeParameters(record('squareplus'), { b: 0 }), { b: 0 });
    assert.throws(() => completeParameters(record('hardSigmoid'), { alpha: 0 }), {
      name: 'RangeError',
      message: 'hardSigmoid requires alpha above 0, got 0',
    });
  });

  it('is not fooled by names that every object has', () => {
    const given = JSON.parse('{"toString": 1}') as Record<string, number>;
    assert.throws(() => completeParameters(record('relu'), given), /relu requires no parameters, got toString/);
  });
});
