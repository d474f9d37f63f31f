import assert from 'node:assert/strict';
import { parseCode } from '../../../../../src/core/code/formula/grammar';
import { findUnstable } from '../../../../../src/core/code/unstable/findUnstable';
import { withoutSilenced } from '../../../../../src/core/code/unstable/silenced';

const left = (text: string) => withoutSilenced(findUnstable(parseCode(text, 'python')), text).map(({ id }) => id);

describe('silenced remarks', () => {
  const formula = 'y = np.log(1 + np.exp(x))';
  it('go with a comment on their line or alone on the line before, for all rules or some', () => {
    assert.deepEqual(left(formula), ['log1p-exp']);
    assert.deepEqual(left(`${formula}  # activation-lens: ignore`), []);
    assert.deepEqual(left(`${formula}  # activation-lens: ignore log1p-exp`), []);
    assert.deepEqual(left(`# activation-lens: ignore\n${formula}`), []);
    assert.deepEqual(left(`${formula}  # activation-lens: ignore naive-softmax`), ['log1p-exp']);
    assert.deepEqual(left(`z = 1  # activation-lens: ignore\n${formula}`), ['log1p-exp']);
  });
});
