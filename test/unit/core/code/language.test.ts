import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { workOut } from '../../../../src/core';
import { sameText } from './support';

const folder = new URL('../../../reference/code/', import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

describe('the language', () => {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.py'))) {
    it(`prints what Python prints: ${name}`, () => {
      const { output, problems } = workOut(text(name));
      assert.deepEqual(
        problems.filter((problem) => problem.severity === 'error'),
        [],
      );
      const wanted = text(name.replace('.py', '.txt'));
      if (!sameText(output, wanted)) assert.equal(output, wanted);
    });
  }
});
