import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { workOut } from '../../../../src/core';
import { faults, type Program } from './support';

const read = JSON.parse(
  readFileSync(new URL('../../../reference/programs/programs.json', import.meta.url), 'utf8'),
) as Program[];
/** these need torch, which is not worked out yet */
const later = new Set(['torch02', 'torch04', 'torch06', 'torch08']);

describe('programs as people write them', () => {
  for (const program of read.filter((one) => !later.has(one.id))) {
    it(`works out ${program.id}`, () => {
      assert.deepEqual(faults(program, workOut(program.code, { languageId: 'python' })), []);
    });
  }
});
