import * as vscode from 'vscode';
import { createApi, type ActivationLensApi } from './api';
import type { CodeJobs } from './compute/codeJobs';
import type { ComputeJobs } from './compute/computeJobs';
import { ArrayActions } from './host/actions/arrayActions';
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
import { SelectionStatus } from './host/status/selectionStatus';
import { Threads } from './host/threads/threads';
import { registerTools } from './host/tools/registerTools';
import { contextKeys, views } from './shared/ids';
import { startKernels } from './shared/kernels';

export function activate(context: vscode.ExtensionContext): ActivationLensApi {
  startKernels();
  const log = vscode.window.createOutputChannel('Activation Lens', { log: true });
  const guard = new Guard(log);
  const computing = new Threads<ComputeJobs>(context.extensionUri, 'compute');
  const code = new Threads<CodeJobs>(context.extensionUri, 'code', 1);
  const reader = new Reader(computing);
  const panel = new LensPanel(context.extensionUri, log, context.workspaceState, reader);
  const editor = new LastEditor();
  const lens = new Lens(panel, guard, reader, editor, code);
  const follower = new SelectionFollower(lens);
  context.subscriptions.push(
    log,
    computing,
    code,
    ...registerCodeFeatures(context.extensionUri, code, guard),
    ...registerTools(code),
    panel,
    lens,
    editor,
    vscode.window.registerWebviewViewProvider(views.panel, panel),
    ...registerCommands(lens, log, context.extension),
    registerHoverLinks(lens),
    vscode.languages.registerHoverProvider('*', new LensHover(guard)),
    follower,
    new SelectionStatus(follower),
    vscode.languages.registerCodeActionsProvider('*', new ArrayActions(() => lens.lastCall), {
      providedCodeActionKinds: ArrayActions.kinds,
    }),
  );
  void vscode.commands.executeCommand('setContext', contextKeys.active, true);
  return createApi(code);
}
