import * as vscode from 'vscode';
import { callOf, dtypes, run, testSnippet, type DType } from '../../core/index';
import { LensError } from '../lensError';
import { askParameters } from '../picks/askParameters';
import { pickFunction } from '../picks/pickFunction';
import { functionArgument, parametersArgument, type ArgumentObject } from './arguments';
import type { Lens } from './lens';
import { piecesOf } from './pieces';

/**
 * "Extract Expected Values for a Test…": the selected array and what a function makes of it, as a test in the language
 * of the file, in a new editor.
 */
export async function extractTestCommand(lens: Lens, args: ArgumentObject | undefined): Promise<string | undefined> {
  const [piece] = await piecesOf(args, lens);
  const { array, document } = piece!;
  const chosen =
    args?.function === undefined
      ? await pickFunction(lens.lastCall?.function, () => undefined)
      : functionArgument(args);
  if (chosen === undefined) return undefined;
  const settings =
    args === undefined
      ? await askParameters(chosen, array.shape, () => undefined)
      : parametersArgument(chosen, args.params);
  if (settings === undefined) return undefined;
  const dtype = dtypeArgument(args?.dtype) ?? array.dtype;
  const call = callOf(chosen.id, settings, { dtype });
  const expected = run(call, array);
  const { text, languageId } = testSnippet(
    { name: chosen.id, input: array, expected, dtype },
    document?.languageId ?? 'python',
  );
  const untitled = await vscode.workspace.openTextDocument({ content: text, language: languageId });
  await vscode.window.showTextDocument(untitled, vscode.ViewColumn.Beside);
  return text;
}

function dtypeArgument(value: unknown): DType | undefined {
  if (value === undefined) return undefined;
  const found = dtypes.find((dtype) => dtype === value);
  if (found !== undefined) return found;
  throw new LensError('bad-arguments', vscode.l10n.t('"dtype" must be one of {0}.', dtypes.join(', ')));
}
