import assert from 'node:assert/strict';
import { codeJobs } from '../../../src/compute/codeJobs';
import { computeJobs } from '../../../src/compute/computeJobs';
import { buffersOf, serve } from '../../../src/compute/job';
import { numericArray } from '../../../src/core';

describe('jobs of the threads', () => {
  it('read, summarize and diagnose as core does', () => {
    const { reply } = serve(computeJobs, { id: 1, job: 'read', request: { text: '[1, 2]', hint: {} } });
    assert.ok(reply.ok && JSON.stringify(reply.result).includes('"shape":[2]'));
    assert.equal(computeJobs.summarize(numericArray([1, 3])).mean, 2);
    assert.deepEqual(
      computeJobs.diagnose({ array: numericArray([1, NaN]), what: {} }).map(({ id }) => id),
      ['nonfinite-input'],
    );
  });

  it('look for unstable formulas, only by the rules asked for', () => {
    const text = 'y = np.exp(x) / np.sum(np.exp(x))\nl = np.log(1 + np.exp(x))\n';
    const found = codeJobs.unstable({ text, languageId: 'python', rules: ['log1p-exp'] });
    assert.deepEqual(
      found.map(({ id }) => id),
      ['log1p-exp'],
    );
  });

  it('answer with what was thrown', () => {
    const { reply } = serve(codeJobs, { id: 7, job: 'unstable', request: { text: '', languageId: 'rust', rules: [] } });
    assert.ok(!reply.ok && reply.id === 7 && reply.message.includes('rust'));
  });

  it('hand over each buffer once', () => {
    const array = numericArray([1, 2]);
    assert.deepEqual(buffersOf({ result: { array }, again: array, text: 'x' }), [array.data.buffer]);
  });
});
