import * as vscode from 'vscode';
import { notations, type NotationId, type NumericArray } from '../../core/index';
import { LensError } from '../lensError';
import { pickNonFinite } from '../picks/pickNonFinite';
import { pickNotation } from '../picks/pickNotation';
import { write } from '../resultText';
import type { ArgumentObject } from './arguments';
import type { Lens } from './lens';
import { piecesOf } from './pieces';
import { editCommand } from './repeat';

/** "Copy Result As…": the last results in a notation of one's choice. */
export async function copyResultAsCommand(lens: Lens, args: ArgumentObject | undefined): Promise<string | undefined> {
  if (lens.last === undefined || args?.function !== undefined) await editCommand(lens, args, 'none');
  if (lens.last === undefined) return undefined;
  return copyAs(
    lens.last.outcomes.map((outcome) => outcome.result),
    args,
    vscode.l10n.t('Copy Result As'),
  );
}

/** "Copy Selection As…": conversion alone, say from a PyTorch print to a C initialiser. */
export async function copySelectionAsCommand(
  lens: Lens,
  args: ArgumentObject | undefined,
): Promise<string | undefined> {
  return copyAs(
    (await piecesOf(args, lens)).map((piece) => piece.array),
    args,
    vscode.l10n.t('Copy Selection As'),
  );
}

async function copyAs(
  arrays: readonly NumericArray[],
  args: ArgumentObject | undefined,
  title: string,
): Promise<string | undefined> {
  const notation =
    args?.notation === undefined ? await pickNotation(arrays[0]!, title) : notationArgument(args.notation);
  if (notation === undefined) return undefined;
  const nonFinite = await pickNonFinite(
    arrays.map((array) => ({ array, notation })),
    args === undefined,
  );
  if (nonFinite === undefined) return undefined;
  const text = arrays.map((array) => write(array, notation, { nonFinite })).join('\n');
  await vscode.env.clipboard.writeText(text);
  return text;
}

function notationArgument(value: unknown): NotationId {
  for (const id of notations.keys()) if (id === value) return id;
  throw new LensError(
    'unknown-notation',
    vscode.l10n.t('"notation" must be one of {0}.', [...notations.keys()].join(', ')),
  );
}
