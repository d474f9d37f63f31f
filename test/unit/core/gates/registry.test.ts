import assert from 'node:assert/strict';
import { activations } from '../../../../src/core/activations/registry';
import { numericArray } from '../../../../src/core/array/numericArray';
import { gates } from '../../../../src/core/gates/registry';

describe('gates', () => {
  it('holds every gate under its id, explained in two languages', () => {
    assert.deepEqual([...gates.keys()], ['maxout', 'glu', 'swiglu', 'geglu', 'reglu']);
    for (const [id, gate] of gates) {
      assert.equal(gate.id, id);
      assert.ok(gate.explanation.en.length > 100 && /[가-힣]/.test(gate.explanation.ko), id);
    }
  });

  it('multiplies with the activation that it names', () => {
    for (const { id, activation, apply } of gates.values()) {
      if (activation === undefined) continue;
      const expected = 3 * activations.get(activation)!.value(0.7, {});
      assert.equal(apply(numericArray([3, 0.7])).data[0], expected, id);
      assert.equal(apply(numericArray([0.7, 3]), { gate: 'first' }).data[0], expected, id);
    }
  });

  it('cuts maxout in two unless told otherwise', () => {
    const { apply } = gates.get('maxout')!;
    assert.deepEqual([...apply(numericArray([1, 5, 3, 2])).data], [3, 5]);
    assert.deepEqual([...apply(numericArray([1, 5, 3, 2]), { pieces: 4 }).data], [5]);
  });
});
