import assert from 'node:assert/strict';
import { mostLosses, noLosses, withLosses } from '../../../../src/core/training/lossLog';

describe('the log of losses', () => {
  it('keeps every loss while they are few', () => {
    const log = withLosses(withLosses(noLosses, [3, 2]), [1]);
    assert.deepEqual([[...log.values], log.stride, log.steps], [[3, 2, 1], 1, 3]);
  });

  it('keeps one of every stride when they are many, however they came', () => {
    const all = Array.from({ length: 9 * mostLosses + 5 }, (_, i) => i);
    const whole = withLosses(noLosses, all);
    let parts = noLosses;
    for (let i = 0; i < all.length; i += 7) parts = withLosses(parts, all.slice(i, i + 7));
    assert.deepEqual(parts, whole);
    assert.equal(whole.steps, all.length);
    assert.ok(whole.values.length <= mostLosses && whole.values.length > mostLosses / 2);
    whole.values.forEach((value, i) => assert.equal(value, i * whole.stride));
  });
});
