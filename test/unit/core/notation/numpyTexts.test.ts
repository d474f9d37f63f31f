import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readArray } from '../../../../src/core/notation/readArray';

interface Printed {
  readonly text: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly values: readonly string[];
}

const value = (text: string): number => (text.endsWith('inf') ? Number(text.replace('inf', 'Infinity')) : Number(text));

describe('reading what NumPy prints', () => {
  const file = new URL('../../../reference/texts/numpy-texts.json', import.meta.url);
  const printed = JSON.parse(readFileSync(file, 'utf8')) as readonly Printed[];

  it(`reads ${printed.length} prints of every shape, dtype and option`, () => {
    assert.ok(printed.length > 100);
    for (const { text, shape, dtype, values } of printed) {
      for (const hint of [{}, { languageId: 'python' }, { ranges: true }]) {
        // in a Python file a list of one line without commas is arithmetic: [1. -2.] is [-1.]
        if (hint.languageId === 'python' && !text.includes(',')) continue;
        const result = readArray(text, hint);
        assert.ok(result.ok, `${text}: ${JSON.stringify(result.problems)}`);
        assert.deepEqual([...result.array.data], values.map(value), text);
        assert.deepEqual(result.array.shape, shape, text);
        assert.equal(result.array.dtype, dtype, text);
      }
    }
  });
});
