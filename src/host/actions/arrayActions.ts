import * as vscode from 'vscode';
import { functions } from '../../core/index';
import { commands } from '../../shared/ids';
import type { FunctionCall } from '../../shared/evaluation';
import { setting } from '../configuration';
import { textOf } from '../selection/documentText';

/** Longer selections are offered by commands, not looked at for a light bulb. */
const LONGEST = 100_000;

/** Refactorings of a selected array: replaced by what a function makes of it, or made the values of a test. */
export class ArrayActions implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.RefactorRewrite, vscode.CodeActionKind.RefactorExtract];

  constructor(private readonly lastCall: () => FunctionCall | undefined) {}

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range | vscode.Selection): vscode.CodeAction[] {
    if (range.isEmpty || document.offsetAt(range.end) - document.offsetAt(range.start) > LONGEST) return [];
    const found = textOf(document).arrayAt(document.offsetAt(range.start));
    if (found === undefined || found.start > document.offsetAt(range.end)) return [];
    const last = this.lastCall();
    const favourites = setting('hover.functions', document).slice(0, 1);
    const ids = [...new Set([...(last === undefined ? [] : [last.function]), ...favourites])];
    const rewrites = ids.flatMap((id) => {
      const record = functions.get(id);
      if (record === undefined) return [];
      const settings = id === last?.function ? last.settings : {};
      const title = vscode.l10n.t('Replace with {0}(…)', record.label);
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.RefactorRewrite);
      action.command = {
        command: commands.evaluate,
        title,
        arguments: [{ function: id, params: settings, output: 'replace' }],
      };
      return [action];
    });
    const extract = new vscode.CodeAction(
      vscode.l10n.t('Extract expected values for a test…'),
      vscode.CodeActionKind.RefactorExtract,
    );
    extract.command = { command: commands.extractTest, title: extract.title };
    return [...rewrites, extract];
  }
}
