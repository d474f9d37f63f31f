import type { ReadHint, TextRange } from '../notation';
import { notationOfLanguage, notations } from '../registry';
import { BackwardWalk } from './backwardWalk';
import { Blanks, groupEnd, isCloser, isNamePart, isOpener, nameEnd } from '../lexis/trivia';
import { dialectOf } from '../lexis/dialect';
import { readMethods } from '../build/followedMethods';
import { numberLines } from './numberLines';

/**
 * Finds the outermost array literal round an offset: with its constructor call (`np.array([1, 2], dtype=…)`), so that
 * the dtype is read and a replacement replaces the whole, but without assignment, object or unknown call round it.
 * Brackets in strings and comments are skipped. Where there is no bracket, the block of lines of numbers counts.
 *
 * It reads no more of the text than the literal and what stands just before it; whether it is a good array is for
 * `readArray` to say. Answers undefined where there is none; a single number is none.
 *
 * @example findArrayAt('x = [1, 2] + y', 6) // { start: 4, end: 10 }
 */
export function findArrayAt(text: string, offset: number, hint: ReadHint = {}): TextRange | undefined {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return undefined;
  const language = notationOfLanguage(hint.languageId);
  const own = language === undefined ? undefined : notations.get(language)?.find?.(text, offset);
  if (own !== undefined) return own;
  const dialect = dialectOf(language);
  const blanks = new Blanks(text, text.length, dialect.comments, dialect.matrix === 'matlab');
  for (const from of startingPoints(text, offset)) {
    const walk = new BackwardWalk(text, blanks, dialect);
    const opening = walk.outermost(from);
    if (opening === undefined || opening.start > offset) continue;
    const end = literalEnd(text, opening.opener, offset, blanks);
    if (end < offset) continue;
    const whole = tensorflow(text, opening.start, end);
    return { start: whole.start, end: readMethods(text, whole.end, blanks, dialect).end };
  }
  for (const notation of notations.values()) {
    const found = notation.find?.(text, offset);
    if (found !== undefined) return found;
  }
  return numberLines(text, offset);
}

/** The offset itself; else just inside a bracket that it touches, or behind a constructor's name that it is on. */
function* startingPoints(text: string, offset: number): Generator<number> {
  yield offset;
  if (isCloser(text.charCodeAt(offset - 1))) yield offset - 1;
  if (isOpener(text.charCodeAt(offset))) yield offset + 1;
  if (isNamePart(text.charCodeAt(offset))) {
    const end = nameEnd(text, offset, Math.min(text.length, offset + 100));
    if (isOpener(text.charCodeAt(end))) yield end + 1;
  }
}

/** One past the bracket group; one that is never closed ends at the next empty line. */
function literalEnd(text: string, opener: number, offset: number, blanks: Blanks): number {
  const end = groupEnd(text, opener, text.length, blanks);
  if (end >= 0) return end;
  const gap = text.slice(offset, offset + 100_000).search(/\n[ \t\r]{0,80}\n/);
  const stop = gap < 0 ? Math.min(text.length, offset + 100_000) : offset + gap;
  return Math.max(offset, opener + text.slice(opener, stop).trimEnd().length);
}

/** `<tf.Tensor: shape=(2,), dtype=float32, numpy=array(…)>` round the array belongs to it. */
function tensorflow(text: string, start: number, end: number): TextRange {
  const from = Math.max(0, start - 400);
  const head = /<tf\.(?:Tensor|Variable)[^<>]{0,380}numpy=\s{0,20}$/.exec(text.slice(from, start));
  if (head === null) return { start, end };
  const tail = /^\s{0,20}>/.exec(text.slice(end, end + 21));
  return { start: from + head.index, end: end + (tail === null ? 0 : tail[0].length) };
}
