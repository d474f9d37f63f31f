import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findArrayAt } from '../../../../src/core/notation/find/findArrayAt';
import type { ReadHint } from '../../../../src/core/notation/notation';
import { readArray } from '../../../../src/core/notation/readArray';
import { readAssignments } from '../../../../src/core/notation/readAssignments';

/** FUZZ_RUNS=1000000 npx mocha test/unit/core/notation/fuzz.test.ts for a long run */
const runs = Number(process.env.FUZZ_RUNS ?? 1500);
/** long runs may take hours; the usual ones end within mocha's limit */
const patience = runs > 100_000 ? 0 : 60_000;

const real = [
  'x = np.array([[1.0, -2.5e-3], [1_000, .5]], dtype=np.float32)  # weights',
  "tensor([[ 1.0000e+00, -inf]], device='cuda:0', dtype=torch.float16, grad_fn=<AddBackward0>)",
  '<tf.Tensor: shape=(2, 2), dtype=float32, numpy=\narray([[1., 2.],\n       [3., 4.]], dtype=float32)>',
  '{"a": [1, 2.5], "b": {"c": [[1], [2]], "s": "x[1"}}',
  'float w[2][2] = {{1.f, -2.5e-1f}, {0x1.8p1f, INFINITY}}; // note',
  "[float('inf'), 1/3, -(1+2)*3, 2**-4, None, True]",
  '[1 2; 3 4] % rows\n[1 -2]',
  "OrderedDict([('fc1.weight', tensor([[ 0.1, 0.2]])), ('b', tensor([0.3]))])",
  '[[ 0.1 -0.2]\n [ 1.   3. ]]',
  'array([0.000e+00, ..., 1.999e+03], shape=(2000,))',
  'vec![1.0_f32, 2.0]; [2][2]float32{{1,2},{3,4}} new double[][]{{1d,2d}}',
  '(/ 1.0d0, 2.0 /) {1., 2.*^-3} Float32[2.5f-1, NaN32] \u001b[32m[1]\u001b[0m \u22121',
  'a,b\n1,2\n3;4\n\t5 6\n',
  '   1.0e+05 *\n\n    2.2542    0.0052\n[ CPUFloatType{1,2} ]',
  '| a | b |\n|---|---|\n| 1 | 2 |\n',
  '\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}',
  '[1] -1.0  1.0\n[3] NA',
  'reshape((/1, 2, 3, 4/), (/2, 2/), order=(/2, 1/)) np.array([[1], [2]]).reshape(-1, 2).T.half()',
  '# [1, 2,\n#  3]',
  '>>> [1,\n... 2]',
];
const pieces = [
  ...'[](){},;:\'"`.+-*/%^&|<>=#!\\ \n\t\r_0189eEfxjnaif@~$?\u2026\u2212\uff11'.match(/./gs)!,
  '...',
  '//',
  '/*',
  '*/',
  '"""',
  "'''",
];
const words = [
  'nan',
  'inf',
  'None',
  'np.array(',
  'tensor(',
  'dtype=',
  'shape=(2,)',
  '1e5',
  '0x1p',
  '1/',
  '**',
  '--',
  'NA',
];

const soup = fc.array(fc.constantFrom(...pieces, ...words), { maxLength: 60 }).map((parts) => parts.join(''));
const mutated = fc
  .tuple(fc.constantFrom(...real), fc.nat(), fc.nat(40), fc.oneof(soup, fc.constant('')))
  .map(([text, at, drop, put]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + put.slice(0, 12) + text.slice(place + (drop % 8));
  });
const truncated = fc
  .tuple(fc.constantFrom(...real), fc.nat(), fc.nat())
  .map(([text, a, b]) => text.slice(Math.min(a, b) % text.length, Math.max(a, b) % (text.length + 1)));
const texts = fc.oneof(soup, mutated, truncated, fc.string({ unit: 'binary', maxLength: 80 }));
const hints: fc.Arbitrary<ReadHint> = fc
  .tuple(
    fc.constantFrom(
      undefined,
      ...'python json yaml javascript c cpp rust go java julia matlab wolfram fortran haskell r csv markdown latex plaintext'.split(
        ' ',
      ),
    ),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([languageId, nan, ranges]) => ({
    ...(languageId !== undefined && { languageId }),
    ...(nan && { missing: 'nan' as const }),
    ...(ranges && { ranges }),
  }));

