import * as vscode from 'vscode';
import { notations, type NotationId, type NumericArray } from '../../core/index';
import { LensError } from '../lensError';
import { write } from '../resultText';
import { writable } from '../writeLike';

/** Offers the notations with a sample of the array in each; undefined when the pick was left. */
export async function pickNotation(array: NumericArray, title: string): Promise<NotationId | undefined> {
  const sample = firstValues(array, 3);
  const items = writable.flatMap((id) => {
    const notation = notations.get(id)!;
    const description = sampleText(sample, notation.id);
    return description === undefined ? [] : [{ id: notation.id, label: notation.label, description }];
  });
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Notation'),
    matchOnDescription: true,
  });
  return picked?.id;
}

/** The first values as one line; undefined where a notation cannot hold them. */
function sampleText(sample: NumericArray, notation: NotationId): string | undefined {
  try {
    return write(sample, notation).replaceAll('\n', ' ').slice(0, 80);
  } catch (error) {
    if (error instanceof LensError) return undefined;
    throw error;
  }
}

function firstValues(array: NumericArray, count: number): NumericArray {
  const data = array.data.slice(0, count);
  return { data, shape: [data.length], dtype: array.dtype };
}
