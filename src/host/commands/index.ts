import * as vscode from 'vscode';
import { commands, type CommandId } from '../../shared/ids';
import type { ArgumentObject } from './arguments';
import { copyResultAsCommand, copySelectionAsCommand } from './copyAs';
import { evaluateClipboardCommand } from './clipboard';
import { evaluateCommand } from './evaluate';
import { extractTestCommand } from './extractTest';
import type { Lens } from './lens';
import { openSampleCommand } from './openSample';
import { register } from './register';
import { deliverCommand, editCommand, repeatCommand } from './repeat';
import { runNetworkCommand, runSampleNetworkCommand } from './runNetwork';
import { softmaxCommand } from './softmax';

type Action = (args: ArgumentObject | undefined) => Promise<unknown>;

/** Registers every command that package.json contributes; one without an action does not compile. */
export function registerCommands(
  lens: Lens,
  log: vscode.LogOutputChannel,
  { id: extensionId, extensionUri: extension }: Pick<vscode.Extension<unknown>, 'id' | 'extensionUri'>,
): vscode.Disposable[] {
  const actions: Record<CommandId, Action> = {
    [commands.evaluate]: (args) => evaluateCommand(lens, args),
    [commands.softmax]: (args) => softmaxCommand(lens, args),
    [commands.repeat]: (args) => repeatCommand(lens, args),
    [commands.replaceSelection]: (args) => editCommand(lens, args, 'replace'),
    [commands.insertBelow]: (args) => editCommand(lens, args, 'insertBelow'),
    [commands.copyResult]: (args) => deliverCommand(lens, args, 'copy'),
    [commands.copyResultAs]: (args) => copyResultAsCommand(lens, args),
    [commands.copySelectionAs]: (args) => copySelectionAsCommand(lens, args),
    [commands.openResult]: (args) => deliverCommand(lens, args, 'newEditor'),
    [commands.evaluateClipboard]: (args) => evaluateClipboardCommand(lens, args),
    [commands.extractTest]: (args) => extractTestCommand(lens, args),
    [commands.runNetwork]: (args) => runNetworkCommand(lens, args),
    [commands.runSampleNetwork]: () => runSampleNetworkCommand(lens),
    [commands.showPanel]: () => lens.view.reveal(),
    [commands.showFunction]: () => lens.view.showRoom('function'),
    [commands.showSoftmax]: () => lens.view.showRoom('softmax'),
    [commands.showNetwork]: () => lens.view.showRoom('network'),
    [commands.showPrecision]: () => lens.view.showRoom('precision'),
    [commands.openInEditor]: () => {
      lens.view.openInEditor();
      return Promise.resolve();
    },
    [commands.openWalkthrough]: async () => {
      await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extensionId}#start`);
    },
    [commands.openSample]: (args) => openSampleCommand(extension, args),
    [commands.showLog]: () => {
      log.show();
      return Promise.resolve();
    },
  };
  return Object.entries(actions).map(([id, action]) => register(id, lens.guard, action));
}
