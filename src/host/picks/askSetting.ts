import * as vscode from 'vscode';
import type { ChoiceParameter, FunctionParameter, Setting } from '../../core/index';
import { askNumber, stepTitle, type Step } from './askNumber';

/** Asks for one setting: a number is typed, a choice picked. Undefined when the question was left. */
export async function askSetting(parameter: FunctionParameter, step: Step): Promise<Setting | undefined> {
  if (parameter.kind === 'choice') return askChoice(parameter, step);
  return askNumber(parameter.kind === 'axis' ? { ...parameter, kind: 'whole' } : parameter, step);
}

async function askChoice({ id, choices, default: usual }: ChoiceParameter, step: Step): Promise<string | undefined> {
  const items = [usual, ...choices.filter((choice) => choice !== usual)].map((choice) => ({
    label: choice,
    description: choice === usual ? vscode.l10n.t('usual') : '',
  }));
  const picked = await vscode.window.showQuickPick(items, { title: stepTitle(step), placeHolder: id });
  return picked?.label;
}
