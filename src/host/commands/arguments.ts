import * as vscode from 'vscode';
import type { Parameters } from '../../core/index';
import { functionTable, type FunctionParameter, type LensFunction } from '../functionTable';
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
export function functionArgument(args: ArgumentObject): LensFunction {
  const id = args.function;
  const found = typeof id === 'string' ? functionTable.get(id) : undefined;
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
export function parametersArgument(chosen: LensFunction, value: unknown): Parameters {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new LensError('bad-arguments', vscode.l10n.t('"params" must be an object, got {0}.', describe(value)));
  }
  const params: Record<string, number> = {};
  for (const [id, given] of Object.entries(value) as [string, unknown][]) {
    const parameter = chosen.parameters.find((candidate) => candidate.id === id);
    if (parameter === undefined) {
      const known = chosen.parameters.map((candidate) => candidate.id).join(', ') || vscode.l10n.t('none');
      throw new LensError(
        'unknown-parameter',
        vscode.l10n.t('{0} has no parameter "{1}"; it has: {2}.', chosen.id, id, known),
      );
    }
    const fault = typeof given === 'number' ? parameterFault(parameter, given) : notANumber(parameter);
    if (fault !== undefined || typeof given !== 'number') {
      throw new LensError('bad-parameter', `${fault ?? notANumber(parameter)} (${describe(given)})`);
    }
    params[id] = given;
  }
  return params;
}

/** What is wrong with a parameter's value, for people; undefined when it is fine. */
export function parameterFault(parameter: FunctionParameter, value: number): string | undefined {
  const { id, min, max, open } = parameter;
  if (Number.isNaN(value)) return notANumber(parameter);
  if (parameter.whole === true && !Number.isInteger(value)) {
    return vscode.l10n.t('"{0}" must be a whole number.', id);
  }
  if (min !== undefined && (value < min || (open === true && value === min))) {
    return open === true
      ? vscode.l10n.t('"{0}" must be greater than {1}.', id, min)
      : vscode.l10n.t('"{0}" must be at least {1}.', id, min);
  }
  if (max !== undefined && (value > max || (open === true && value === max))) {
    return open === true
      ? vscode.l10n.t('"{0}" must be less than {1}.', id, max)
      : vscode.l10n.t('"{0}" must be at most {1}.', id, max);
  }
  return undefined;
}

function notANumber(parameter: FunctionParameter): string {
  return vscode.l10n.t('"{0}" must be a number.', parameter.id);
}

/** A value as JSON, cut short: for messages. */
function describe(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  // JSON.stringify gives undefined for undefined and functions
  return (text as string | undefined)?.slice(0, 60) ?? String(value);
}
