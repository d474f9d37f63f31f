import * as vscode from 'vscode';
import { LensError } from './lensError';

export interface TextEdit {
  readonly range: vscode.Range;
  readonly text: string;
}

/** Applies edits to one document as one undo step. */
export async function applyEdits(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<void> {
  const editor = vscode.window.visibleTextEditors.find((candidate) => candidate.document === document);
  const applied =
    editor === undefined
      ? await applyToDocument(document, edits)
      : await editor.edit((builder) => {
          for (const { range, text } of edits) builder.replace(range, text);
        });
  if (!applied) {
    throw new LensError('edit-refused', vscode.l10n.t('The document cannot be changed, or has changed meanwhile.'));
  }
}

function applyToDocument(document: vscode.TextDocument, edits: readonly TextEdit[]): Thenable<boolean> {
  const change = new vscode.WorkspaceEdit();
  change.set(
    document.uri,
    edits.map(({ range, text }) => new vscode.TextEdit(range, text)),
  );
  return vscode.workspace.applyEdit(change);
}

/** The edit that puts a text on a line of its own below a range, indented as the line in which the range starts. */
export function lineBelow(document: vscode.TextDocument, range: vscode.Range, text: string): TextEdit {
  const indent = /^\s*/.exec(document.lineAt(range.start.line).text)?.[0] ?? '';
  const end = document.lineAt(range.end.line).range.end;
  const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  return { range: new vscode.Range(end, end), text: `${eol}${indent}${text}` };
}
