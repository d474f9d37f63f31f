import * as vscode from 'vscode';
import { LensError } from '../lensError';
import type { Piece } from '../selection/piece';
import { readEditor, readText, type Read } from '../selection/readPieces';
import { bigText, type Reader } from '../reading/reader';
import type { Lens } from './lens';
import { textArgument, type ArgumentObject } from './arguments';

/** The arrays that a command works on: its `text`, or what is selected in the active editor. */
export async function piecesOf(args: ArgumentObject | undefined, lens: Lens): Promise<Piece[]> {
  const read = readingOf(lens.reader);
  const text = args === undefined ? undefined : textArgument(args);
  if (text !== undefined) return [await readText(text, read)];
  const editor = lens.editor.current;
  if (editor === undefined) {
    throw new LensError('no-editor', vscode.l10n.t('Open a text editor and select an array of numbers first.'));
  }
  return readEditor(editor, read);
}

/** Reading for somebody who waits: a big text with progress and a way to cancel. */
export function readingOf(reader: Reader): Read {
  return async (text, hint) => {
    if (text.length < bigText) return reader.read(text, hint);
    const megabytes = (text.length / 1e6).toFixed(1);
    return vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Activation Lens: reading {0} MB of numbers', megabytes),
        cancellable: true,
      },
      (_progress, token) => reader.read(text, hint, token),
    );
  };
}

/** One answer for one array, a list of answers for several. */
export function oneOrAll<T>(answers: readonly T[]): T | readonly T[] {
  return answers.length === 1 ? answers[0]! : answers;
}
