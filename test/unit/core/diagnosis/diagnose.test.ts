import assert from 'node:assert/strict';
import fc from 'fast-check';
import { activations } from '../../../../src/core/activations/registry';
import { numericArray } from '../../../../src/core/array/numericArray';
import type { Subject } from '../../../../src/core/diagnosis/context';
import { diagnose } from '../../../../src/core/diagnosis/diagnose';
import type { Finding, FindingId } from '../../../../src/core/diagnosis/finding';
import { softmaxFamily } from '../../../../src/core/softmax/registry';

const ids = (values: readonly number[], what: Subject = {}, shape?: readonly number[]): string[] =>
  diagnose(numericArray(values, shape), what).map((finding) => finding.id);

function find(id: FindingId, values: readonly number[], what: Subject = {}, shape?: readonly number[]): Finding {
  const found = diagnose(numericArray(values, shape), what).find((finding) => finding.id === id);
  assert.ok(found !== undefined, `no ${id} in ${ids(values, what, shape).join(', ')}`);
  return found;
}

describe('diagnose', () => {
  it('names the first NaN of the input and how many there are', () => {
    const finding = find('nonfinite-input', [1, NaN, 2, Infinity, NaN]);
    assert.deepEqual([finding.indices, finding.figures.nan, finding.severity], [[1, 3, 4], 2, 'error']);
  });

  it('says that a +inf logit makes its row NaN', () => {
    assert.deepEqual(find('infinite-logit', [1, Infinity, 2], { function: 'softmax' }).indices, [1]);
  });

  it('finds the step that overflows in the plain softmax, in float64 and in float16', () => {
    const wide = find('nonfinite-result', [1000, 0], { function: 'naiveSoftmax' });
    assert.deepEqual([wide.figures.operation, wide.figures.operand, wide.figures.cause], ['exp', 1000, 'overflow']);
    const narrow = find('dtype-overflow', [5, 10, 12], { function: 'naiveSoftmax', dtype: 'float16' });
    assert.deepEqual([narrow.figures.operation, narrow.figures.operand, narrow.figures.index], ['exp', 12, 2]);
    assert.equal(narrow.severity, 'error');
  });

  it('finds the logarithm of a non-positive maximum in the notebook softmax', () => {
    assert.equal(
      find('nonfinite-result', [-1, -2], { function: 'logShiftedSoftmax' }).figures.cause,
      'log of a negative',
    );
    assert.equal(find('nonfinite-result', [0, -2], { function: 'logShiftedSoftmax' }).figures.cause, 'log 0');
  });

  it('tells of overflow in half precision alone, as information', () => {
    const findings = diagnose(numericArray([300, 2]), { function: 'squaredRelu' });
    assert.deepEqual(
      findings.map(({ id, severity, figures }) => [id, severity, figures.dtype]),
      [['dtype-overflow', 'info', 'float16']],
    );
  });

  it('sees the bfloat16 sum that sticks at 256', () => {
    const finding = find('row-sum', new Array<number>(512).fill(0.5), { function: 'softmax', dtype: 'bfloat16' });
    assert.equal(finding.figures.sum, 2);
  });

  it('sees probabilities that go through softmax again', () => {
    assert.ok(ids([0.1, 0.2, 0.7, 0.5, 0.25, 0.25], { function: 'softmax' }, [2, 3]).includes('already-probabilities'));
    assert.ok(
      !ids([0.1, 0.2, 0.7, 0.5, 0.25, 0.26], { function: 'softmax' }, [2, 3]).includes('already-probabilities'),
    );
  });

  it('gives the sums along both axes when softmax is not along the last', () => {
    const finding = find('other-axis', [1, 2, 3, 4, 5, 6], { function: 'softmax', axis: 0 }, [2, 3]);
    assert.ok(Math.abs(Number(finding.figures.most) + Number(finding.figures.least) - 3) < 1e-12);
  });

  it('sees rows that are masked as a whole, and constant ones', () => {
    const masked = [1, 2, -Infinity, -Infinity];
    assert.deepEqual(find('masked-row', masked, { function: 'softmax' }, [2, 2]).indices, [2]);
    assert.deepEqual(find('masked-row', [1, 2, -1e9, -1e9], { function: 'softmax' }, [2, 2]).severity, 'warning');
    assert.deepEqual(find('constant-row', [1, 2, 3, 3], { function: 'softmax' }, [2, 2]).indices, [2]);
    assert.ok(!ids([1, -Infinity], { function: 'softmax' }).includes('nonfinite-input'), 'a mask is no trouble');
  });

  it('sees dead ReLU units and what leaky ReLU would let through', () => {
    const batch = [1, -1, 2, -2, 3, -3, 4, -4];
    const finding = find('dead-units', batch, { function: 'relu' }, [4, 2]);
    assert.deepEqual([finding.indices, finding.count, finding.figures.leakyRelu], [[1], 1, 0.01]);
    assert.deepEqual(find('dead-units', [1.5, 0, 2, 0, 0, 0, 1, 0], {}, [4, 2]).indices, [1]);
  });

  it('sees saturated units and values', () => {
    const batch = [9, 0, 8, 1, -9, -1, 10, 2];
    assert.deepEqual(find('saturated-units', batch, { function: 'sigmoid' }, [4, 2]).indices, [0]);
    assert.equal(find('saturated-values', batch, { function: 'sigmoid' }, [4, 2]).count, 4);
  });

  it('sees an exact 1 that is none', () => {
    assert.equal(find('rounds-to-bound', [40, 1], { function: 'sigmoid' }).figures.bound, 1);
    assert.equal(find('rounds-to-bound', [10, 1], { function: 'sigmoid', dtype: 'float16' }).figures.bound, 1);
    assert.equal(find('rounds-to-bound', [0, -800], { function: 'softmax' }).figures.bound, 0);
  });

  it('says how far four printed decimals let a result move', () => {
    const finding = find('printed-digits', [0.0002, 1.5], { function: 'tanh', decimals: 4 });
    assert.deepEqual(finding.indices, [0]);
    assert.ok(Math.abs(Number(finding.figures.move) - 5e-5) < 1e-9);
    assert.ok(!ids([0.5, 1.5], { function: 'tanh', decimals: 4 }).includes('printed-digits'));
  });

  it("says which framework's default changes the result, and by how much", () => {
    const differences = diagnose(numericArray([-1, 2]), { function: 'leakyRelu' }).map(
      ({ figures }) => figures.difference,
    );
    assert.ok(
      differences.some((d) => Math.abs(Number(d) - 0.19) < 1e-12) &&
        differences.some((d) => Math.abs(Number(d) - 0.29) < 1e-12),
    );
    const gelu = find('framework-default', [2.7], { function: 'gelu' });
    assert.ok(Math.abs(Number(gelu.figures.difference) - 4.73e-4) < 1e-6);
    assert.deepEqual(ids([1, 2], { function: 'leakyRelu' }), []);
    assert.deepEqual(ids([-1, 2], { function: 'leakyRelu', params: { negativeSlope: 0.2 } }), []);
  });

  it('finds nothing on ordinary logits and activations', () => {
    const quiet = new Set<string>(['framework-default', 'constant-row']);
    const ordinary = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 2, maxLength: 3 });
    const functions = [...activations.keys(), 'softmax', 'logSoftmax', 'softmin', 'sparsemax'].filter(
      // hard functions have slope 0 on much of their domain: that is what they are for
      (id) => id !== 'exponential' && id !== 'tanhShrink',
    );
    fc.assert(
      fc.property(ordinary, fc.constantFrom(...functions), (values, id) => {
        const remarks = ids(values, { function: id }).filter((finding) => !quiet.has(finding));
        const distribution = Math.abs(values.reduce((a, b) => a + b, 0) - 1) < 1e-5;
        assert.deepEqual(distribution ? [] : remarks, [], `${id} of ${values.join(', ')}`);
      }),
      { numRuns: 400, seed: 11 },
    );
  });

  it('has nothing to say of an empty array', () => {
    assert.deepEqual(ids([], { function: 'softmax' }), []);
  });

  it('never changes its argument', () => {
    const array = numericArray([1, -2, 3, -4], [2, 2]);
    for (const id of [...activations.keys(), ...softmaxFamily.keys()]) diagnose(array, { function: id });
    assert.deepEqual(array, numericArray([1, -2, 3, -4], [2, 2]));
  });

  it('says which functions and dtypes it takes', () => {
    assert.throws(() => diagnose(numericArray([1]), { function: 'nope' }), {
      name: 'RangeError',
      message: 'diagnose requires the id of an activation or a softmax, got "nope"',
    });
    assert.throws(() => diagnose(numericArray([1]), { axis: 2 }), {
      name: 'RangeError',
      message: 'diagnose requires an axis between -1 and 0, got 2',
    });
  });
});
