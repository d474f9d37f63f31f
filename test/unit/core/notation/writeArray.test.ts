import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  dtypes,
  numericArray,
  readArray,
  roundTo,
  writeArray,
  type DType,
  type NotationId,
} from '../../../../src/core';
import { styles } from '../../../../src/core/notation/write/styles';
import { shortest } from '../../../../src/core/format/shortest';

/** The language whose documents hold the notation, where reading depends on it. */
const languages: Partial<Record<NotationId, string>> = {
  matlab: 'matlab',
  julia: 'julia',
  r: 'r',
  c: 'c',
  cpp: 'cpp',
  glsl: 'glsl',
  rust: 'rust',
  go: 'go',
  java: 'java',
  csharp: 'csharp',
  swift: 'swift',
  kotlin: 'kotlin',
  mathematica: 'mathematica',
  fortran: 'fortran',
  haskell: 'haskell',
  javascript: 'javascript',
  python: 'python',
  json: 'json',
  yaml: 'yaml',
  latex: 'latex',
  markdown: 'markdown',
  csv: 'csv',
  tsv: 'tsv',
  plain: 'plaintext',
};

/** The dtypes that a notation's text can tell. */
const sayable: Partial<Record<NotationId, readonly DType[]>> = {
  numpy: dtypes,
  pytorch: dtypes,
  jax: dtypes,
  tensorflow: ['float64', 'float32', 'float16', 'bfloat16'],
  mlx: ['float64', 'float32', 'float16', 'bfloat16'],
  glsl: ['float32'],
  paddle: ['float64', 'float32', 'float16', 'bfloat16'],
};

/** JSON has neither NaN nor infinities. */
const finiteOnly = new Set<NotationId>(['json']);
const tables = new Set<NotationId>(['csv', 'tsv', 'plain', 'markdown', 'latex', 'numpyPrint', 'pandas', 'libtorch']);

/** A matrix of one row or one column reads as one dimension where only separators part the rows. */
const flat = new Set<NotationId>([...tables, 'matlab', 'julia']);

const shapeOf = (notation: NotationId) => {
  const most = Math.min(styles[notation].dimensions, 3);
  const length = fc.integer({ min: flat.has(notation) ? 2 : 1, max: 4 });
  return fc.array(length, { minLength: tables.has(notation) ? 2 : 1, maxLength: tables.has(notation) ? 2 : most });
};

