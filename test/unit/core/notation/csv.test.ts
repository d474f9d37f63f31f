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
      warnings: ['header-skipped'],
      literal: '1,2\n3,4',
    },
    { text: '"a b","c, d"\n"1.5","-2"', values: [1.5, -2], warnings: ['header-skipped'] },
    { text: '"1","2"\n"3","4"', values: [1, 2, 3, 4], shape: [2, 2] },
    { text: '# saved by savetxt\n1.0e+00,2.5e-01\n', values: [1, 0.25] },
    { text: 'nan,inf,-inf,NaN,-Infinity', values: [NaN, Infinity, -Infinity, NaN, -Infinity] },
    { text: '1;2\n3;4', values: [1, 2, 3, 4], shape: [2, 2], notation: 'csv' },
    { text: '1.5;2\n3;4', values: [1.5, 2, 3, 4], shape: [2, 2] },
    { text: '1,5;2,0\n3,25;4', values: [1.5, 2, 3.25, 4], shape: [2, 2], notation: 'csv' },
    { text: '1,5;2;3', values: [1.5, 2, 3] },
    { text: 'a;b\n0,5;1,25', values: [0.5, 1.25], warnings: ['header-skipped'] },
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
    { text: '5.1,3.5,1.4,setosa\n4.9,3.0,1.4,setosa', code: 'string', at: 'setosa' },
    { text: '1,,3\n4,5,6', code: 'missing' },
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

describe('reading tab-separated and plain numbers', () => {
  reads([
    { text: '1\t2\n3\t4', values: [1, 2, 3, 4], shape: [2, 2], notation: 'tsv' },
    { text: 'a\tb\n3\t4\n5\t6', values: [3, 4, 5, 6], shape: [2, 2], warnings: ['header-skipped'] },
    { text: '1 2 3', values: [1, 2, 3], notation: 'plain' },
    { text: '  0.1  -0.2\n 1.5e3   nan\n', values: [0.1, -0.2, 1500, NaN], shape: [2, 2], notation: 'plain' },
    { text: '\t1 2\n\t3 4', values: [1, 2, 3, 4], shape: [2, 2], notation: 'plain' },
    { text: '1 -2\n3 -4', values: [1, -2, 3, -4], shape: [2, 2] },
    { text: '1 -2', values: [1, -2], language: 'plaintext' },
    { text: 'x y\n1 2\n3 4', values: [1, 2, 3, 4], shape: [2, 2], warnings: ['header-skipped'] },
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
