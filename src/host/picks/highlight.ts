import * as vscode from 'vscode';
import type { Piece } from '../selection/piece';

/** Marks the arrays in the editor while a pick about them is open. */
export class Highlight implements vscode.Disposable {
  private readonly decoration = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.wordHighlightStrongBackground'),
    border: '1px solid',
    // only high-contrast themes define it: elsewhere the border stays transparent
    borderColor: new vscode.ThemeColor('contrastActiveBorder'),
    overviewRulerColor: new vscode.ThemeColor('focusBorder'),
  });

  constructor(pieces: readonly Piece[]) {
    const document = pieces[0]?.document;
    const ranges = pieces.flatMap((piece) =>
      piece.literals.flatMap(({ range }) => (range === undefined ? [] : [range])),
    );
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === document) editor.setDecorations(this.decoration, ranges);
    }
  }

  dispose(): void {
    this.decoration.dispose();
  }
}
