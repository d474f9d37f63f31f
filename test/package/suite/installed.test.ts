import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { lensExtension } from '../../host/suite/util/extension';

describe('the installed package', () => {
  it('is the copy from the .vsix, not the sources', () => {
    assert.match(lensExtension().extensionUri.path, /\/extensions\/activation-lens\.activation-lens-/);
  });

  it('evaluates an array', async () => {
    const evaluation = await vscode.commands.executeCommand<{ result: { data: ArrayLike<number> } }>(
      'activationLens.evaluate',
      { function: 'sigmoid', text: '[-1, 1, 2]', output: 'none' },
    );
    const rounded = Array.from(evaluation.result.data, (value) => value.toFixed(8));
    assert.deepEqual(rounded, ['0.26894142', '0.73105858', '0.88079708']);
  });
});
