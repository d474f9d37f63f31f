import assert from 'node:assert/strict';
import { Allowance, maximumMade } from '../../../../../src/core/notation/build/allowance';
import { findArrayAt } from '../../../../../src/core/notation/find/findArrayAt';
import { readArray } from '../../../../../src/core/notation/readArray';
import { readAssignments } from '../../../../../src/core/notation/readAssignments';
import { reads, refuses } from '../reading';

describe('values that a text asks for', () => {
  it('takes no more than the bound in all', () => {
    const allowance = new Allowance();
    assert.equal(allowance.take(maximumMade), true);
    assert.equal(allowance.take(1), false);
    allowance.giveBack(1);
    assert.equal(allowance.take(1), true);
    assert.equal(allowance.take(NaN), false);
  });

  reads([
    { text: 'vec![0.5; 3]', values: [0.5, 0.5, 0.5], notation: 'rust' },
    { text: 'vec![vec![0.5f32, 1.0]; 2]', values: [0.5, 1, 0.5, 1], shape: [2, 2], dtype: 'float32' },
    { text: '[[0.25; 2]; 3]', values: [0.25, 0.25, 0.25, 0.25, 0.25, 0.25], shape: [3, 2], language: 'rust' },
    { text: '[0.5; 2_usize]', values: [0.5, 0.5], language: 'rust' },
    { text: '[0.5; 0]', values: [], language: 'rust' },
    { text: '[0] * 5', values: [0, 0, 0, 0, 0] },
    { text: '[-1, 1] * 3', values: [-1, 1, -1, 1, -1, 1], language: 'python' },
    { text: '(0.5,) * 2', values: [0.5, 0.5], literal: '(0.5,) * 2' },
    { text: '[1] * 2 * 2', values: [1, 1, 1, 1] },
    { text: '[[0] * 2, [1, 2]]', values: [0, 0, 1, 2], shape: [2, 2] },
    { text: '[[1, 2]] * 2', values: [1, 2, 1, 2], shape: [2, 2] },
    { text: 'np.array([[0.5] * 2] * 2)', values: [0.5, 0.5, 0.5, 0.5], shape: [2, 2], notation: 'numpy' },
    { text: '[1, 2] * 0', values: [] },
  ]);
  refuses([
    { text: 'vec![0.5; 99999999]', code: 'too-many-values', at: '[0.5; 99999999' },
    { text: '[0] * 99999999', code: 'too-many-values', at: '[0] * 99999999' },
    { text: 'x = [[0] * 9999] * 9999', code: 'too-many-values', language: 'python' },
    { text: '[[1, 2] * 999999999, [1]]', code: 'too-many-values' },
    { text: `${'['.repeat(40)}0${']*9'.repeat(40)}`, code: 'too-many-values' },
    { text: '[[[]] * 999999999] * 999999999', code: 'too-many-values' },
    { text: 'np.array([1, 2]) * 3', code: 'array-expression', at: '*' },
    { text: '[1 2 3] * 3', code: 'array-expression', at: '*' },
    { text: '[1, 2] * 3', code: 'array-expression', language: 'javascript' },
    { text: '[1, 2] * 1.5', code: 'array-expression' },
    { text: '[1, 2] * n', code: 'array-expression' },
    { text: 'vec3(1, 2, 3) * 2', code: 'array-expression' },
  ]);

  it('are as many with ranges', () => {
    const result = readArray('[[0.5, 1] * 2, [1, 2, 3, 4]]', { ranges: true });
    assert.ok(result.ok);
    assert.deepEqual([...result.ranges!.starts], [2, 7, 2, 7, 16, 19, 22, 25]);
  });

  it('are bounded over all arrays of a text, and made at once', () => {
    const text = Array.from({ length: 50 }, (_, i) => `w${i} = vec![0.5; 9999999]`).join('\n');
    const start = performance.now();
    const found = readAssignments(text, { languageId: 'rust' });
    assert.equal(found.length, 50);
    assert.equal(found.filter((one) => one.array !== undefined).length, 1);
    assert.ok(found.slice(1).every((one) => one.problems[0]?.code === 'too-many-values'));
    findArrayAt(text, 10);
    assert.ok(performance.now() - start < 2000);
  });
});

describe('arrays that would contradict themselves', () => {
  refuses([
    { text: 'np.array([1, 2], [3, 4])', code: 'unexpected-text' },
    { text: 'torch.tensor([1, 2], [3, 4])', code: 'unexpected-text' },
  ]);
});
