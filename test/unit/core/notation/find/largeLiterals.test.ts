import assert from 'node:assert/strict';
import { findArrayAt } from '../../../../../src/core';

/** Long runs of numbers are searched, not walked: the same literal must be found as in short ones. */
describe('findArrayAt in large literals', () => {
  const numbers = (count: number, text: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => text(i)).join(', ');

  const kinds: Readonly<Record<string, (i: number) => string>> = {
    'short decimals': (i) => (i / 8).toFixed(3),
    'signs and exponents': (i) => `${i % 2 === 0 ? '-' : '+'}1.${i}e-${i % 30}`,
    words: (i) => (i % 500 === 7 ? 'nan' : `${i}.`),
    'names with digits': (i) => (i === 3 ? 'x12' : `${i}`),
  };
  for (const [kind, text] of Object.entries(kinds)) {
    for (const [before, after] of [
      ['x = np.array(', ', dtype=np.float32)\n'],
      ['y = ', ' + z[3]\n'],
      ['# about 1, 2\nw = [[', ']]'],
    ] as const) {
      it(`${kind} behind "${before.trim()}"`, () => {
        const [open, close] = before.endsWith('[[') ? ['', ''] : ['[', ']'];
        const small = before + open + numbers(20, text) + close + after;
        const large = before + open + numbers(20_000, text) + close + after;
        const short = findArrayAt(small, small.indexOf('.', before.length + 8) + 1 || before.length + 3);
        const start = short?.start;
        const behind = small.length - (short?.end ?? 0);
        for (const offset of [before.length + 1, large.length >> 1, large.length - after.length - 1]) {
          const found = findArrayAt(large, offset);
          assert.equal(found?.start, start, `${offset}`);
          assert.equal(found && large.length - found.end, behind, `${offset}`);
        }
      });
    }
  }

  it('is no more than linear where a long run does not reach its bracket', () => {
    const run = numbers(3000, (i) => `${i}`);
    const text = `[${Array.from({ length: 60 }, () => `"${'x'.repeat(3)}", ${run}`).join(', ')}]`;
    const began = performance.now();
    assert.deepEqual(findArrayAt(text, text.length - 5), { start: 0, end: text.length });
    assert.ok(performance.now() - began < 2000);
  });
});
