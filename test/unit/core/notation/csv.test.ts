import assert from 'node:assert/strict';
import { readArray } from '../../../../src/core/notation/readArray';
import { reads, refuses } from './reading';

describe('reading CSV', () => {
  reads([
    { text: '1,2,3\n4,5,6', values: [1, 2, 3, 4, 5, 6], shape: [2, 3], notation: 'csv', dtype: 'float64' },
    { text: '1.5,2.0\r\n3,4\r\n', values: [1.5, 2, 3, 4], shape: [2, 2], literal: '1.5,2.0\r\n3,4' },
    { text: '1, 2, 3', values: [1, 2, 3] },
    { text: '1,\n2,\n3,', values: [1, 2, 3] },
    { text: '1\n2\n3\n', values: [1, 2, 3], notation: 'plain' },
    {
      text: 'x,y\n1,2\n3,4',
      values: [1, 2, 3, 4],
      shape: [2, 2],
      labels: [undefined, ['x', 'y']],
      literal: '1,2\n3,4',
    },
    { text: '"a b","c, d"\n"1.5","-2"', values: [1.5, -2], labels: [['a b', 'c, d']] },
    { text: '"1","2"\n"3","4"', values: [1, 2, 3, 4], shape: [2, 2] },
    { text: '# saved by savetxt\n1.0e+00,2.5e-01\n', values: [1, 0.25] },
    { text: 'nan,inf,-inf,NaN,-Infinity', values: [NaN, Infinity, -Infinity, NaN, -Infinity] },
    { text: '1;2\n3;4', values: [1, 2, 3, 4], shape: [2, 2], notation: 'csv' },
    { text: '1.5;2\n3;4', values: [1.5, 2, 3, 4], shape: [2, 2] },
    { text: '1,5;2,0\n3,25;4', values: [1.5, 2, 3.25, 4], shape: [2, 2], notation: 'csv' },
    { text: '1,5;2;3', values: [1.5, 2, 3] },
    { text: 'a;b\n0,5;1,25', values: [0.5, 1.25], labels: [['a', 'b']] },
    { text: '1,2,3;4,5,6', values: [1, 2, 3, 4, 5, 6], shape: [2, 3] },
    { text: 'True,False\n1,0', values: [1, 0, 1, 0], shape: [2, 2], warnings: ['boolean-as-number'] },
    { text: '1.0D+00,2.5d-1', values: [1, 0.25] },
    { text: '\u22121.5,\u00a02', values: [-1.5, 2] },
    { text: '\u001b[32m1,2\u001b[0m\n3,4', values: [1, 2, 3, 4], shape: [2, 2] },
    { text: '9007199254740993,1', values: [9007199254740992, 1], warnings: ['inexact-integer'] },
  ]);
  refuses([
    { text: '1,2,3\n4,5', code: 'ragged', at: '4,5', details: { row: 1, length: 2, expected: 3 } },
    { text: '1,2\n3,abc', code: 'string', at: 'abc' },
    { text: '1,,3\n4,5,6', code: 'empty-cell' },
    { text: '1,NA\n2,3', code: 'missing', at: 'NA' },
    { text: '1,5;2,0', code: 'decimal-comma', at: ',' },
    { text: '1,234;5,678\n2,345;6,789', code: 'decimal-comma' },
    { text: '"1,5","2,5"', code: 'decimal-comma', at: '1,5' },
    { text: '1,5\t2,5', code: 'decimal-comma', at: '1,5' },
    { text: '1,1e999', code: 'overflow', at: '1e999' },
    { text: '1,2+3j\n1,2', code: 'complex', at: '2+3j' },
    { text: 'Hello, there are 3, no, 4 of them.', code: 'no-array' },
    { text: 'for (i = 0, j = 1; i < 3; i++)', code: 'no-array' },
  ]);
});

describe('reading tables with names', () => {
  reads([
    {
      text: '5.1,3.5,setosa\n4.9,3.0,virginica',
      values: [5.1, 3.5, 4.9, 3],
      shape: [2, 2],
      labels: [['setosa', 'virginica'], undefined],
    },
    {
      text: 'img,class,p0,p1\na.png,cat,0.9,0.1\nb.png,dog,0.2,0.8',
      values: [0.9, 0.1, 0.2, 0.8],
      shape: [2, 2],
      labels: [
        ['a.png, cat', 'b.png, dog'],
        ['p0', 'p1'],
      ],
      language: 'csv',
    },
    { text: 'cat 0.9\ndog 0.1', values: [0.9, 0.1], labels: [['cat', 'dog']], notation: 'named' },
    {
      text: ',a,b\n0,0.1,0.2\n1,0.3,0.4',
      values: [0.1, 0.2, 0.3, 0.4],
      shape: [2, 2],
      labels: [
        ['0', '1'],
        ['a', 'b'],
      ],
      warnings: ['numbers-left-out'],
    },
    {
      text: ',0,1\n0,0.1,0.2\n1,0.3,0.4',
      values: [0.1, 0.2, 0.3, 0.4],
      shape: [2, 2],
      labels: [
        ['0', '1'],
        ['0', '1'],
      ],
      warnings: ['numbers-left-out', 'numbers-left-out'],
      language: 'csv',
    },
    {
      text: '| token | logprob | p |\n|---|---|---|\n| The | -0.105 | 90.03% |\n| a | -2.303 | 10.00% |',
      values: [-0.105, 0.9003, -2.303, 0.1],
      shape: [2, 2],
      labels: [
        ['The', 'a'],
        ['logprob', 'p'],
      ],
      warnings: ['percent-as-fraction'],
    },
    {
      text: '     a    b\nx  1.0  2.0\ny  3.0  4.5',
      values: [1, 2, 3, 4.5],
      shape: [2, 2],
      labels: [
        ['x', 'y'],
        ['a', 'b'],
      ],
      notation: 'pandas',
    },
    { text: '91% 5% 4%', values: [0.91, 0.05, 0.04], warnings: ['percent-as-fraction'] },
  ]);
  refuses([
    { text: 'a,1\n2,3\nb,4', code: 'string', at: 'a', language: 'csv' },
    { text: '0.1\t#N/A\t0.3', code: 'missing', at: '#N/A', language: 'tsv' },
    { text: '0.1\t0.2\t\n0.3\t0.4\t0.5', code: 'empty-cell', language: 'tsv' },
  ]);

  it('takes empty cells and #N/A as nan where that was asked for', () => {
    const read = readArray('0.1,#N/A,\n0.3,0.4,0.5', { languageId: 'csv', missing: 'nan' });
    assert.ok(read.ok);
    assert.deepEqual([...read.array.data], [0.1, NaN, NaN, 0.3, 0.4, 0.5]);
    assert.deepEqual(
      read.problems.map(({ code }) => code),
      ['missing-as-nan'],
    );
  });
});

