import * as vscode from 'vscode';
import { notations, readArray, type NotationId, type NumericArray } from '../../core/index';
import type { Evaluation } from '../../shared/evaluation';
import { mostStored } from '../model/stored';
import type { Piece } from './piece';

/** The piece that an evaluation from the view stands for; without a document once its text has changed. */
export function pieceOfEvaluation({ input, source }: Evaluation): Piece {
  const document = vscode.workspace.textDocuments.find(
    (candidate) => candidate.uri.toString() === source?.uri && candidate.version === source.version,
  );
  const notation = notationNamed(source?.notation);
  const withoutPlace = {
    array: input,
    notation,
    literals: [{ text: '[]', range: undefined }],
    document: undefined,
    source,
  };
  if (source === undefined || document === undefined) {
    return withoutPlace;
  }
  const range = new vscode.Range(document.positionAt(source.start), document.positionAt(source.end));
  const text = document.getText(range);
  if (!holds(text, document.languageId, input)) return withoutPlace;
  return { array: input, notation, literals: [{ text, range }], document, source };
}

/**
 * Whether a text still spells an array: versions count anew when VS Code starts, and what is shown outlives that. What
 * is too long to be stored does not.
 */
function holds(text: string, languageId: string, { data }: NumericArray): boolean {
  if (data.length > mostStored) return true;
  const read = readArray(text, { languageId, missing: 'nan' });
  return read.ok && read.array.data.length === data.length && data.every((v, i) => Object.is(v, read.array.data[i]));
}

function notationNamed(name: string | undefined): NotationId {
  for (const id of notations.keys()) if (id === name) return id;
  return 'python';
}
