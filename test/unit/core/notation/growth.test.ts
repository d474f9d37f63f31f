import assert from 'node:assert/strict';
import { findArrayAt } from '../../../../src/core/notation/find/findArrayAt';
import { readArray } from '../../../../src/core/notation/readArray';
import { readAssignments } from '../../../../src/core/notation/readAssignments';

/** what texts are made of; GROWTH_TEXTS=5000 tries as many of them */
const pieces = [
  ...'[ ( { ] ) } , . ; : = + - * / % < > | ! & @ # " \' `'.split(' '),
  ...[
    '"""',
    '//',
    '/*',
    '*/',
    '--',
    '...',
    '\\',
    '\n',
    ' ',
    'a',
    'x.y',
    'f(',
    'np.array(',
    'tensor(',
    'vec![',
    'dtype=',
  ],
  ...['shape=(', '.T', '.reshape(2)', '1', '0.5 ', '-1e3, ', '[1, 2]', '(1, 2)', '(a) ', '(0.3, a) ', '[1;(2)] '],
  ...['nan ', 'None ', '"k": ', 'w = ', '# note\n', '1 2\n', '[0] * 9 '],
];
const count = Number(process.env.GROWTH_TEXTS ?? 100);
const hints = [{}, { languageId: 'python' }, { languageId: 'matlab' }, { languageId: 'c' }];

const readers: Readonly<Record<string, (text: string, i: number) => void>> = {
  readArray: (text, i) => readArray(text, hints[i % 4]),
  'findArrayAt at many offsets': (text, i) => {
    for (let part = 0; part <= 4; part++) findArrayAt(text, Math.floor((text.length * part) / 4), hints[i % 4]);
  },
  readAssignments: (text, i) => readAssignments(text, hints[i % 4]),
};

/** The least of a few times in milliseconds; what else the machine does only adds. */
function leastTime(run: () => void, tries: number): number {
  let least = Infinity;
  for (let i = 0; i < tries; i++) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Texts of a few pieces again and again, with another beginning: what makes a scan begin anew at every place. */
function* generated(): Generator<(length: number) => string> {
  let seed = 7;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((seed / 0x80000000) * below);
  };
  const some = (most: number): string =>
    Array.from({ length: 1 + random(most) }, () => pieces[random(pieces.length)]!).join('');
  for (let i = 0; i < count; i++) {
    const [head, unit, between] = [some(2), some(4), some(2)];
    const nested = i % 3 === 1;
    yield (length) => {
      const half = unit.repeat(Math.ceil(length / unit.length / 2));
      return head + half + (nested ? between.repeat(Math.ceil(length / between.length / 2)) : half);
    };
  }
}

/** Fails where four times the length takes far more than four times as long, seen at both steps and again. */
function growsLinearly(name: string, make: (length: number) => string, run: (text: string) => void): void {
  const n = 4000;
  const texts = [make(n), make(2 * n), make(4 * n)] as const;
  const whole = leastTime(() => run(texts[2]), 1);
  // a microsecond for each character is no growth to speak of
  const least = 4 * n * 0.0015;
  if (whole < least) return;
  for (let again = 0; ; again++) {
    const [a, b, c] = texts.map((text) => leastTime(() => run(text), 3)) as [number, number, number];
    if (c < least || c / b < 3 || c / a < 7) return;
    assert.ok(again < 4, `${name}: ${JSON.stringify(texts[0].slice(0, 60))} ${a} ${b} ${c} ms`);
  }
}

describe('the time that reading takes', () => {
  for (const [name, run] of Object.entries(readers)) {
    it(`${name} grows with the length of any text, not with its square`, () => {
      let i = 0;
      for (const make of generated()) {
        const at = i++;
        growsLinearly(name, make, (text) => {
          run(text, at);
        });
      }
    }).timeout(120_000);

    it(`${name} takes the texts that once took minutes`, () => {
      for (const unit of [
        '(a) ',
        '(0.3, a) ',
        '(f (g 1) [0.5 (h)]) ',
        "[1, '\\'",
        'f((',
        '[1;(2)] ',
        '[a, (',
        'x = ([',
      ]) {
        growsLinearly(
          name,
          (length) => unit.repeat(length / unit.length),
          (text) => {
            run(text, 0);
          },
        );
      }
    }).timeout(60_000);
  }
});
