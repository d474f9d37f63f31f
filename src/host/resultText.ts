import type { NotationId, NumericArray } from '../core/index';
import { setting } from './configuration';
import type { Piece } from './selection/piece';
import { writeLike } from './writeLike';

/** A result in the notation of its source, one text for each of the piece's literals. */
export function resultTexts(piece: Piece, result: NumericArray): string[] {
  const [first, ...others] = piece.literals;
  if (first === undefined) return [];
  if (others.length === 0) return [write(result, piece.notation, first.text)];
  return piece.literals.map((literal, i) =>
    write({ data: result.data.slice(i, i + 1), shape: [], dtype: result.dtype }, piece.notation, literal.text),
  );
}

/** A result as one text in the notation of its source. */
export function resultText(piece: Piece, result: NumericArray): string {
  const texts = resultTexts(piece, result);
  return texts.length === 1 ? texts[0]! : write(result, 'python');
}

/** An array in a notation that somebody chose. */
export function write(array: NumericArray, notation: NotationId, like?: string): string {
  const digits = setting('result.digits');
  return writeLike(array, notation, like, digits > 0 ? digits : undefined);
}