describe('reading any text', () => {
  it('never throws, and keeps every offset inside the text', () => {
    fc.assert(
      fc.property(texts, hints, (text, hint) => {
        const result = readArray(text, hint);
        for (const { offset, length, message } of result.problems) {
          assert.ok(offset >= 0 && length >= 0 && offset + length <= text.length, `${offset} ${length}`);
          assert.ok(message.length > 0);
        }
        if (!result.ok) {
          assert.ok(result.problems.some((problem) => problem.severity === 'error'));
          return;
        }
        const { array, start, end, ranges } = result;
        assert.ok(start >= 0 && start <= end && end <= text.length);
        assert.equal(
          array.data.length,
          array.shape.reduce((product, length) => product * length, 1),
        );
        assert.ok(result.problems.every((problem) => problem.severity === 'warning'));
        if (ranges !== undefined) {
          assert.equal(ranges.starts.length, array.data.length);
          for (let i = 0; i < array.data.length; i++) {
            assert.ok(ranges.starts[i]! < ranges.ends[i]! && ranges.ends[i]! <= text.length);
          }
        }
      }),
      { numRuns: runs },
    );
  }).timeout(patience);

  it('reads the same array with and without ranges', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const [quick, careful] = [readArray(text), readArray(text, { ranges: true })];
        assert.equal(quick.ok, careful.ok);
        if (quick.ok && careful.ok) {
          assert.deepEqual([...quick.array.data], [...careful.array.data]);
          assert.deepEqual(quick.array.shape, careful.array.shape);
          assert.equal(quick.array.dtype, careful.array.dtype);
          assert.equal(quick.notation, careful.notation);
          assert.deepEqual(quick.digits, careful.digits);
        }
      }),
      { numRuns: runs },
    );
  }).timeout(patience);

  it('finds literals only round the offset, and named arrays in order', () => {
    fc.assert(
      fc.property(texts, fc.nat(), hints, (text, at, hint) => {
        const offset = at % (text.length + 1);
        const range = findArrayAt(text, offset, hint);
        if (range !== undefined) {
          assert.ok(range.start >= 0 && range.start <= offset && offset <= range.end && range.end <= text.length);
        }
        let last = 0;
        for (const { start, end, target } of readAssignments(text, hint)) {
          assert.ok(start >= last && end >= start && end <= text.length);
          assert.ok(target.start >= 0 && target.end <= text.length);
          last = end;
        }
      }),
      { numRuns: runs },
    );
  }).timeout(patience);
});

describe('reading hostile texts in linear time', () => {
  const million = 1_000_000;
  const many = 200_000;
  const hostile: Readonly<Record<string, string>> = {
    'a million [': '['.repeat(million),
    'a million (': '('.repeat(million),
    'a million ({[': '({['.repeat(million / 3),
    'a million ]': ']'.repeat(million),
    'a million "': '"'.repeat(million),
    'a million unclosed quotes': `[${"'\\".repeat(million / 2)}`,
    'a million triple quotes': `["""${"'''\\".repeat(million / 4)}`,
    'many calls': '[f('.repeat(many / 3),
    'many names and brackets': 'a['.repeat(many / 2),
    'many comments': '/*'.repeat(many / 2),
    'many operators': `[${'-'.repeat(many)}1]`,
    'many powers': `[2${'**1'.repeat(many / 3)}]`,
    'many wrong rows': `[[1, 2], ${'[1], '.repeat(many / 5)}]`,
    'many words': 'x '.repeat(many / 2),
    'many digits': `[${'1'.repeat(many)}]`,
    'many hexadecimal digits': `[0x${'f'.repeat(many)}]`,
    'many dots': '.'.repeat(many),
    'many colours': '\u001b['.repeat(many / 2),
    'many templates': 'a<'.repeat(many / 2),
    'many commas': `[${','.repeat(many)}]`,
    'many blanks': `[1${' '.repeat(many)}`,
    'many lines': '1\n'.repeat(many / 2) + 'x',
  };
  for (const [name, text] of Object.entries(hostile)) {
    it(`answers ${name}`, () => {
      const start = performance.now();
      readArray(text);
      readArray(text, { languageId: 'matlab' });
      readArray(text, { languageId: 'c' });
      readAssignments(text);
      findArrayAt(text, text.length >> 1);
      findArrayAt(text, text.length, { languageId: 'python' });
      assert.ok(performance.now() - start < 15_000, `${performance.now() - start} ms`);
    });
  }
});
