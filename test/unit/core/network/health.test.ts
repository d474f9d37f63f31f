import assert from 'node:assert/strict';
import { numericArray } from '../../../../src/core/array/numericArray';
import { networkHealth } from '../../../../src/core/network/health';
import type { Network } from '../../../../src/core/network/network';

const layer = (weight: number, bias: number, activation: string) => ({
  W: numericArray([weight, -weight], [1, 2]),
  b: numericArray([bias, bias]),
  activation,
});

describe('networkHealth', () => {
  const batch = numericArray([1, 2, 3], [3, 1]);

  it('finds the ReLU unit that only sees negative inputs: output 0, gradient 0', () => {
    const network: Network = { layers: [layer(1, 0, 'relu')] };
    const [health] = networkHealth(network, batch);
    assert.deepEqual(
      health!.units.map((unit) => unit.dead),
      [false, true],
    );
    assert.equal(health!.deadShare, 0.5);
    assert.equal(health!.units[1]!.gradientNorm, 0);
  });

  it('sees it come back to life under leaky ReLU', () => {
    const [health] = networkHealth({ layers: [layer(1, 0, 'leakyRelu')] }, batch);
    assert.equal(health!.deadShare, 0);
    assert.ok(health!.units[1]!.gradientNorm > 0);
  });

  it('sees the gradient vanish through saturated sigmoids', () => {
    const deep: Network = {
      layers: [
        { W: numericArray([8], [1, 1]), b: numericArray([0]), activation: 'sigmoid' },
        { W: numericArray([9], [1, 1]), b: numericArray([0]), activation: 'sigmoid' },
        { W: numericArray([1], [1, 1]), b: numericArray([0]), activation: 'identity' },
      ],
    };
    const health = networkHealth(deep, batch);
    assert.ok(health[0]!.gradientNorm < 1e-3 * health[2]!.gradientNorm);
    assert.equal(health[0]!.saturatedShare, 1);
    assert.equal(health[0]!.deadShare, 0);
  });

  it('measures norms of huge gradients without overflow', () => {
    const huge: Network = { layers: [{ ...layer(1, 0, 'identity') }] };
    const [health] = networkHealth(huge, batch, { dy: numericArray([3e200, 0, 4e200, 0, 0, 0], [3, 2]) });
    assert.ok(Math.abs(health!.gradientNorm / 5e200 - 1) < 1e-15);
  });
});
