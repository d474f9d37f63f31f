import * as vscode from 'vscode';
import type { NotationId, NumericArray } from '../../core/index';
import { LensError } from '../lensError';
import type { NonFinite } from '../resultText';

/**
 * What to write for NaN and infinities: no question unless the notation is JSON and the array holds some.
 *
 * @param ask false for calls by programs, which are told instead
 * @returns undefined when the pick was left
 */
export async function pickNonFinite(
  arrays: readonly { readonly array: NumericArray; readonly notation: NotationId }[],
  ask: boolean,
): Promise<NonFinite | undefined> {
  const affected = arrays.some(({ array, notation }) => notation === 'json' && !array.data.every(Number.isFinite));
  if (!affected) return 'error';
  const reason = vscode.l10n.t('The result holds NaN or infinities, which JSON cannot write.');
  if (!ask) throw new LensError('json-non-finite', reason);
  const picked = await vscode.window.showQuickPick(
    [
      { choice: 'null' as const, label: 'null', description: vscode.l10n.t('valid JSON; the kind of value is lost') },
      { choice: 'string' as const, label: '"NaN", "Infinity"', description: vscode.l10n.t('valid JSON, as strings') },
    ],
    { title: reason, placeHolder: vscode.l10n.t('Write instead') },
  );
  return picked?.choice;
}
