import * as vscode from 'vscode';
import type { Remark } from '../../core/index';
import { rangeOf, type FormulaRemarks } from './formulaRemarks';

/** Quick fixes of unstable formulas: the stable form with the user's names, and silence for the line. */
export class FormulaFixes implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix];

  constructor(private readonly remarks: Pick<FormulaRemarks, 'at'>) {}

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range, context: vscode.CodeActionContext) {
    return this.remarks.at(document, range).flatMap((remark) => {
      const diagnostics = context.diagnostics.filter(
        ({ code }) => typeof code === 'object' && code.value === remark.id,
      );
      return [...stable(document, remark), silence(document, remark)].map((action) =>
        Object.assign(action, { diagnostics }),
      );
    });
  }
}

function stable(document: vscode.TextDocument, { fix }: Remark): vscode.CodeAction[] {
  if (fix === undefined) return [];
  const action = new vscode.CodeAction(
    vscode.l10n.t('Write the stable form: {0}', fix.to),
    vscode.CodeActionKind.QuickFix,
  );
  action.isPreferred = true;
  action.edit = new vscode.WorkspaceEdit();
  for (const change of fix.changes) action.edit.replace(document.uri, rangeOf(document, change), change.text);
  return [action];
}

function silence(document: vscode.TextDocument, remark: Remark): vscode.CodeAction {
  const action = new vscode.CodeAction(
    vscode.l10n.t('Silence this remark for the line'),
    vscode.CodeActionKind.QuickFix,
  );
  const { range } = document.lineAt(document.positionAt(remark.start));
  const mark = document.languageId === 'python' ? '#' : '//';
  action.edit = new vscode.WorkspaceEdit();
  action.edit.insert(document.uri, range.end, `  ${mark} activation-lens: ignore ${remark.id}`);
  return action;
}
