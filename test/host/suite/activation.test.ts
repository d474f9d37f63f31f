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

  it('registers the commands that it names', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    for (const id of [commands.evaluate, commands.softmax, internalCommands.onRange]) assert.ok(known.has(id), id);
  });
});
