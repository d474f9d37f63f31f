import * as vscode from 'vscode';
import type { CodeJobs } from '../../compute/codeJobs';
import { unstableIds, type Remark, type UnstableId } from '../../core/index';
import { setting } from '../configuration';
import { Debounce } from '../debounce';
import type { Guard } from '../guard';
import { NoThreads } from '../threads/pool';
import type { Threads } from '../threads/threads';
import { formulaText } from './formulaText';

/** Languages of VS Code whose code is looked at. */
export const codeLanguageIds: readonly string[] = [
  'python',
  'javascript',
  'javascriptreact',
  'typescript',
  'typescriptreact',
  'c',
  'cpp',
  'cuda-cpp',
];

/** Longer texts are not source code that somebody writes. */
const LONGEST = 2_000_000;

/** The quiet after which a text is looked at again. */
const QUIET = 400;

interface Looked {
  readonly version: number;
  readonly remarks: readonly Remark[];
}

/**
 * Information on unstable formulas in the documents that can be seen, found by a thread of its own once typing rests.
 * Costs nothing while it is switched off.
 */
export class FormulaRemarks implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('activationLens.formulas');
  private readonly looked = new Map<string, Looked>();
  private readonly listening: vscode.Disposable[];
  private readonly later = new Debounce(QUIET, () => this.lookAtVisible());

  constructor(
    private readonly extension: vscode.Uri,
    private readonly threads: Pick<Threads<CodeJobs>, 'run'>,
    private readonly guard: Guard,
  ) {
    this.listening = [
      vscode.window.onDidChangeVisibleTextEditors(() => this.later.trigger()),
      vscode.window.onDidChangeVisibleNotebookEditors(() => this.later.trigger()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (codeLanguageIds.includes(document.languageId)) this.later.trigger();
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document.uri)),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('activationLens.formulas')) return;
        this.looked.clear();
        this.collection.clear();
        this.later.trigger();
      }),
    ];
    this.later.trigger();
  }

  /** The remarks that touch a range of the document as it is now. */
  at(document: vscode.TextDocument, range: vscode.Range): readonly Remark[] {
    const looked = this.looked.get(document.uri.toString());
    if (looked?.version !== document.version) return [];
    return looked.remarks.filter((remark) => range.intersection(rangeOf(document, remark)) !== undefined);
  }

  dispose(): void {
    for (const disposable of [this.later, this.collection, ...this.listening]) disposable.dispose();
    this.looked.clear();
  }

  private lookAtVisible(): void {
    const cells = vscode.window.visibleNotebookEditors.flatMap(({ notebook }) => notebook.getCells());
    const documents = new Set([
      ...vscode.window.visibleTextEditors.map(({ document }) => document),
      ...cells.map(({ document }) => document),
    ]);
    for (const document of documents) this.guard.run('formulas', () => this.look(document));
  }

  private async look(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const { version, languageId } = document;
    if (!codeLanguageIds.includes(languageId) || this.looked.get(key)?.version === version) return;
    if (!setting('formulas.enabled', document)) {
      this.forget(document.uri);
      return;
    }
    const off = new Set<string>(setting('formulas.off', document));
    const rules: UnstableId[] = unstableIds.filter((id) => !off.has(id));
    const text = document.getText();
    if (text.length > LONGEST || rules.length === 0) {
      this.forget(document.uri);
      return;
    }
    let remarks: readonly Remark[];
    try {
      remarks = await this.threads.run('unstable', { text, languageId, rules });
    } catch (error) {
      if (error instanceof NoThreads) return;
      throw error;
    }
    if (document.isClosed || document.version !== version) return;
    this.looked.set(key, { version, remarks });
    this.collection.set(
      document.uri,
      remarks.map((remark) => this.diagnostic(document, remark)),
    );
  }

  private diagnostic(document: vscode.TextDocument, remark: Remark): vscode.Diagnostic {
    const diagnostic = new vscode.Diagnostic(
      rangeOf(document, remark),
      formulaText(remark),
      vscode.DiagnosticSeverity.Information,
    );
    diagnostic.source = 'Activation Lens';
    const page = vscode.env.language.startsWith('ko') ? 'formulas.ko.md' : 'formulas.md';
    const target = vscode.Uri.joinPath(this.extension, 'docs', page).with({ fragment: remark.id });
    diagnostic.code = { value: remark.id, target };
    return diagnostic;
  }

  private forget(uri: vscode.Uri): void {
    this.looked.delete(uri.toString());
    this.collection.delete(uri);
  }
}

export const rangeOf = (document: vscode.TextDocument, place: { readonly start: number; readonly end: number }) =>
  new vscode.Range(document.positionAt(place.start), document.positionAt(place.end));
