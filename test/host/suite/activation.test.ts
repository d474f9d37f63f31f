import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands, internalCommands } from '../../../src/shared/ids';
import { lensExtension } from './util/extension';

describe('activation', () => {
  it('activates in this host', async () => {
    const extension = lensExtension();
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers every command that it names', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    for (const id of [...Object.values(commands), ...Object.values(internalCommands)]) assert.ok(known.has(id), id);
  });
});
