import * as vscode from 'vscode';
import { notations, type NotationId, type NumericArray } from '../../core/index';
import { LensError } from '../lensError';
import { write } from '../resultText';

/** Offers the notations with a sample of the array in each; undefined when the pick was left. */
export async function pickNotation(array: NumericArray, title: string): Promise<NotationId | undefined> {
  const sample = firstValues(array);
  const items = [...notations.values()].flatMap((notation) => {
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
    return write(sample, notation, { nonFinite: 'null' }).replaceAll('\n', ' ').slice(0, 80);
  } catch (error) {
    if (error instanceof LensError) return undefined;
    throw error;
  }
}

/** A corner of the array, with all of its dimensions: what a notation cannot hold is not offered. */
function firstValues(array: NumericArray): NumericArray {
  const shape = array.shape.map((length) => Math.min(length, 2));
  const count = shape.reduce((product, length) => product * length, 1);
  const data = Float64Array.from({ length: count }, (_, i) => {
    let at = 0;
    let stride = 1;
    let rest = i;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      at += (rest % shape[axis]!) * stride;
      rest = Math.floor(rest / shape[axis]!);
      stride *= array.shape[axis]!;
    }
    return array.data[at]!;
  });
  return { data, shape, dtype: array.dtype };
}
