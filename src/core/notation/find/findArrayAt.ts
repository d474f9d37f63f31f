import type { ReadHint, TextRange } from '../notation';
import { notationOfLanguage, notations } from '../registry';
import { readArray } from '../readArray';
import { BackwardWalk, type Opening } from './backwardWalk';
import { Blanks, groupEnd, isCloser, isNamePart, isOpener, nameEnd } from '../lexis/trivia';
import { dialectOf, type Dialect } from '../lexis/dialect';
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
    const openings = new BackwardWalk(text, blanks, dialect).around(from).filter(({ start }) => start <= offset);
    const found = readable(text, offset, openings, blanks, dialect, hint);
    if (found !== undefined) return found;
  }
  for (const notation of notations.values()) {
    const found = notation.find?.(text, offset);
    if (found !== undefined) return found;
  }
  return numberLines(text, offset);
}

/** literals larger than this are taken as they are: reading them to find them would take as long again */
const maximumTried = 1_000_000;
/** of the outermost and of the innermost brackets */
const maximumTries = 6;

/**
 * The outermost of the literals round the offset that can be read. A constructor inside is an array of its own,
 * unless a constructor stands round it too: of `[np.array([1]), np.array([2])]` the one that the offset is in. Where
 * none can be read, the outermost, so that its problem is told.
 */
function readable(
  text: string,
  offset: number,
  openings: readonly Opening[],
  blanks: Blanks,
  dialect: Dialect,
  hint: ReadHint,
): TextRange | undefined {
  const constructor = openings.findIndex((one) => one.constructs);
  let first: TextRange | undefined;
  let budget = 4 * maximumTried;
  const inside = openings.slice(Math.max(0, constructor));
  // few, so that the time does not grow with the depth of the nesting
  const tried =
    inside.length <= 2 * maximumTries ? inside : [...inside.slice(0, maximumTries), ...inside.slice(-maximumTries)];
  for (const { opener, start } of tried) {
    const end = literalEnd(text, opener, offset, blanks);
    if (end < offset) continue;
    const whole = tensorflow(text, start, end);
    const range = { start: whole.start, end: readMethods(text, whole.end, blanks, dialect).end };
    const length = range.end - range.start;
    if (length > maximumTried || openings.length === 1) return range;
    first ??= range;
    budget -= length;
    if (budget < 0) break;
    const result = readArray(text.slice(range.start, range.end), hint);
    if (result.ok && result.array.shape.length > 0) return range;
    // values that are missing or wrong are for the whole to tell
    if (!result.ok && !inward.has(result.problems.find((one) => one.severity === 'error')!.code)) break;
  }
  return first;
}

/** Problems of brackets that hold several things, each of which may be an array. */
const inward: ReadonlySet<string> = new Set(
  'mixed-depth ragged string unknown-name unknown-call array-expression missing unexpected-text several-arrays no-array missing-separator complex bad-shape'.split(
    ' ',
  ),
);

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
