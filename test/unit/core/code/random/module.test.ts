import assert from 'node:assert/strict';
import { workOut } from '../../../../../src/core/code/workOut';
import { readReference } from '../../../reference';

describe('np.random and random in programs', () => {
  it('shuffle, choose and draw as NumPy 1.24 does, from many seeds', () => {
    const { code, output } = readReference('random-streams/module.json') as { code: string; output: string };
    const worked = workOut(code);
    assert.equal(worked.output, output);
    assert.deepEqual(worked.problems, []);
  });

  it('leave unknown only what an unseeded number reaches, with an example', () => {
    const { variables } = workOut('import numpy as np\nW = np.random.randn(2, 3)\nb = np.zeros(W.shape[1])\n');
    const W = variables.get('W');
    assert.ok(W?.kind === 'unknown' && W.example?.kind === 'array');
    assert.equal(variables.get('b')?.kind, 'array');
  });
});
