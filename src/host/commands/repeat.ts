import * as vscode from 'vscode';
import { LensError } from '../lensError';
import { outputArgument, type ArgumentObject, type Output } from './arguments';
import { evaluateCommand } from './evaluate';
import type { Piece } from '../selection/piece';
import type { Last, Lens } from './lens';
import { oneOrAll, piecesOf } from './pieces';

/** "Repeat Last Evaluation": the last call on the present selection. */
export async function repeatCommand(lens: Lens, args: ArgumentObject | undefined): Promise<unknown> {
  const { last } = lens;
  if (last === undefined) {
    throw new LensError('no-last', vscode.l10n.t('Nothing was evaluated yet. Run "Evaluate Selection…" first.'));
  }
  const pieces = await piecesOf(args, lens);
  return oneOrAll(await lens.evaluate(last.call, pieces, outputArgument(args ?? {}), args === undefined));
}

/**
 * "Replace Selection with Result", "Insert Result Below": the last call on the present selection, put into the
 * text. With a function in the arguments, or nothing to repeat, as "Evaluate Selection…" with that output.
 */
export async function editCommand(lens: Lens, args: ArgumentObject | undefined, output: Output): Promise<unknown> {
  const { last } = lens;
  if (last === undefined || args?.function !== undefined) return evaluateCommand(lens, args, output);
  return oneOrAll(await lens.evaluate(last.call, await selectedOr(lens, last, args), output, args === undefined));
}

/** The selection; where it holds no array, the array of the last evaluation if its text is still as it was. */
async function selectedOr(lens: Lens, last: Last, args: ArgumentObject | undefined): Promise<readonly Piece[]> {
  try {
    return await piecesOf(args, lens);
  } catch (error) {
    const stands = last.pieces.every(
      ({ document, source }) => document?.isClosed === false && document.version === source?.version,
    );
    if (error instanceof LensError && args === undefined && stands) return last.pieces;
    throw error;
  }
}

/** "Copy Result", "Open Result in New Editor": the last result as it is. */
export async function deliverCommand(lens: Lens, args: ArgumentObject | undefined, output: Output): Promise<unknown> {
  const { last } = lens;
  if (last === undefined || args?.function !== undefined || args?.text !== undefined) {
    return editCommand(lens, args, output);
  }
  await lens.deliver(last, output, args === undefined);
  return oneOrAll(last.outcomes);
}
