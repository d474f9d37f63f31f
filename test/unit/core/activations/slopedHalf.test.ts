import assert from 'node:assert/strict';
import { slopedLost, slopedRange, slopedSlope, slopedValue } from '../../../../src/core/activations/slopedHalf';

describe('the sloped half-line of Leaky ReLU, PReLU and RReLU', () => {
  it('is x above zero and slope times x below', () => {
    assert.deepEqual(
      [3, -3, 0].map((x) => slopedValue(x, 0.5)),
      [3, -1.5, 0],
    );
    assert.deepEqual(
      [3, -3, 0].map((x) => slopedSlope(x, 0.5)),
      [1, 0.5, 0.5],
    );
  });

  it('has limits at the infinities, with slope 0 too', () => {
    assert.equal(slopedValue(-Infinity, 0.5), -Infinity);
    assert.equal(slopedValue(-Infinity, 0), 0);
    assert.equal(slopedValue(-Infinity, -0.5), Infinity);
  });

  it('knows its range', () => {
    assert.deepEqual(slopedRange(0.1), { min: -Infinity, max: Infinity, minReached: false, maxReached: false });
    assert.deepEqual(slopedRange(0), { min: 0, max: Infinity, minReached: true, maxReached: false });
  });

  it('says what its product lost', () => {
    assert.equal(slopedLost(-3, 0.1), 2.7755575615628914e-17);
    assert.equal(slopedLost(3, 0.1), 0);
  });
});
