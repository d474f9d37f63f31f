import assert from 'node:assert/strict';
import { findArrayAt, readArray, type NotationId } from '../../../../src/core';

type Case = readonly [
  what: string,
  text: string,
  notation: NotationId,
  shape: readonly number[],
  values: readonly number[],
  languageId?: string,
];

const cases: readonly Case[] = [
  ['CSV rows', '1,2,3\n4,5,6\n', 'csv', [2, 3], [1, 2, 3, 4, 5, 6]],
  ['one CSV row', '1.5, -2, 3e-4', 'csv', [3], [1.5, -2, 3e-4], 'csv'],
  ['a CSV header, left out', 'a,b\n1,2\n3,4', 'csv', [2, 2], [1, 2, 3, 4], 'csv'],
  ['quoted fields', '"1","2.5"\r\n"3","4"\r\n', 'csv', [2, 2], [1, 2.5, 3, 4], 'csv'],
  ['CSV with a separator at each end', '1,2,\n3,4,\n', 'csv', [2, 2], [1, 2, 3, 4], 'csv'],
  ['semicolons', '1.5;2\n3;4', 'csv', [2, 2], [1.5, 2, 3, 4], 'csv'],
  ['a decimal comma between semicolons', '1,5;2,0\n3,25;4,0', 'csv', [2, 2], [1.5, 2, 3.25, 4], 'csv'],
  ['tabs', '1\t2\n3\t4', 'tsv', [2, 2], [1, 2, 3, 4]],
  ['white space', '1 2 3\n4 5 6', 'plain', [2, 3], [1, 2, 3, 4, 5, 6]],
  ['line by line', '0.5\n-0.25\nnan\n', 'plain', [3], [0.5, -0.25, NaN]],
  ['a Markdown table', '| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 | 4.5 |', 'markdown', [2, 2], [1, 2, 3, 4.5]],
  ['R c()', 'x <- c(1, -Inf, 1e-3, 2L)', 'r', [4], [1, -Infinity, 1e-3, 2], 'r'],
  ['R matrix by columns', 'matrix(c(1,2,3,4,5,6), nrow=2)', 'r', [2, 3], [1, 3, 5, 2, 4, 6], 'r'],
  ['R matrix by rows', 'm <- matrix(c(1,2,3,4), nrow = 2, byrow = TRUE)', 'r', [2, 2], [1, 2, 3, 4], 'r'],
  ['R matrix by its columns', 'matrix(c(1,2,3,4), ncol=2)', 'r', [2, 2], [1, 3, 2, 4], 'r'],
  ['R array', 'array(c(1,2,3,4,5,6,7,8), dim = c(2,2,2))', 'r', [2, 2, 2], [1, 5, 3, 7, 2, 6, 4, 8], 'r'],
  ['an R print with line indices', '[1] -1  1  2\n[4]  0.5', 'r', [4], [-1, 1, 2, 0.5], 'r'],
  ['an R matrix print', '     [,1] [,2]\n[1,]    1    2\n[2,]    3    4', 'r', [2, 2], [1, 2, 3, 4], 'r'],
  ['a LaTeX matrix', String.raw`\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}`, 'latex', [2, 2], [1, 2, 3, 4]],
  [
    'LaTeX fractions and powers',
    String.raw`A = \begin{pmatrix} \frac{1}{2} & -2.5 \cdot 10^{-3} \\ 10^{2} & -\infty \end{pmatrix}`,
    'latex',
    [2, 2],
    [0.5, -2.5e-3, 100, -Infinity],
  ],
  [
    'a libtorch print',
    ' 0.2360  0.0258\n 0.2940 -0.2500\n[ CUDAFloatType{2,2} ]',
    'libtorch',
    [2, 2],
    [0.236, 0.0258, 0.294, -0.25].map(Math.fround),
  ],
  [
    'a libtorch print with a factor',
    '1e-02 *\n 1.5000\n 4.6097\n[ CPUDoubleType{2} ]',
    'libtorch',
    [2],
    [0.015, 0.046097],
  ],
  ['a MATLAB print', 'ans =\n\n     1     2\n     3     4\n', 'matlab', [2, 2], [1, 2, 3, 4], 'matlab'],
  [
    'a MATLAB print with a scale factor',
    'x =\n\n   1.0e+05 *\n\n    2.2542    0.0052\n',
    'matlab',
    [2],
    [225420, 520],
    'matlab',
  ],
  [
    'a MATLAB print in blocks of columns',
    'A =\n\n  Columns 1 through 2\n\n     1     2\n     4     5\n\n  Column 3\n\n     3\n     6\n',
    'matlab',
    [2, 3],
    [1, 2, 3, 4, 5, 6],
    'matlab',
  ],
  ['a pandas Series', '0    1.0\n1    2.5\nName: loss, dtype: float64', 'pandas', [2], [1, 2.5]],
  ['a pandas DataFrame', '     a    b\n0  1.0  2.0\n1  3.0  4.5', 'pandas', [2, 2], [1, 2, 3, 4.5]],
  ['YAML block lists', 'logits:\n  - 1.5\n  - -2\n  - .inf\n', 'yaml', [3], [1.5, -2, Infinity], 'yaml'],
  ['nested YAML lists', '- - 1\n  - 2\n- - 3\n  - 4\n', 'yaml', [2, 2], [1, 2, 3, 4], 'yaml'],
  [
    'a terminal\u2019s colours and a paper\u2019s minus',
    '\x1b[31m1\x1b[0m \u22122\n3 4',
    'plain',
    [2, 2],
    [1, -2, 3, 4],
  ],
];

