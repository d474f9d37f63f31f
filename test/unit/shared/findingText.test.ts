import assert from 'node:assert/strict';
import { numericArray } from '../../../src/core/array/numericArray';
import { diagnose } from '../../../src/core/diagnosis/diagnose';
import type { Subject } from '../../../src/core/diagnosis/context';
import { fillFinding, findingTemplates, templateOf } from '../../../src/shared/findingText';

/** One array for each template, so that every one is filled at least once. */
type Sample = readonly [values: readonly number[], what: Subject, shape?: readonly number[]];

const samples: readonly Sample[] = [
  [[1, NaN], {}],
  [[1000, 0], { function: 'naiveSoftmax' }],
  [[5, 10, 12], { function: 'naiveSoftmax' }],
  [new Array<number>(512).fill(0.5), { function: 'softmax' }],
  [[0.25, 0.75], { function: 'softmax' }],
  [[1, 2, 3, 4], { function: 'softmax', axis: 0 }, [2, 2]],
  [[-Infinity, -Infinity], { function: 'softmax' }],
  [[1, Infinity], { function: 'softmax' }],
  [[1, -1, 2, -2, 3, -3, 4, -4], { function: 'relu' }, [4, 2]],
  [[1, 0, 2, 0, 3, 0, 4, 0], {}, [4, 2]],
  [[9, 0, 8, 1, -9, -1, 10, 2], { function: 'sigmoid' }, [4, 2]],
  [[40, 1], { function: 'sigmoid' }],
  [[0.0002, 1.5], { function: 'tanh', decimals: 4 }],
  [[-1, 2], { function: 'leakyRelu' }],
];

describe('findingText', () => {
  it('fills every template, leaving no figure out', () => {
    const filled = new Set<string>();
    for (const [values, subject, shape] of samples) {
      for (const finding of diagnose(numericArray(values, shape), subject)) {
        const template = templateOf(finding);
        filled.add(template);
        const text = fillFinding(findingTemplates[template], finding);
        assert.doesNotMatch(text, /[{}]|undefined/, text);
      }
    }
    assert.deepEqual([...filled].sort(), Object.keys(findingTemplates).sort());
  });
});
