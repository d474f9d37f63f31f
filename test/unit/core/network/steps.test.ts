import assert from 'node:assert/strict';
import { knownAt, stepCount } from '../../../../src/core/network/steps';

describe('steps through a network', () => {
  it('goes forwards, to the loss, backwards, and shows everything at last', () => {
    const known = Array.from({ length: stepCount(2) }, (_, step) => knownAt(step, 2));
    assert.deepEqual(
      known.map(({ forward, loss, backward }) => [forward, loss, backward]),
      [
        [0, false, 0],
        [1, false, 0],
        [2, false, 0],
        [2, true, 0],
        [2, true, 1],
        [2, true, 2],
        [2, true, 2],
      ],
    );
    assert.deepEqual(
      known.map(({ now }) => ('layer' in now ? `${now.kind} ${now.layer}` : now.kind)),
      ['input', 'forward 0', 'forward 1', 'loss', 'backward 1', 'backward 0', 'all'],
    );
  });

  it('stays within its ends', () => {
    assert.deepEqual(knownAt(-1, 3), knownAt(0, 3));
    assert.deepEqual(knownAt(99, 3), knownAt(stepCount(3) - 1, 3));
  });
});
