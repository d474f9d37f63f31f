import * as vscode from 'vscode';
import { callOf, type NumericArray } from '../../core/index';
import { contextKeys } from '../../shared/ids';
import { setting } from '../configuration';
import { Debounce } from '../debounce';
import { evaluationOf, type Lens } from '../commands/lens';
import { LensError } from '../lensError';
import type { Reader } from '../reading/reader';
import type { Piece } from './piece';
import { readEditor } from './readPieces';

/** How long the selection must rest before it is read. */
const restMilliseconds = 120;

/**
 * Longest document, in characters, in which the array round a mere cursor is looked for whenever it moves; a longer one
 * counts as full of arrays.
 */
const mostCharacters = 1 << 21;
/** Longest selection that is read while it is being made. */
const mostSelected = 1 << 26;

/** Follows the selection: says to menus whether there is something to evaluate, and shows it in the sidebar. */
export class SelectionFollower implements vscode.Disposable {
  private readonly subscriptions: readonly { dispose(): unknown }[];
  private readonly read = new vscode.EventEmitter<NumericArray | undefined>();

  /** the first array of what is selected; undefined where nothing is selected or it cannot be read */
  readonly onDidRead = this.read.event;

  /** ends the reading of a selection that is no more */
  private reading = new vscode.CancellationTokenSource();

  constructor(private readonly lens: Lens) {
    const rest = new Debounce(restMilliseconds, () => lens.guard.run('selection', () => this.update()));
    this.subscriptions = [
      rest,
      this.read,
      vscode.window.onDidChangeTextEditorSelection(() => rest.trigger()),
      vscode.window.onDidChangeActiveTextEditor(() => rest.trigger()),
      lens.view.onDidAppear(() => rest.trigger()),
    ];
    rest.trigger();
  }

  dispose(): void {
    this.reading.cancel();
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private async update(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    this.reading.cancel();
    this.reading = new vscode.CancellationTokenSource();
    const { token } = this.reading;
    const pieces = editor === undefined ? 'nothing' : await piecesOf(editor, this.lens.reader, token);
    if (token.isCancellationRequested) return;
    const selected = typeof pieces === 'string' || editor?.selection.isEmpty !== false ? undefined : pieces[0]?.array;
    this.read.fire(selected);
    await vscode.commands.executeCommand('setContext', contextKeys.canEvaluate, pieces !== 'nothing');
    const { view, lastCall } = this.lens;
    if (!view.visible || !setting('followSelection')) return;
    const piece = pieces === 'nothing' || pieces === 'much' ? undefined : pieces[0];
    const call = lastCall ?? view.call ?? callOf('sigmoid');
    view.follow(piece === undefined ? undefined : evaluationOf(call, piece));
  }
}

async function piecesOf(
  editor: vscode.TextEditor,
  reader: Reader,
  token: vscode.CancellationToken,
): Promise<readonly Piece[] | 'nothing' | 'much'> {
  const { document, selections } = editor;
  const length = (range: vscode.Range) => document.offsetAt(range.end) - document.offsetAt(range.start);
  const whole = document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
  if (whole > mostCharacters && selections.some((selection) => selection.isEmpty)) return 'much';
  if (selections.some((selection) => length(selection) > mostSelected)) return 'much';
  try {
    const pieces = await readEditor(editor, (text, hint) => reader.read(text, hint, token));
    // a cursor on a lone number is no wish to evaluate it
    return editor.selection.isEmpty && pieces[0]!.array.data.length < 2 ? 'nothing' : pieces;
  } catch (error) {
    if (error instanceof LensError) return 'nothing';
    throw error;
  }
}
