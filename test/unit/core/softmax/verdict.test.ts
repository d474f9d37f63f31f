import assert from 'node:assert/strict';
import { numericArray, type DType } from '../../../../src/core/array/numericArray';
import { judgeSoftmax, type Verdict } from '../../../../src/core/softmax/verdict';
import { softmax } from '../../../../src/core/softmax/softmax';
import { softmaxFamily } from '../../../../src/core/softmax/registry';

function judge(id: string, logits: readonly number[], dtype: DType = 'float64'): Verdict {
  const array = numericArray(logits);
  const steps = softmaxFamily.get(id)!.steps(array, { dtype });
  const of = (step: string): Float64Array => steps.find((candidate) => candidate.id === step)!.values.data;
  return judgeSoftmax(dtype, softmax(array, { dtype }).data, of('result'), of('exponentials'), of('sum')[0]!);
}

describe('judgeSoftmax', () => {
  const notebook = [300, 200, 500, 100, 400];

  it('calls the stable softmax right', () => {
    for (const dtype of ['float64', 'float32', 'float16'] as const)
      assert.equal(judge('softmax', [1, 2, 3], dtype).kind, 'ok');
    assert.equal(judge('softmax', notebook).kind, 'ok');
  });

  it('sees digits lost by the shift by log max, as in the notebook', () => {
    const { kind, digits, of } = judge('logShiftedSoftmax', notebook);
    assert.deepEqual([kind, of], ['drift', 15]);
    assert.ok(digits >= 12 && digits < 15);
  });

  it('sees exp overflow: above 709 in float64, above 11 in float16', () => {
    assert.equal(judge('naiveSoftmax', [720, 0]).kind, 'overflow');
    assert.equal(judge('naiveSoftmax', [12, 0], 'float16').kind, 'overflow');
    assert.equal(judge('logShiftedSoftmax', [720, 0]).kind, 'overflow');
  });

  it('sees 0 / 0 where all exponentials vanish', () => {
    assert.equal(judge('naiveSoftmax', [-800, -900]).kind, 'zero');
  });

  it('sees the log of a largest logit that is not positive', () => {
    assert.equal(judge('logShiftedSoftmax', [-1, -2]).kind, 'nan');
  });

  it('counts entries that became 0 and are not', () => {
    const { kind, lost } = judgeSoftmax('float64', [1, 1e-300, 0], [1, 0, 0], [1, 0, 0], 1);
    assert.deepEqual([kind, lost], ['underflow', 1]);
  });
});
