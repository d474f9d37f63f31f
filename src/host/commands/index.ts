import type * as vscode from 'vscode';
import { commands, type CommandId } from '../../shared/ids';
import type { ArgumentObject } from './arguments';
import { copyResultAsCommand, copySelectionAsCommand } from './copyAs';
import { evaluateCommand } from './evaluate';
import type { Lens } from './lens';
import { register } from './register';
import { deliverCommand, editCommand, repeatCommand } from './repeat';
import { runNetworkCommand, runSampleNetworkCommand } from './runNetwork';
import { softmaxCommand } from './softmax';

type Action = (args: ArgumentObject | undefined) => Promise<unknown>;

/** Registers every command that package.json contributes; one without an action does not compile. */
export function registerCommands(lens: Lens, log: vscode.LogOutputChannel): vscode.Disposable[] {
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
    [commands.showLog]: () => {
      log.show();
      return Promise.resolve();
    },
  };
  return Object.entries(actions).map(([id, action]) => register(id, lens.guard, action));
}
