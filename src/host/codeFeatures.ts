import * as vscode from 'vscode';
import type { CodeJobs } from '../compute/codeJobs';
import { FormulaFixes } from './formulas/formulaFixes';
import { codeLanguageIds, FormulaRemarks } from './formulas/formulaRemarks';
import { CodeHover } from './hover/codeHover';
import type { Guard } from './guard';
import type { Threads } from './threads/threads';

/** Everything that looks at code, by one thread that loads the grammars when they are first needed. */
export function registerCodeFeatures(
  extension: vscode.Uri,
  code: Pick<Threads<CodeJobs>, 'run'>,
  guard: Guard,
): { dispose(): unknown }[] {
  const formulas = new FormulaRemarks(extension, code, guard);
  return [
    formulas,
    vscode.languages.registerHoverProvider([...codeLanguageIds], new CodeHover(code, guard)),
    vscode.languages.registerCodeActionsProvider([...codeLanguageIds], new FormulaFixes(formulas), {
      providedCodeActionKinds: FormulaFixes.kinds,
    }),
  ];
}
