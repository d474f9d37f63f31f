import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { workOut } from '../../../../src/core';
import { faults, type Program } from './support';

const read = JSON.parse(
  readFileSync(new URL('../../../reference/programs/programs.json', import.meta.url), 'utf8'),
) as Program[];
/** libraries that are not worked out yet */
const later = /import numpy|from numpy|import torch|import random/;

describe('programs as people write them', () => {
  for (const program of read.filter((one) => !later.test(one.code))) {
    it(`works out ${program.id}`, () => {
      assert.deepEqual(faults(program, workOut(program.code, { languageId: 'python' })), []);
    });
  }
});
