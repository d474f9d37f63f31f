import * as vscode from 'vscode';

/** A short name of a place for people: "network.py:12", "notebook.ipynb, cell 3:1". */
export function documentLabel(document: vscode.TextDocument, position: vscode.Position): string {
  const name = document.uri.path.split('/').pop() ?? document.uri.path;
  const line = position.line + 1;
  const notebook = vscode.workspace.notebookDocuments.find((candidate) =>
    candidate.getCells().some((cell) => cell.document === document),
  );
  if (notebook === undefined) return `${name}:${line}`;
  const cell = notebook.getCells().findIndex((candidate) => candidate.document === document) + 1;
  return vscode.l10n.t('{0}, cell {1}:{2}', name, cell, line);
}
