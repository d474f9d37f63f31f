import assert from 'node:assert/strict';
import { numericArray } from '../../../../src/core/array/numericArray';
import { geglu } from '../../../../src/core/gates/geglu';
import { glu } from '../../../../src/core/gates/glu';
import { reglu } from '../../../../src/core/gates/reglu';
import { swiglu } from '../../../../src/core/gates/swiglu';
import { readReference, referenceNumbers, ulpsBetween, type ReferenceNumber } from '../../reference';

const gates = { glu, swiglu, geglu, reglu };

describe('the GLU family', () => {
  it('glu agrees with the exact values along every axis', () => {
    const { cases } = readReference('frameworks/glu.json') as {
      cases: { shape: number[]; axis: number; x: ReferenceNumber[]; mp: ReferenceNumber[] }[];
    };
    for (const { shape, axis, x, mp } of cases) {
      const actual = glu(numericArray(referenceNumbers(x), shape), { axis }).data;
      referenceNumbers(mp).forEach((y, i) => assert.ok(ulpsBetween(actual[i]!, y) <= 2, `${actual[i]!} is not ${y}`));
    }
  });

  it('multiplies the first half with the activation of the second', () => {
    // mpmath: 3 silu(-1.5), 3 gelu(-1.5), at 30 digits
    const near = (actual: number, expected: number): void => assert.ok(ulpsBetween(actual, expected) <= 2, `${actual}`);
    near(swiglu(numericArray([3, -1.5])).data[0]!, -0.8209148571286036);
    near(geglu(numericArray([3, -1.5])).data[0]!, -0.3006324057098613);
    assert.deepEqual([...reglu(numericArray([3, 4, -1.5, 2])).data], [0, 8]);
  });

  it('takes the first half as the gate when asked to', () => {
    for (const apply of Object.values(gates)) {
      const a = [0.5, -2, 3];
      const b = [1, 0.25, -0.75];
      const second = apply(numericArray([...a, ...b])).data;
      assert.deepEqual(apply(numericArray([...b, ...a]), { gate: 'first' }).data, second);
    }
  });

  it('halves the axis it is given', () => {
    const array = numericArray([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 2]);
    for (const axis of [0, 1, 2]) {
      const shape = [2, 2, 2];
      shape[axis] = 1;
      assert.deepEqual(reglu(array, { axis }).shape, shape);
    }
    assert.deepEqual([...reglu(array, { axis: 0 }).data], [5, 12, 21, 32]);
    assert.deepEqual([...reglu(array, { axis: 1 }).data], [3, 8, 35, 48]);
    assert.deepEqual([...array.data], [1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('gives NaN for NaN in either half and an empty result for an empty axis', () => {
    for (const apply of Object.values(gates)) {
      assert.deepEqual([...apply(numericArray([NaN, 1, 1, NaN])).data], [NaN, NaN]);
      assert.deepEqual(apply(numericArray([], [0])).shape, [0]);
      assert.deepEqual(apply(numericArray([], [2, 0]), { axis: 0 }).shape, [1, 0]);
    }
  });

  it('says what was required', () => {
    for (const [id, apply] of Object.entries(gates)) {
      const odd = numericArray([1, 2, 3]);
      assert.throws(() => apply(odd), { name: 'RangeError', message: `${id} requires an axis of even length, got 3` });
      assert.throws(() => apply(odd, { axis: 1 }), /requires an axis between -1 and 0, got 1/);
      assert.throws(
        () => apply(numericArray([1, 2]), { gate: 'third' as 'first' }),
        /a gate of first or second, got third/,
      );
    }
  });
});
