import * as vscode from 'vscode';
import type { NumericArray, ValueRanges } from '../../core/index';
import type { Evaluation, SourceRange } from '../../shared/evaluation';
import type { Reader } from '../reading/reader';

/** What is shown, and whether anybody can see it. */
export interface Shown {
  readonly current: Evaluation | undefined;
  readonly visible: boolean;
}

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
  /** read once for each array, when a link is first needed */
  private known: { readonly source: SourceRange; readonly places: Promise<Places | undefined> } | undefined;
  private told = -1;
  /** the value that is pointed at in the view */
  private pointed = -1;

  constructor(
    private readonly shown: Shown,
    private readonly reader: Reader,
    private readonly tell: (index: number) => void,
  ) {
    this.subscriptions = [
      this.mark,
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => void this.tellCursor(textEditor)),
    ];
  }

  /** Another evaluation is shown, or none any more: the view has forgotten its marks, and the editors' go too. */
  shownChanged(): void {
    this.told = -1;
    void this.pointAt(-1);
    void this.tellCursor(vscode.window.activeTextEditor);
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** Selects the array in its editor, or its value of this index where that is known. */
  async reveal(index: number | undefined): Promise<void> {
    const source = this.shown.current?.source;
    if (source === undefined) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(source.uri, true));
    const whole = new vscode.Range(document.positionAt(source.start), document.positionAt(source.end));
    const value = index === undefined ? undefined : rangeOf(await this.places(), index);
    await vscode.window.showTextDocument(document, { selection: value ?? whole });
  }

  /** Marks the value in every editor that shows its document; -1: none any more. */
  async pointAt(index: number): Promise<void> {
    this.pointed = index;
    const places = index < 0 ? undefined : await this.places();
    // something else may be pointed at meanwhile
    if (this.pointed !== index) return;
    const range = rangeOf(places, index);
    for (const editor of vscode.window.visibleTextEditors) {
      editor.setDecorations(this.mark, range !== undefined && editor.document === places?.document ? [range] : []);
    }
  }

  /** Tells the view which value the cursor stands on. */
  private async tellCursor(editor: vscode.TextEditor | undefined): Promise<void> {
    if (editor === undefined || !this.shown.visible) return;
    const { selection } = editor;
    const { current } = this.shown;
    const index = await this.indexAt(editor);
    if (index === this.told || this.shown.current !== current || !editor.selection.isEqual(selection)) return;
    this.told = index;
    this.tell(index);
  }

  private async indexAt({ document, selection }: vscode.TextEditor): Promise<number> {
    const source = this.shown.current?.source;
    if (source?.uri !== document.uri.toString()) return -1;
    const start = document.offsetAt(selection.start);
    const end = document.offsetAt(selection.end);
    if (start < source.start || end > source.end) return -1;
    const ranges = (await this.places())?.ranges;
    if (ranges === undefined) return -1;
    const [from, to] = [start - source.start, end - source.start];
    return ranges.starts.findIndex((first, i) => from >= first && to <= ranges.ends[i]!);
  }

  /** Undefined where the text has changed, is very long, or is more than one literal. */
  private async places(): Promise<Places | undefined> {
    const shown = this.shown.current;
    const source = shown?.source;
    if (shown === undefined || source === undefined || source.end - source.start > mostCharacters) return undefined;
    const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === source.uri);
    if (document?.version !== source.version) return undefined;
    if (this.known?.source !== source) this.known = { source, places: this.read(document, source, shown.input) };
    const places = await this.known.places;
    return document.version === source.version ? places : undefined;
  }

  private async read(
    document: vscode.TextDocument,
    source: SourceRange,
    input: NumericArray,
  ): Promise<Places | undefined> {
    const range = new vscode.Range(document.positionAt(source.start), document.positionAt(source.end));
    const hint = { languageId: document.languageId, missing: 'nan', ranges: true } as const;
    const read = await this.reader.read(document.getText(range), hint);
    // after a restart the version alone does not tell that the text is the same
    if (!read.ok || read.ranges === undefined || !sameValues(read.array, input)) return undefined;
    return { source, document, ranges: read.ranges };
  }
}

function rangeOf(places: Places | undefined, index: number): vscode.Range | undefined {
  if (places === undefined || index < 0 || index >= places.ranges.starts.length) return undefined;
  const { document, source, ranges } = places;
  return new vscode.Range(
    document.positionAt(source.start + ranges.starts[index]!),
    document.positionAt(source.start + ranges.ends[index]!),
  );
}

function sameValues({ data: one }: NumericArray, { data: other }: NumericArray): boolean {
  return one.length === other.length && one.every((value, i) => Object.is(value, other[i]));
}
