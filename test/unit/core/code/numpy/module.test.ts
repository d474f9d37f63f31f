import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PyError } from '../../../../../src/core/code/value';
import { arrayIn } from '../../../../../src/core/code/numpy/asArray';
import { arrayStr } from '../../../../../src/core/code/numpy/print/arrayText';
import { repr, runTree, testMachine, type Tree } from './pythonTree';

interface Row {
  readonly code: string;
  readonly tree: readonly Tree[];
  readonly repr?: string;
  readonly str?: string;
  readonly dtype?: string;
  readonly shape?: readonly number[];
  readonly error?: readonly [string, string];
  readonly warnings?: readonly string[];
}

const table = new URL('../../../../reference/numpy/expressions.json', import.meta.url);
const rows = JSON.parse(readFileSync(table, 'utf8')) as readonly Row[];

/** Last digits that BLAS and LAPACK lose or gain against plain sums. */
const shortened = (text: string): string =>
  text.replace(/-?\d+\.\d{13,}/g, (number) => String(Number(Number(number).toPrecision(13))));

describe('NumPy, against what real NumPy gives', () => {
  for (const row of rows) {
    it(row.code, () => {
      const machine = testMachine();
      let found: string;
      try {
        const value = runTree(row.tree, machine);
        found = repr(value, machine);
        const array = arrayIn(value);
        if (array) {
          assert.equal(array.dtype, row.dtype);
          assert.deepEqual([...array.shape], row.shape);
          assert.equal(shortened(arrayStr(array, machine)), shortened(row.str ?? ''));
        }
      } catch (error) {
        if (!(error instanceof PyError)) throw error;
        found = `${error.type}: ${error.message}`;
      }
      assert.equal(shortened(found), shortened(row.error ? row.error.join(': ') : (row.repr ?? '')));
      assert.deepEqual([...new Set(machine.warnings)].sort(), row.warnings ?? []);
    });
  }
});
