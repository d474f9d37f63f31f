import assert from 'node:assert/strict';
import { findArrayAt } from '../../../../../src/core/notation/find/findArrayAt';

/** text with the cursor as `‸`, the literal that is meant, the document's language */
const cases: readonly (readonly [string, string, string?])[] = [
  ['(np.array([1, ‸2]), np.array([3, 4]))', 'np.array([1, 2])', 'python'],
  ['[np.array([1, 2]), np.array([3‸, 4])]', 'np.array([3, 4])'],
  ['np.array([np.array([1, ‸2]), np.array([3, 4])])', 'np.array([np.array([1, 2]), np.array([3, 4])])'],
  ['[array([[0.1, ‸0.2]], dtype=float32), array([0.5])]', 'array([[0.1, 0.2]], dtype=float32)'],
  ['model.set_weights([[[1, ‸2], [3, 4]], [5, 6]])', '[[1, 2], [3, 4]]'],
  ['data = [([0, 0], 0), ([0, ‸1], 1)]', '[0, 1]'],
  ['[[1, ‸2], [3, 4]]', '[[1, 2], [3, 4]]'],
  ['[(1, 2), (3, ‸4)]', '[(1, 2), (3, 4)]'],
  ['for n in (1, ‸2):', '(1, 2)', 'python'],
  ['return (1, ‸2)', '(1, 2)', 'python'],
  ['assert x.shape == (3‸, 4)', '(3, 4)', 'python'],
  ['return[3‸,1]', '[3,1]', 'javascript'],
  ['np.ma.array([1, 2], mask=[0‸, 1])', '[0, 1]', 'python'],
  ['np.ma.array([1‸, 2], mask=[0, 1])', 'np.ma.array([1, 2], mask=[0, 1])', 'python'],
  ['nn.Parameter(torch.tensor([1‸, 2]))', 'nn.Parameter(torch.tensor([1, 2]))', 'python'],
  ['[None, np.array([1, ‸2])]', 'np.array([1, 2])', 'python'],
];

describe('the array round a place that can be read', () => {
  for (const [marked, literal, languageId] of cases) {
    it(`is ${literal} in ${marked}`, () => {
      const offset = marked.indexOf('‸');
      const text = marked.replace('‸', '');
      const found = findArrayAt(text, offset, languageId === undefined ? {} : { languageId });
      assert.ok(found);
      assert.equal(text.slice(found.start, found.end), literal);
    });
  }
  it('is the outermost where none can be read, so that its problem is told', () => {
    const text = '[[1, foo], [2, bar]]';
    assert.deepEqual(findArrayAt(text, 5), { start: 0, end: text.length });
  });
  it('is none in the arguments of a call and in an index', () => {
    for (const text of ['f(1, 2)', 'x[1, 2]', 'range(1, 2)', 'if x(1, 2):']) {
      assert.equal(findArrayAt(text, text.indexOf(',') + 1, { languageId: 'python' }), undefined, text);
    }
  });
  it('is found in the same time however deep the brackets are nested', () => {
    const text = '['.repeat(200_000) + '1, "a"' + ']'.repeat(200_000);
    const start = performance.now();
    findArrayAt(text, 200_002);
    assert.ok(performance.now() - start < 2000);
  });
});
