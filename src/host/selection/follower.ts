import * as vscode from 'vscode';
import { contextKeys } from '../../shared/ids';
import { setting } from '../configuration';
import { Debounce } from '../debounce';
import { functionTable } from '../functionTable';
import { evaluationOf, type Lens } from '../commands/lens';
import { LensError } from '../lensError';
import type { Piece } from './piece';
import { readEditor } from './readPieces';

/** How long the selection must rest before it is read. */
const restMilliseconds = 120;

/** Longest document, in characters, that is read whenever the selection moves; a longer one counts as full of arrays. */
const mostCharacters = 1 << 21;

/** Follows the selection: says to menus whether there is something to evaluate, and shows it in the sidebar. */
export class SelectionFollower implements vscode.Disposable {
  private readonly subscriptions: readonly { dispose(): unknown }[];

  constructor(private readonly lens: Lens) {
    const rest = new Debounce(restMilliseconds, () => lens.guard.run('selection', () => this.update()));
    this.subscriptions = [
      rest,
      vscode.window.onDidChangeTextEditorSelection(() => rest.trigger()),
      vscode.window.onDidChangeActiveTextEditor(() => rest.trigger()),
      lens.view.onDidAppear(() => rest.trigger()),
    ];
    rest.trigger();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async update(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const pieces = editor === undefined ? 'nothing' : piecesOf(editor);
    await vscode.commands.executeCommand('setContext', contextKeys.canEvaluate, pieces !== 'nothing');
    const { view, last } = this.lens;
    if (!view.visible || !setting('followSelection')) return;
    const piece = pieces === 'nothing' || pieces === 'much' ? undefined : pieces[0];
    const call = last?.call ?? functionTable.get('sigmoid')?.call({});
    view.follow(piece === undefined || call === undefined ? undefined : evaluationOf(call, piece));
  }
}

function piecesOf(editor: vscode.TextEditor): readonly Piece[] | 'nothing' | 'much' {
  const { document } = editor;
  if (document.offsetAt(document.lineAt(document.lineCount - 1).range.end) > mostCharacters) return 'much';
  try {
    const pieces = readEditor(editor);
    // a cursor on a lone number is no wish to evaluate it
    return editor.selection.isEmpty && pieces[0]!.array.data.length < 2 ? 'nothing' : pieces;
  } catch (error) {
    if (error instanceof LensError) return 'nothing';
    throw error;
  }
}
