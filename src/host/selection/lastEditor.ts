import * as vscode from 'vscode';

/** A text with its selections, as an editor shows it or showed it last. */
export type EditorText = Pick<vscode.TextEditor, 'document' | 'selections'>;

/**
 * The text editor that is active, or was before the view in its tab became active: a command from there means the text
 * that people selected before.
 */
export class LastEditor implements vscode.Disposable {
  private last: EditorText | undefined;
  private readonly listening: vscode.Disposable;

  constructor() {
    this.keep(vscode.window.activeTextEditor);
    this.listening = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor((editor) => this.keep(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.keep(textEditor);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        // the selections of an editor that is seen no more do not move with its text
        if (document === this.last?.document && document !== vscode.window.activeTextEditor?.document)
          this.last = undefined;
      }),
    );
  }

  get current(): EditorText | undefined {
    const active = vscode.window.activeTextEditor;
    if (active !== undefined) return active;
    return this.last?.document.isClosed === false ? this.last : undefined;
  }

  dispose(): void {
    this.listening.dispose();
  }

  private keep(editor: vscode.TextEditor | undefined): void {
    if (editor !== undefined) this.last = { document: editor.document, selections: editor.selections };
  }
}
