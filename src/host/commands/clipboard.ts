import * as vscode from 'vscode';
import { LensError } from '../lensError';
import type { ArgumentObject } from './arguments';
import { evaluateCommand } from './evaluate';
import type { Lens } from './lens';

/** "Evaluate Clipboard…": the array in the clipboard, from a terminal or a web page for example. */
export async function evaluateClipboardCommand(lens: Lens, args: ArgumentObject | undefined): Promise<unknown> {
  const text = await vscode.env.clipboard.readText();
  if (text.trim() === '') {
    throw new LensError(
      'empty-clipboard',
      vscode.l10n.t('The clipboard holds no text. Copy an array of numbers first.'),
    );
  }
  return evaluateCommand(lens, { ...args, text });
}