describe('tables and prints', () => {
  for (const [what, text, notation, shape, values, languageId] of cases) {
    it(`reads ${what}`, () => {
      const read = readArray(text, languageId === undefined ? {} : { languageId });
      if (!read.ok) assert.fail(read.problems.map(({ message }) => message).join('; '));
      assert.equal(read.notation, notation);
      assert.deepEqual(read.array.shape, shape);
      assert.equal(read.array.data.length, values.length);
      values.forEach((value, i) => {
        const error = Math.abs(read.array.data[i]! - value);
        assert.ok(
          Object.is(read.array.data[i], value) || error < 1e-9 * Math.abs(value),
          `${i}: ${read.array.data[i]!}`,
        );
      });
      assert.ok(read.start >= 0 && read.end <= text.length && read.start < read.end);
    });
  }

  const warned: readonly (readonly [string, string, string, string?])[] = [
    ['numbers of a title left out', 'layer 1:\n1 2\n3 4', 'numbers-left-out', 'plaintext'],
    ['a scale factor applied', 'x =\n\n 1.0e+05 *\n\n 2.0 1.0\n', 'scale-applied', 'matlab'],
  ];
  for (const [what, text, code, languageId] of warned) {
    it(`tells of ${what}`, () => {
      const read = readArray(text, languageId === undefined ? {} : { languageId });
      assert.ok(read.ok && read.problems.some((problem) => problem.code === code));
    });
  }

  const wrong: readonly (readonly [string, string, string, string, string])[] = [
    ['a ragged table', '1,2,3\n4,5', 'ragged', '4,5', 'csv'],
    ['a text cell', '1,2\n3,foo', 'string', 'foo', 'csv'],
    ['an ambiguous comma', '1,234;5,678\n9,012;3,456', 'decimal-comma', ',', 'csv'],
    ['NA in R', 'c(1, NA, 2)', 'missing', 'NA', 'r'],
    ['an R call that is not closed', 'c(1, 2', 'unclosed-bracket', '(', 'r'],
    [
      'rows that pandas left out',
      '      a\n0   1.0\n..  ...\n9   2.0\n\n[10 rows x 1 columns]',
      'truncated',
      '..',
      'python',
    ],
    ['a footer that does not fit', ' 1 2\n[ CPUFloatType{3} ]', 'bad-shape', '', 'cpp'],
    [
      'a LaTeX matrix that is not closed',
      String.raw`\begin{bmatrix} 1 & 2`,
      'unclosed-bracket',
      String.raw`\begin{bmatrix}`,
      'latex',
    ],
  ];
  for (const [what, text, code, part, languageId] of wrong) {
    it(`says where ${what} is`, () => {
      const read = readArray(text, { languageId });
      assert.equal(read.ok, false);
      const problem = read.problems.find((one) => one.code === code);
      assert.ok(problem !== undefined, JSON.stringify(read.problems));
      if (part !== '') assert.equal(text.slice(problem.offset, problem.offset + problem.length), part);
    });
  }

  it('reads a missing value as nan where that was asked for', () => {
    const read = readArray('c(1, NA, 2)', { languageId: 'r', missing: 'nan' });
    assert.ok(read.ok && Number.isNaN(read.array.data[1]));
  });

  for (const text of ['the loss fell', 'step 12 loss 0.4', '# 1 2 3', 'x', 'a b\nc d', 'if (a < b) { c(); }']) {
    it(`finds no array in "${text.replace('\n', '\\n')}"`, () => assert.equal(readArray(text).ok, false));
  }

  it('takes a lone number as a single number, also in plain text', () => {
    const read = readArray('7', { languageId: 'plaintext' });
    assert.ok(read.ok);
    assert.deepEqual(read.array.shape, []);
  });

  it('finds the block of lines round an offset', () => {
    const csv = 'name,value\n\n1,2\n3,4\n\nend';
    const found = findArrayAt(csv, csv.indexOf('3,4'), { languageId: 'csv' });
    assert.equal(csv.slice(found!.start, found!.end), '1,2\n3,4');
    const markdown = 'text\n\n| a |\n|---|\n| 1 |\n| 2 |\n\nmore';
    const table = findArrayAt(markdown, markdown.indexOf('| 2'), { languageId: 'markdown' });
    assert.equal(markdown.slice(table!.start, table!.end), '| a |\n|---|\n| 1 |\n| 2 |');
  });
});
