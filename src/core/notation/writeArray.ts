import type { DType, NumericArray } from '../array/numericArray';
import { NumberWriter } from '../format/numberWriter';
import { shortest, withDigits } from '../format/shortest';
import type { NotationId } from './notation';
import { notations } from './registry';
import { writeLike } from './write/like';
import { literal, type Style } from './write/style';
import { layouts, styles } from './write/styles';

export interface WriteOptions {
  /** significant digits; 'shortest' (the default): as few as read back to the same number of the array's dtype */
  readonly digits?: number | 'shortest';
  /** a source text whose wrapper, dtype argument, suffixes, line breaks, alignment and indentation are kept */
  readonly like?: string;
  /** VS Code's id of the language that `like` is written in */
  readonly languageId?: string;
  /** what JSON, which has neither NaN nor infinities, gets for them; 'error' (the default) throws */
  readonly nonFinite?: 'null' | 'string' | 'error';
}

/**
 * Writes an array in a notation, so that reading the text again gives the same numbers.
 *
 * @throws RangeError for an unknown notation or bad digits, for more dimensions than the notation has, and for NaN or
 * infinities in JSON unless `nonFinite` says what to write
 * @example writeArray(numericArray([0.5, -1]), 'numpy') // 'np.array([0.5, -1.0])'
 */
export function writeArray(array: NumericArray, notation: NotationId, options: WriteOptions = {}): string {
  if (!notations.has(notation)) {
    throw new RangeError(`writeArray requires a notation out of ${[...notations.keys()].join(', ')}, got ${notation}`);
  }
  const { digits = 'shortest', like } = options;
  if (digits !== 'shortest' && !(Number.isInteger(digits) && digits >= 1 && digits <= 17)) {
    throw new RangeError(`writeArray requires digits from 1 to 17 or 'shortest', got ${String(digits)}`);
  }
  const style = styles[notation];
  if (notation === 'json') checkJson(array, options.nonFinite ?? 'error');
  const text = (x: number, dtype: DType): string => numberText(x, dtype, style, options);
  if (like !== undefined) {
    const written = writeLike(array, notation, like, text, options.languageId);
    if (written !== undefined) return written;
  }
  if (array.shape.length > style.dimensions) {
    throw new RangeError(
      `writeArray: ${notations.get(notation)!.label} holds at most ${style.dimensions} dimensions, got ${array.shape.length}`,
    );
  }
  const own = (x: number): string => text(x, array.dtype);
  const laidOut = layouts[notation]?.(array, own);
  if (laidOut !== undefined) return laidOut;
  const plain = digits === 'shortest' && array.dtype === 'float64' && style.number === undefined;
  const body = literal(array, style, own, plain ? new NumberWriter(style.point) : undefined);
  return style.wrap === undefined || array.shape.length === 0 ? body : style.wrap(body, array);
}

function checkJson(array: NumericArray, nonFinite: 'null' | 'string' | 'error'): void {
  const { data } = array;
  for (let at = 0; nonFinite === 'error' && at < data.length; at++) {
    if (Number.isFinite(data[at])) continue;
    throw new RangeError(
      `writeArray: JSON has no ${String(data[at])} (index ${at}): choose nonFinite 'null' or 'string', or another notation`,
    );
  }
}

function numberText(x: number, dtype: DType, style: Style, { digits = 'shortest', nonFinite }: WriteOptions): string {
  if (!Number.isFinite(x)) {
    const word = Number.isNaN(x) ? style.nan : x > 0 ? style.infinity : style.negativeInfinity;
    return nonFinite === 'string' && word === 'null' ? JSON.stringify(String(x)) : word;
  }
  const plain = digits === 'shortest' ? shortest(x, dtype) : withDigits(x, digits);
  const bare = style.point && !/[.e]/.test(plain) ? `${plain}.0` : plain;
  return style.number === undefined ? bare : style.number(bare, dtype);
}
