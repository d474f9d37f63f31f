import * as vscode from 'vscode';
import { LensError } from '../lensError';
import type { Piece } from '../selection/piece';
import { readEditor, readText } from '../selection/readPieces';
import { textArgument, type ArgumentObject } from './arguments';

/** The arrays that a command works on: its `text`, or what is selected in the active editor. */
export function piecesOf(args: ArgumentObject | undefined): Piece[] {
  const text = args === undefined ? undefined : textArgument(args);
  if (text !== undefined) return [readText(text)];
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    throw new LensError('no-editor', vscode.l10n.t('Open a text editor and select an array of numbers first.'));
  }
  return readEditor(editor);
}

/** One answer for one array, a list of answers for several. */
export function oneOrAll<T>(answers: readonly T[]): T | readonly T[] {
  return answers.length === 1 ? answers[0]! : answers;
}
