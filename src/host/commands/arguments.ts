import * as vscode from 'vscode';
import { functions, settingFault, type FunctionRecord, type Setting, type Settings } from '../../core/index';
import { faultError } from '../faultText';
import { LensError } from '../lensError';

export const outputs = ['show', 'replace', 'insertBelow', 'copy', 'newEditor', 'none'] as const;

/** What becomes of a result. */
export type Output = (typeof outputs)[number];

export type ArgumentObject = Readonly<Record<string, unknown>>;

/** The argument object of a command; undefined where a menu passed a document's address or nothing at all. */
export function argumentObject(value: unknown): ArgumentObject | undefined {
  if (value === undefined || value === null || value instanceof vscode.Uri) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new LensError('bad-arguments', vscode.l10n.t('The argument must be an object, got {0}.', describe(value)));
  }
  return { ...value };
}

/** The function that `function` names. */
export function functionArgument(args: ArgumentObject): FunctionRecord {
  const id = args.function;
  const found = typeof id === 'string' ? functions.get(id) : undefined;
  if (found !== undefined) return found;
  throw new LensError(
    'unknown-function',
    vscode.l10n.t('"function" must be the id of a function, such as {0}; got {1}.', '"sigmoid"', describe(id)),
  );
}

export function textArgument(args: ArgumentObject): string | undefined {
  const text = args.text;
  if (text === undefined || typeof text === 'string') return text;
  throw new LensError('bad-arguments', vscode.l10n.t('"{0}" must be a text, got {1}.', 'text', describe(text)));
}

export function outputArgument(args: ArgumentObject): Output {
  const output = args.output ?? 'show';
  const found = outputs.find((candidate) => candidate === output);
  if (found !== undefined) return found;
  throw new LensError(
    'bad-output',
    vscode.l10n.t('"output" must be one of {0}; got {1}.', outputs.join(', '), describe(output)),
  );
}

/** Checks `params` against what the function takes; parameters left out are left out. */
export function parametersArgument(chosen: FunctionRecord, value: unknown): Settings {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new LensError('bad-arguments', vscode.l10n.t('"params" must be an object, got {0}.', describe(value)));
  }
  const params: Record<string, Setting> = {};
  for (const [id, given] of Object.entries(value) as [string, unknown][]) {
    const parameter = chosen.parameters.find((candidate) => candidate.id === id);
    if (parameter === undefined) {
      const known = chosen.parameters.map((candidate) => candidate.id).join(', ');
      throw faultError({ code: 'unknown-setting', figures: { function: chosen.id, setting: id, known }, message: id });
    }
    const fault = settingFault(chosen.id, parameter, given);
    if (fault !== undefined) throw faultError(fault);
    params[id] = given as Setting;
  }
  return params;
}

/** A value as JSON, cut short: for messages. */
function describe(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  // JSON.stringify gives undefined for undefined and functions
  return (text as string | undefined)?.slice(0, 60) ?? String(value);
}
