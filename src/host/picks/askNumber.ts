import * as vscode from 'vscode';
import { parameterFault } from '../commands/arguments';
import type { FunctionParameter } from '../functionTable';

/** Asks for one parameter, its default filled in; undefined when the question was left. */
export async function askNumber(
  parameter: FunctionParameter,
  step: { readonly title: string; readonly number: number; readonly of: number; readonly preset?: number },
): Promise<number | undefined> {
  const answer = await vscode.window.showInputBox({
    title: step.of > 1 ? `${step.title} (${step.number}/${step.of})` : step.title,
    prompt: promptOf(parameter),
    value: String(step.preset ?? parameter.default),
    validateInput: (text) => parameterFault(parameter, toNumber(text)),
  });
  return answer === undefined ? undefined : toNumber(answer);
}

function promptOf(parameter: FunctionParameter): string {
  const { id, min, max, open } = parameter;
  const [left, right] = open === true ? ['(', ')'] : ['[', ']'];
  const usual = vscode.l10n.t('{0}, usually {1}', id, parameter.default);
  if (min === undefined && max === undefined) return usual;
  return `${usual}; ${min === undefined ? '(-∞' : `${left}${min}`}, ${max === undefined ? '∞)' : `${max}${right}`}`;
}

/** A number as people type it; NaN for anything else, an empty text included. */
function toNumber(text: string): number {
  const trimmed = text.trim().replace('−', '-');
  return trimmed === '' ? Number.NaN : Number(trimmed);
}
