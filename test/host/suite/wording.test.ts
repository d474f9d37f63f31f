import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { problemCodes } from '../../../src/core/notation/problems';
import { problemText, wordedProblems } from '../../../src/host/problemText';

describe('the wording of problems', () => {
  it('has a text for every code of core', () => {
    assert.deepEqual(
      problemCodes.filter((code) => !wordedProblems.includes(code)),
      [],
    );
  });

  it('fills in the figures, and falls back to English for a code without a wording', () => {
    const problem = { message: 'plain', offset: 0, length: 0, severity: 'error' } as const;
    const ragged = { ...problem, code: 'ragged', details: { row: 2, length: 3, expected: 4 } };
    assert.equal(problemText(ragged), vscode.l10n.t('row {0} has {1} values, expected {2}', '2', '3', '4'));
    assert.equal(problemText({ ...problem, code: 'unheard-of' }), 'plain');
  });
});