describe('writeArray', () => {
  for (const notation of Object.keys(styles) as NotationId[]) {
    it(`${notation}: reads back bit for bit`, () => {
      const dtype = fc.constantFrom<DType>(...(sayable[notation] ?? ['float64']));
      const value = finiteOnly.has(notation)
        ? fc.double({ noNaN: true, noDefaultInfinity: true })
        : fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, -3, 0.1, 1e21, 1e-7, NaN, Infinity, -Infinity));
      fc.assert(
        fc.property(
          shapeOf(notation),
          dtype,
          fc.array(value, { minLength: 64, maxLength: 64 }),
          (shape, type, values) => {
            const count = shape.reduce((a, b) => a * b, 1);
            const rounded = values.slice(0, count).map((x) => {
              const narrow = roundTo(type, x);
              return type === 'float8_e4m3fn' && !Number.isFinite(narrow) ? NaN : narrow;
            });
            const array = numericArray(rounded, shape, type);
            const text = writeArray(array, notation);
            const languageId = languages[notation];
            const read = readArray(text, languageId === undefined ? {} : { languageId });
            if (!read.ok) assert.fail(`${text}\n${read.problems.map(({ message }) => message).join('; ')}`);
            assert.deepEqual(read.array.shape, shape, text);
            read.array.data.forEach((x, i) =>
              assert.ok(Object.is(x, rounded[i]), `${text}: ${x} is not ${rounded[i]!}`),
            );
            if (sayable[notation] !== undefined) assert.equal(read.array.dtype, type, text);
          },
        ),
        { numRuns: 60, seed: 5 },
      );
    });
  }

  const array = numericArray([0.5, -1.25, 2, 1e-9], [2, 2]);
  const written: readonly (readonly [NotationId, string])[] = [
    ['python', '[[0.5, -1.25], [2, 1e-9]]'],
    ['numpy', 'np.array([[0.5, -1.25], [2.0, 1e-9]])'],
    ['pytorch', 'torch.tensor([[0.5, -1.25], [2.0, 1e-9]], dtype=torch.float64)'],
    ['json', '[[0.5, -1.25], [2, 1e-9]]'],
    ['c', '{{0.5, -1.25}, {2.0, 1e-9}}'],
    ['rust', '[[0.5, -1.25], [2.0, 1e-9]]'],
    ['go', '[][]float64{{0.5, -1.25}, {2, 1e-9}}'],
    ['java', 'new double[][]{{0.5, -1.25}, {2.0, 1e-9}}'],
    ['julia', '[0.5 -1.25; 2.0 1e-9]'],
    ['matlab', '[0.5 -1.25; 2 1e-9]'],
    ['r', 'matrix(c(0.5, -1.25, 2, 1e-9), nrow = 2, byrow = TRUE)'],
    ['mathematica', '{{0.5, -1.25}, {2.0, 1*^-9}}'],
    ['csv', '0.5,-1.25\n2,1e-9'],
    ['latex', String.raw`\begin{bmatrix} 0.5 & -1.25 \\ 2 & 1 \cdot 10^{-9} \end{bmatrix}`],
    ['markdown', '| c0 | c1 |\n| --- | --- |\n| 0.5 | -1.25 |\n| 2 | 1e-9 |'],
  ];
  for (const [notation, text] of written) {
    it(`writes ${notation} as ${text.split('\n')[0]!}`, () => assert.equal(writeArray(array, notation), text));
  }

  const likes: readonly (readonly [string, NotationId, string, readonly number[], string])[] = [
    [
      'keeps assignment and dtype',
      'numpy',
      'x = np.array([-1.0, 1.0, 2.0], dtype=np.float32)  # logits',
      [0, 0.1, 0.2],
      'x = np.array([0.0, 0.1, 0.2], dtype=np.float32)  # logits',
    ],
    [
      'keeps suffixes and the semicolon',
      'c',
      'float w[3] = {1.f, -2.5f, 3.f};',
      [0.5, 0.25, 1],
      'float w[3] = {0.5f, 0.25f, 1.0f};',
    ],
    [
      'keeps line breaks and indentation',
      'python',
      'x = [\n    1,\n    2,\n    3,\n]',
      [0.5, 0.25, 1],
      'x = [\n    0.5,\n    0.25,\n    1,\n]',
    ],
    [
      'lays out another shape in the wrapper',
      'numpy',
      'y = np.array([[1.0, 2.0], [3.0, 4.0]])',
      [7, 8, 9],
      'y = np.array([7.0, 8.0, 9.0])',
    ],
  ];
  it('like: puts numbers where a transposed or reshaped source has them', () => {
    const array = numericArray([10, 20, 30, 40], [2, 2]);
    const write = (like: string, of = array): string => writeArray(of, 'numpy', { like });
    assert.equal(write('np.array([[1, 2], [3, 4]]).T'), 'np.array([[10.0, 30.0], [20.0, 40.0]]).T');
    assert.equal(write('np.array([1, 2, 3, 4]).reshape(2, 2)'), 'np.array([10.0, 20.0, 30.0, 40.0]).reshape(2, 2)');
    const rows = numericArray([1, 2, 3], [3]);
    for (const like of ['np.array([[1, 2], [3, 4]]).T', 'np.reshape([1, 2, 3, 4], (2, 2))']) {
      assert.equal(write(like, rows), 'np.array([1.0, 2.0, 3.0])');
    }
  });

  for (const [what, notation, like, values, expected] of likes) {
    it(`like: ${what}`, () => assert.equal(writeArray(numericArray(values), notation, { like }), expected));
  }

  it('pads the columns of a source that is padded', () => {
    const like = 'array([[-1. ,  1. ],\n       [10.5,  2. ]])';
    const result = writeArray(numericArray([0.25, -1, 3, 100.5], [2, 2]), 'numpy', { like });
    assert.equal(result, 'array([[ 0.25,  -1.0],\n       [  3.0, 100.5]])');
  });

  it('writes the shortest digits that tell a dtype apart', () => {
    assert.equal(shortest(roundTo('float32', 0.1), 'float32'), '0.1');
    assert.equal(shortest(roundTo('float16', 0.1), 'float16'), '0.1');
    assert.equal(shortest(0.1, 'float64'), '0.1');
    fc.assert(
      fc.property(fc.constantFrom(...dtypes), fc.double({ noNaN: true, noDefaultInfinity: true }), (dtype, x) => {
        const y = roundTo(dtype, x);
        if (!Number.isFinite(y)) return;
        assert.ok(Object.is(roundTo(dtype, Number(shortest(y, dtype))), y), `${dtype} ${y}`);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  it('asks what JSON shall get for NaN', () => {
    assert.throws(() => writeArray(numericArray([1, NaN]), 'json'), {
      name: 'RangeError',
      message: "writeArray: JSON has no NaN (index 1): choose nonFinite 'null' or 'string', or another notation",
    });
    assert.equal(writeArray(numericArray([1, NaN]), 'json', { nonFinite: 'null' }), '[1, null]');
    assert.equal(writeArray(numericArray([1, -Infinity]), 'json', { nonFinite: 'string' }), '[1, "-Infinity"]');
  });

  it('says which notations and digits it takes', () => {
    assert.throws(
      () => writeArray(array, 'cobol' as NotationId),
      /writeArray requires a notation out of .*, got cobol/,
    );
    assert.throws(() => writeArray(array, 'json', { digits: 0 }), /writeArray requires digits from 1 to 17/);
    assert.throws(() => writeArray(numericArray([1], [1, 1, 1]), 'matlab'), /MATLAB holds at most 2 dimensions, got 3/);
  });

  it('writes empty arrays', () => {
    assert.equal(writeArray(numericArray([]), 'numpy'), 'np.array([])');
    assert.equal(writeArray(numericArray([], [2, 0]), 'python'), '[[], []]');
  });
});
