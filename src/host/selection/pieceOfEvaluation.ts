import * as vscode from 'vscode';
import { notations, type NotationId } from '../../core/index';
import type { Evaluation } from '../../shared/evaluation';
import type { Piece } from './piece';

/** The piece that an evaluation from the view stands for; without a document once its text has changed. */
export function pieceOfEvaluation({ input, source }: Evaluation): Piece {
  const document = vscode.workspace.textDocuments.find(
    (candidate) => candidate.uri.toString() === source?.uri && candidate.version === source.version,
  );
  const notation = notationNamed(source?.notation);
  if (source === undefined || document === undefined) {
    return { array: input, notation, literals: [{ text: '[]', range: undefined }], document: undefined, source };
  }
  const range = new vscode.Range(document.positionAt(source.start), document.positionAt(source.end));
  return { array: input, notation, literals: [{ text: document.getText(range), range }], document, source };
}

function notationNamed(name: string | undefined): NotationId {
  for (const id of notations.keys()) if (id === name) return id;
  return 'python';
}
