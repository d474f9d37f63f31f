import * as vscode from 'vscode';
import { commands } from '../shared/ids';
import { LensError } from './lensError';

/** Where failures go: what people can mend is said to them, bugs are logged with their cause and shown once each. */
export class Guard {
  private readonly shown = new Set<string>();

  constructor(private readonly log: vscode.LogOutputChannel) {}

  /** Says what went wrong; resolves when the message was answered or closed. */
  async report(error: unknown): Promise<void> {
    if (error instanceof vscode.CancellationError) return;
    if (error instanceof LensError) {
      this.log.info(`${error.code}: ${error.message}`);
      await sayWithPlace(error);
      return;
    }
    await this.unexpected(error, 'command');
  }

  /** Runs something that nobody waits for, e.g. an event's handler. */
  run(what: string, action: () => void | Thenable<void>): void {
    const failed = (error: unknown) => {
      if (!(error instanceof vscode.CancellationError)) void this.unexpected(error, what);
    };
    try {
      action()?.then(undefined, failed);
    } catch (error) {
      failed(error);
    }
  }

  /** Logs a bug with its cause; shows the first of its kind. */
  async unexpected(error: unknown, what: string): Promise<void> {
    const failure = error instanceof Error ? error : new Error(String(error));
    this.log.error(`${what}: ${failure.stack ?? failure.message}`);
    for (let cause = failure.cause; cause instanceof Error; cause = cause.cause) {
      this.log.error(`caused by: ${cause.stack ?? cause.message}`);
    }
    if (this.shown.has(failure.message)) return;
    this.shown.add(failure.message);
    const showLog = vscode.l10n.t('Show Log');
    const answer = await vscode.window.showErrorMessage(
      vscode.l10n.t('Activation Lens failed unexpectedly: {0}', failure.message),
      showLog,
    );
    if (answer === showLog) await vscode.commands.executeCommand(commands.showLog);
  }
}

/** An error message; with a place, a button that selects it. The text is left as it was. */
async function sayWithPlace(error: LensError): Promise<void> {
  if (error.place === undefined) {
    await vscode.window.showErrorMessage(error.message);
    return;
  }
  const select = error.place.range.isEmpty ? vscode.l10n.t('Go There') : vscode.l10n.t('Select It');
  const answer = await vscode.window.showErrorMessage(error.message, select);
  if (answer !== select) return;
  const { document, range } = error.place;
  await vscode.window.showTextDocument(document, { selection: range, preserveFocus: false });
}
