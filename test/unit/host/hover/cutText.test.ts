import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cutText } from '../../../../src/host/hover/cutText';

describe('cutText', () => {
  const table: readonly (readonly [string, number, string | undefined])[] = [
    ['[1, 2, 3]', 100, '[1, 2, 3]'],
    ['[1, 22, 333, 4444]', 10, '[1, 22]'],
    ['[[1, 2], [3, 4], [5, 6]]', 18, '[[1, 2], [3, 4]]'],
    ['np.array([[1, 2], [3, 4], [5, 6]])', 29, 'np.array([[1, 2], [3, 4]])'],
    ['np.array([1, 22, 333, 4444])', 20, 'np.array([1, 22])'],
    ['[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]', 33, '[[[1, 2], [3, 4]]]'],
    ['[[[1, 2], [3, 4], [5, 6]]]', 20, '[[[1, 2], [3, 4]]]'],
    ['{{1.f, 2.f}, {3.f, 4.f}}', 16, '{{1.f, 2.f}}'],
    ['tensor([[1., 2.],\n        [3., 4.]])', 30, 'tensor([[1., 2.]])'],
    ['[123456789]', 5, undefined],
  ];
  for (const [text, limit, expected] of table) {
    it(`cuts ${JSON.stringify(text)} at ${limit}`, () => assert.equal(cutText(text, limit), expected));
  }

  it('cuts rectangular arrays to rectangular beginnings', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 400 }), (shape, limit) => {
        const whole = JSON.stringify(filled(shape));
        const cut = cutText(whole, limit);
        if (cut === undefined) return;
        const shapes = new Set<string>();
        collect(JSON.parse(cut), 0, shapes);
        assert.equal(shapes.size, new Set([...shapes].map((entry) => entry.split(':')[0])).size, cut);
      }),
      { numRuns: 300 },
    );
  });
});

function filled(shape: readonly number[]): unknown {
  const [length, ...rest] = shape;
  if (length === undefined) return 7;
  return Array.from({ length }, () => filled(rest));
}

/** Notes "depth:length" of every list; rectangular means one length at each depth. */
function collect(value: unknown, depth: number, shapes: Set<string>): void {
  if (!Array.isArray(value)) return;
  shapes.add(`${depth}:${value.length}`);
  for (const entry of value) collect(entry, depth + 1, shapes);
}
