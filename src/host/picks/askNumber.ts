import * as vscode from 'vscode';
import { settingFault, type NumberParameter } from '../../core/index';
import { faultText } from '../faultText';

/** Which of how many questions this is. */
export interface Step {
  readonly title: string;
  readonly number: number;
  readonly of: number;
  readonly preset?: number;
}

export const stepTitle = ({ title, number, of }: Step): string => (of > 1 ? `${title} (${number}/${of})` : title);

/** Asks for one number, its default filled in; undefined when the question was left. */
export async function askNumber(parameter: NumberParameter, step: Step): Promise<number | undefined> {
  const answer = await vscode.window.showInputBox({
    title: stepTitle(step),
    prompt: promptOf(parameter),
    value: String(step.preset ?? parameter.default),
    validateInput: (text) => {
      const fault = settingFault(step.title, parameter, toNumber(text));
      return fault && faultText(fault);
    },
  });
  return answer === undefined ? undefined : toNumber(answer);
}

function promptOf(parameter: NumberParameter): string {
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
