import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { workOut } from '../../../../src/core';
import { faults, type Program } from './support';

const read = JSON.parse(
  readFileSync(new URL('../../../reference/programs/programs.json', import.meta.url), 'utf8'),
) as Program[];
/** these need libraries that are not worked out yet: random numbers and torch */
const later = new Set([
  ...['rng02', 'rng04', 'rng06', 'rng08', 'torch02', 'torch04', 'torch06', 'torch08', 'conv06', 'conv08', 'unk04'],
]);

describe('programs as people write them', () => {
  for (const program of read.filter((one) => !later.has(one.id))) {
    it(`works out ${program.id}`, () => {
      assert.deepEqual(faults(program, workOut(program.code, { languageId: 'python' })), []);
    });
  }
});
