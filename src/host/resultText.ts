import { writeArray, type NotationId, type NumericArray } from '../core/index';
import { setting } from './configuration';
import { LensError } from './lensError';
import type { Piece } from './selection/piece';

/** What JSON gets for NaN and infinities, which it has no words for. */
export type NonFinite = 'null' | 'string' | 'error';

/** A result in the notation of its source, one text for each of the piece's literals. */
export function resultTexts(piece: Piece, result: NumericArray, nonFinite: NonFinite): string[] {
  const { notation, literals, document } = piece;
  const source = (like: string) => ({ like, nonFinite, ...(document && { languageId: document.languageId }) });
  const [first, ...others] = literals;
  if (first === undefined) return [];
  if (others.length === 0) return [write(result, notation, source(first.text))];
  return literals.map((literal, i) =>
    write({ data: result.data.slice(i, i + 1), shape: [], dtype: result.dtype }, notation, source(literal.text)),
  );
}

/** A result as one text in the notation of its source. */
export function resultText(piece: Piece, result: NumericArray, nonFinite: NonFinite): string {
  const texts = resultTexts(piece, result, nonFinite);
  return texts.length === 1 ? texts[0]! : write(result, 'python', { nonFinite });
}

/** An array in a notation, in as many digits as the setting says. */
export function write(
  array: NumericArray,
  notation: NotationId,
  options: { readonly like?: string; readonly languageId?: string; readonly nonFinite: NonFinite },
): string {
  const digits = setting('result.digits');
  try {
    return writeArray(array, notation, { digits: digits > 0 ? digits : 'shortest', ...options });
  } catch (error) {
    if (error instanceof RangeError) throw new LensError('cannot-write', error.message);
    throw error;
  }
}
