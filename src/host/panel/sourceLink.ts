import * as vscode from 'vscode';
import { readArray, type ValueRanges } from '../../core/index';
import type { SourceRange } from '../../shared/evaluation';
import type { LensPanel } from './panel';

/** Longest array text, in characters, whose values are linked one by one with the view. */
const mostCharacters = 1 << 20;

/** Where the values of one array stand in a document that has not changed since. */
interface Places {
  readonly source: SourceRange;
  readonly document: vscode.TextDocument;
  /** offsets within the array's text */
  readonly ranges: ValueRanges;
}

/**
 * Links the view's values with their places in the editor: the value under the cursor is marked in the view, the value
 * that is pointed at in the view is marked in the editor, and revealing selects it there.
 */
export class SourceLink implements vscode.Disposable {
  private readonly mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.wordHighlightStrongBackground'),
    border: '1px solid',
    borderColor: new vscode.ThemeColor('focusBorder'),
  });
  private readonly subscriptions: readonly { dispose(): unknown }[];
  private known: Places | undefined;
  private told = -1;

  constructor(private readonly panel: LensPanel) {
    this.subscriptions = [
      this.mark,
      panel.onDidPoint((index) => this.pointAt(index)),
      panel.onDidShow(() => {
        // the view forgets what was marked when it is shown another evaluation
        this.told = -1;
        this.tellCursor(vscode.window.activeTextEditor);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.tellCursor(textEditor)),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** Selects the array in its editor, or its value of this index where that is known. */
  async reveal(index: number | undefined): Promise<void> {
    const source = this.panel.current?.source;
    if (source === undefined) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(source.uri, true));
    const whole = new vscode.Range(document.positionAt(source.start), document.positionAt(source.end));
    const value = index === undefined ? undefined : this.rangeOf(index);
    await vscode.window.showTextDocument(document, { selection: value ?? whole });
  }

  /** Marks the value in every editor that shows its document. */
  private pointAt(index: number): void {
    const range = index < 0 ? undefined : this.rangeOf(index);
    const document = range === undefined ? undefined : this.places()?.document;
    for (const editor of vscode.window.visibleTextEditors) {
      editor.setDecorations(this.mark, range !== undefined && editor.document === document ? [range] : []);
    }
  }

  /** Tells the view which value the cursor stands on. */
  private tellCursor(editor: vscode.TextEditor | undefined): void {
    if (editor === undefined || !this.panel.visible) return;
    const index = this.indexAt(editor);
    if (index === this.told) return;
    this.told = index;
    this.panel.highlight(index);
  }

  private indexAt({ document, selection }: vscode.TextEditor): number {
    const source = this.panel.current?.source;
    if (source?.uri !== document.uri.toString()) return -1;
    const start = document.offsetAt(selection.start);
    const end = document.offsetAt(selection.end);
    if (start < source.start || end > source.end) return -1;
    const ranges = this.places()?.ranges;
    if (ranges === undefined) return -1;
    const [from, to] = [start - source.start, end - source.start];
    return ranges.starts.findIndex((first, i) => from >= first && to <= ranges.ends[i]!);
  }

  private rangeOf(index: number): vscode.Range | undefined {
    const places = this.places();
    if (places === undefined || index >= places.ranges.starts.length) return undefined;
    const { document, source, ranges } = places;
    return new vscode.Range(
      document.positionAt(source.start + ranges.starts[index]!),
      document.positionAt(source.start + ranges.ends[index]!),
    );
  }

  /** Read when first needed; undefined where the text has changed, is very long, or is more than one literal. */
  private places(): Places | undefined {
    const shown = this.panel.current;
    const source = shown?.source;
    if (shown === undefined || source === undefined || source.end - source.start > mostCharacters) return undefined;
    const document = vscode.workspace.textDocuments.find(
      (one) => one.uri.toString() === source.uri && one.version === source.version,
    );
    if (document === undefined) return undefined;
    if (this.known?.source === source) return this.known;
    const text = document.getText(new vscode.Range(document.positionAt(source.start), document.positionAt(source.end)));
    const read = readArray(text, { languageId: document.languageId, missing: 'nan', ranges: true });
    if (!read.ok || read.ranges?.starts.length !== shown.input.data.length) return undefined;
    this.known = { source, document, ranges: read.ranges };
    return this.known;
  }
}
