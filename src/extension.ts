import * as vscode from 'vscode';
import type { ComputeJobs } from './compute/computeJobs';
import { registerCodeFeatures } from './host/codeFeatures';
import { registerCommands } from './host/commands/index';
import { Lens } from './host/commands/lens';
import { Guard } from './host/guard';
import { registerHoverLinks } from './host/hover/hoverLinks';
import { LensHover } from './host/hover/lensHover';
import { LensPanel } from './host/panel/panel';
import { Reader } from './host/reading/reader';
import { LastEditor } from './host/selection/lastEditor';
import { SelectionFollower } from './host/selection/follower';
import { Threads } from './host/threads/threads';
import { contextKeys, views } from './shared/ids';
import { startKernels } from './shared/kernels';

export function activate(context: vscode.ExtensionContext): void {
  startKernels();
  const log = vscode.window.createOutputChannel('Activation Lens', { log: true });
  const guard = new Guard(log);
  const computing = new Threads<ComputeJobs>(context.extensionUri, 'compute');
  const reader = new Reader(computing);
  const panel = new LensPanel(context.extensionUri, log, context.workspaceState, reader);
  const editor = new LastEditor();
  const lens = new Lens(panel, guard, reader, editor);
  context.subscriptions.push(
    log,
    computing,
    ...registerCodeFeatures(context.extensionUri, guard),
    panel,
    lens,
    editor,
    vscode.window.registerWebviewViewProvider(views.panel, panel),
    ...registerCommands(lens, log),
    registerHoverLinks(lens),
    vscode.languages.registerHoverProvider('*', new LensHover(guard)),
    new SelectionFollower(lens),
  );
  void vscode.commands.executeCommand('setContext', contextKeys.active, true);
}