describe('titles over numbers', () => {
  const rows = '0.1 0.2 0.7\n0.4 0.5 0.1';
  for (const title of ['After softmax:', 'probs', '소프트맥스 결과', 'hidden layer weights', 'Result', '---']) {
    it(`keeps every column under "${title}"`, () => {
      for (const languageId of ['log', 'plaintext', 'python']) {
        const read = readArray(`${title}\n${rows}`, { languageId });
        assert.ok(read.ok, JSON.stringify(read.problems));
        assert.deepEqual(read.array.shape, [2, 3]);
        assert.deepEqual(read.problems, []);
      }
    });
  }

  for (const [title, count] of [
    ['torch.Size([2, 3])', 2],
    ['W[0]:', 1],
    ['layer 1 weights', 1],
    ['Epoch 3, step 1200:', 2],
  ] as const) {
    it(`counts the numbers of "${title}" that are none of the array`, () => {
      const text = `${title}\n${rows}`;
      const read = readArray(text, { languageId: 'log' });
      assert.ok(read.ok, JSON.stringify(read.problems));
      assert.deepEqual(read.array.shape, [2, 3]);
      const [left] = read.problems;
      assert.equal(left?.code, 'numbers-left-out');
      assert.equal(left.details?.count, count);
      assert.equal(text.slice(left.offset, left.offset + left.length), title);
    });
  }

  it('calls a ragged table ragged and names the row, instead of taking a row for a header', () => {
    const read = readArray('0.1 0.3\n0.4 0.5 0.6', { languageId: 'plaintext' });
    assert.ok(!read.ok);
    assert.deepEqual(
      read.problems.map(({ code, details }) => [code, details?.row, details?.length]),
      [['ragged', 1, 3]],
    );
  });

  it('asks which of two blocks under titles is meant', () => {
    const read = readArray('before:\n1 2\n3 4\nafter:\n5 6\n7 8', { languageId: 'log' });
    assert.ok(!read.ok);
    assert.equal(read.problems[0]?.code, 'several-arrays');
  });

  it('counts the numbers of a line below', () => {
    const read = readArray(`${rows}\ntook 3 s`, { languageId: 'log' });
    assert.ok(read.ok);
    assert.deepEqual(
      read.problems.map(({ code, details }) => [code, details?.count]),
      [['numbers-left-out', 1]],
    );
  });
});

describe('reading tab-separated and plain numbers', () => {
  reads([
    { text: '1\t2\n3\t4', values: [1, 2, 3, 4], shape: [2, 2], notation: 'tsv' },
    { text: 'a\tb\n3\t4\n5\t6', values: [3, 4, 5, 6], shape: [2, 2], labels: [undefined, ['a', 'b']] },
    { text: '1 2 3', values: [1, 2, 3], notation: 'plain' },
    { text: '  0.1  -0.2\n 1.5e3   nan\n', values: [0.1, -0.2, 1500, NaN], shape: [2, 2], notation: 'plain' },
    { text: '\t1 2\n\t3 4', values: [1, 2, 3, 4], shape: [2, 2], notation: 'plain' },
    { text: '1 -2\n3 -4', values: [1, -2, 3, -4], shape: [2, 2] },
    { text: '1 -2', values: [1, -2], language: 'plaintext' },
    { text: 'x y\n1 2\n3 4', values: [1, 2, 3, 4], shape: [2, 2], labels: [undefined, ['x', 'y']] },
    { text: '1 2\n\n3 4\n', values: [1, 2, 3, 4], shape: [2, 2] },
    { text: '0.5\n-1\n', values: [0.5, -1] },
    { text: '0.5 -1', values: [0.5, -1] },
  ]);
  refuses([
    { text: '1 2 3\n4 5', code: 'ragged', at: '4 5' },
    { text: '1 2\n3 x', code: 'string', at: 'x' },
    { text: '1 2 ...\n3 4 5', code: 'truncated', at: '...' },
    { text: 'step 12 loss 0.3', code: 'no-array' },
    { text: '2024-01-02 10:00:00 INFO start\n2024-01-02 10:00:01 INFO 5', code: 'no-array' },
    { text: 'if x > 3 then\n  return 5', code: 'no-array' },
    { text: 'The 3 cats\nate 5 mice', code: 'no-array' },
  ]);
});
