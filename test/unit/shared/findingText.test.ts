import assert from 'node:assert/strict';
import { diagnose } from '../../../src/core/diagnosis/diagnose';
import { numericArray } from '../../../src/core/array/numericArray';
import { findingWords } from '../../../src/shared/findingText';
import { fill, strings } from '../../../src/shared/strings';

describe('findingWords', () => {
  const cases = [
    diagnose(numericArray([1, NaN, Infinity]), { function: 'softmax' }),
    diagnose(numericArray([12, 900, -3]), { function: 'naiveSoftmax' }),
    diagnose(numericArray([0.2, 0.8, 0.5, 0.5], [2, 2]), { function: 'softmax' }),
    diagnose(numericArray([3, 3, 3, -Infinity, -Infinity, -Infinity], [2, 3]), { function: 'softmax' }),
    diagnose(numericArray([-1, -2, -3, 4, -1, -5], [3, 2]), { function: 'relu' }),
    diagnose(numericArray([40, -40, 30]), { function: 'sigmoid', dtype: 'float16' }),
    diagnose(numericArray([0.12, -3.41, 2.2]), { function: 'gelu', decimals: 1 }),
    diagnose(numericArray([1, 2, 3, 4, 5, 6], [2, 3]), { function: 'softmax', axis: 0 }),
  ];
  const findings = cases.flat();

  it('has all the figures of every kind of finding that comes up', () => {
    assert.ok(new Set(findings.map(({ id }) => id)).size >= 7);
    for (const finding of findings) {
      const { key, values } = findingWords(finding);
      const words = fill(strings[key], ...values);
      assert.ok(!values.includes('?'), `${finding.id}: ${words} from ${JSON.stringify(finding.figures)}`);
      assert.ok(!/[{}]/.test(words), words);
    }
  });
});
