import assert from 'node:assert/strict';
import { findArrayAt } from '../../../../src/core/index';
import { textOf } from '../../../../src/host/selection/documentText';

/** A document that counts how often its text is put together. */
function documentOf(text: string) {
  return {
    version: 1,
    languageId: 'python',
    times: 0,
    text,
    getText() {
      this.times++;
      return this.text;
    },
  };
}

describe('the text of a document', () => {
  it('is read once for a thousand cursors in two megabytes, and the array round them is found once', () => {
    const row = `[${'1.25, '.repeat(1000)}2]`;
    const document = documentOf(`x = [${`${row},\n`.repeat(400)}${row}]\ny = [1, 2]\n`);
    assert.ok(document.text.length > 2_000_000);
    const started = performance.now();
    for (let i = 0; i < 1000; i++) {
      const found = textOf(document).arrayAt(10 + i * 2000);
      assert.deepEqual([found?.start, found?.end], [4, document.text.length - 12]);
    }
    assert.equal(document.times, 1);
    assert.ok(performance.now() - started < 2000);
  });

  it('is read anew when the document has changed', () => {
    const document = documentOf('[1, 2]');
    assert.deepEqual(textOf(document).arrayAt(2), { start: 0, end: 6 });
    document.text = 'a [1, 2]';
    document.version++;
    assert.deepEqual(textOf(document).arrayAt(3), { start: 2, end: 8 });
    assert.equal(document.times, 2);
  });

  it('finds at every offset, in any order, what is found there alone', () => {
    const text = 'a = np.array([[1, 2], (3, 4)]).T + {"k": [5, 6], "l": [7]} # [8]\n[9, 10][11, 12] 3 4\n5 6\n';
    const expected = Array.from({ length: text.length + 1 }, (_, i) => findArrayAt(text, i, { languageId: 'python' }));
    for (const step of [1, 7, text.length]) {
      const document = documentOf(text);
      for (let i = 0; i <= text.length; i++) {
        const offset = (i * step) % (text.length + 1);
        assert.deepEqual(textOf(document).arrayAt(offset), expected[offset], `at ${String(offset)}`);
      }
    }
  });
});
