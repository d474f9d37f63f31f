import type { Problem } from '../../problem';
import { Source } from './source';
import type { NotationId, ReadFailure, ReadHint, ReadResult } from '../notation';
import { problem } from '../problems';
import { afterLiteral } from './surroundings';
import { closerOf, isOpener, type Blanks } from '../lexis/trivia';
import { asciiBytes } from '../lexis/asciiBytes';
import { BracketReader } from './expression';
import type { Candidate } from './candidates';
import { Candidates } from './candidates';
import type { Dialect } from '../lexis/dialect';
import { comment, dialectOf } from '../lexis/dialect';
import { finishBracketed } from './describe';
import { noMethods, readMethods } from '../build/followedMethods';

/** What stands at a candidate: an array, or what is wrong with it. */
interface Reading {
  readonly reader: BracketReader;
  readonly candidate: Candidate;
}

/**
 * Reads the one array of a text in any notation with brackets, whatever surrounds it. Of several bracket groups that
 * of numbers counts (`[INFO] logits: [2.3, -0.4]`); two arrays are a problem.
 *
 * @param text normalised
 * @param bytes the same text as bytes, where it is ASCII
 * @param language the notation of the document's language
 */
export function readBracketed(
  text: string,
  bytes: Uint8Array | undefined,
  hint: ReadHint,
  language: NotationId | undefined,
): ReadResult {
  const dialect = dialectOf(language);
  const result = readWith(text, bytes, hint, dialect);
  if (result.ok) return result;
  // what was selected may itself be in a comment, `# [0.1, 0.2]`, or behind a prompt, `>>> [0.1, 0.2]`
  const inner = withoutMargin(text);
  if (inner === undefined) return result;
  const bare = readWith(inner, asciiBytes(inner), hint, { ...dialect, comments: comment.none });
  return bare.ok ? bare : result;
}

/** marks of comments and prompts that may begin every line of a text, with what may begin the lines behind the first */
const margins: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^[ \t]*(#+|\/\/+!?|%+|--+|!+|;+|\*|\/\*+|>>>)(?=[ \t([{]|$)/,
    /^[ \t]*(#+|\/\/+!?|%+|--+|!+|;+|\*\/?|\.\.\.)(?=[ \t)\]}]|\*\/|$)/,
  ],
  [/^(In \[\d{1,6}\]:)/, /^([ \t]*\.\.\.:)/],
];

/** The text with blanks for the mark that begins each line; undefined where a line has none. */
function withoutMargin(text: string): string | undefined {
  const start = text.length - text.trimStart().length;
  const margin = margins.find(([first]) => first.test(text.slice(start, start + 40)));
  if (margin === undefined) return undefined;
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const inner: string[] = [];
  for (const [i, line] of lines.entries()) {
    const mark = line.trim() === '' ? undefined : (i === first ? margin[0] : margin[1]).exec(line)?.[0];
    if (mark === undefined && line.trim() !== '') return undefined;
    inner.push(' '.repeat(mark?.length ?? 0) + line.slice(mark?.length ?? 0));
  }
  return inner.join('\n');
}

function readWith(text: string, bytes: Uint8Array | undefined, hint: ReadHint, dialect: Dialect): ReadResult {
  const source = new Source(text, bytes, hint, dialect);
  for (const indexed of [false, true]) {
    const result = readOne(source, indexed);
    if (result !== undefined) return result;
  }
  const scalar = readScalar(source);
  if (scalar !== undefined) return scalar;
  return failure(problem('no-array', 0, text.length));
}

function failure(...problems: Problem[]): ReadFailure {
  return { ok: false, problems };
}

function readOne(source: Source, indexed: boolean): ReadResult | undefined {
  const { text, hint, dialect } = source;
  const blanks = source.blanks();
  const candidates = new Candidates(text, text.length, blanks, indexed);
  let found: Reading | undefined;
  let wrong: Reading | undefined;
  for (let p = 0; ;) {
    const candidate = candidates.next(p);
    if (candidate === undefined) break;
    if (found?.reader.notation !== undefined && candidate.start === found.reader.end && text[candidate.start] === '[') {
      break; // an index
    }
    const reader = new BracketReader(source, source.bytes);
    reader.read(candidate.expression);
    if (!reader.failed) {
      // beside an array a single number is a figure of a log, `loss=tensor(0.3)`
      const single = isSingle(reader);
      if (found !== undefined && single === isSingle(found.reader)) {
        const several = problem('several-arrays', candidate.start, reader.end - candidate.start);
        return readRows(source, found.candidate) ?? failure(several);
      }
      if (found === undefined || !single) found = { reader, candidate };
      p = Math.max(readMethods(text, reader.end, blanks, dialect).end, candidate.expression + 1);
      continue;
    }
    // log text is full of brackets without numbers: only what looks like an array counts as one that is wrong
    if (wrong === undefined || (!wrong.reader.arrayLike && reader.arrayLike)) wrong = { reader, candidate };
    const stop = reader.fatal ? groupStop(text, candidate.expression, blanks) : 0;
    p = Math.max(reader.end, candidate.expression + 1, stop);
  }
  const stray = candidates.strayCloser;
  if (stray >= 0 && (found === undefined || stray < found.candidate.start)) {
    const headless = readHeadless(source, stray);
    if (found === undefined && wrong === undefined) return headless;
    if (headless?.ok === true) return failure(problem('unexpected-closer', stray, 1, { bracket: text.charAt(stray) }));
  }
  if (wrong !== undefined && (found === undefined || wrong.reader.arrayLike))
    return failure(...wrong.reader.allProblems);
  if (found === undefined) return undefined;
  const methods = readMethods(text, found.reader.end, blanks, dialect);
  const problems = afterLiteral(text, found.reader, found.candidate, methods, blanks);
  return finishBracketed(text, hint, dialect, found.reader, found.candidate, methods, problems);
}

const isSingle = (reader: BracketReader): boolean => reader.builder.length === 1 && reader.builder.shape().length === 0;

/** one past the bracket group in which reading failed */
function groupStop(text: string, p: number, blanks: Blanks): number {
  let q = p;
  while (q < text.length && !isOpener(text.charCodeAt(q))) q++;
  const end = q < text.length ? blanks.groupEnd(q) : -1;
  return end < 0 ? text.length : end;
}

/** A selection that lacks its first bracket: `1, 2, 3]`. */
function readHeadless(source: Source, stray: number): ReadResult | undefined {
  const { text, hint, dialect } = source;
  const reader = new BracketReader(source, undefined, stray);
  const start = text.slice(0, stray).search(/[-+.\d]/);
  if (start < 0) return undefined;
  reader.read(start, text.charCodeAt(stray));
  if (reader.failed) return undefined;
  const candidate: Candidate = { start, expression: start, name: [0, 0] };
  return finishBracketed(text, hint, dialect, reader, candidate, noMethods(reader.end), []);
}

/** Rows cut out of a matrix, whose bracket or comma behind tells so: `[1, 2], [3, 4]]`. */
function readRows(source: Source, first: Candidate): ReadResult | undefined {
  const { text, hint, dialect } = source;
  if (!/[,\])}]\s*$/.test(text.slice(-100)) || text.slice(0, first.start).trim() !== '') return undefined;
  const reader = new BracketReader(source, undefined);
  reader.read(first.start, closerOf(text.charCodeAt(first.expression)));
  if (reader.failed || (reader.unended && !/,\s*$/.test(text.slice(-100)))) return undefined;
  if (!/^[\s,;)\]}]*$/.test(text.slice(reader.end, reader.end + 1000))) return undefined;
  const candidate: Candidate = { start: first.start, expression: first.start, name: [0, 0] };
  return finishBracketed(text, hint, dialect, reader, candidate, noMethods(reader.end), []);
}

/** A text that is one number, perhaps computed or assigned. */
function readScalar(source: Source): ReadResult | undefined {
  const { text, hint, dialect } = source;
  const blanks = source.blanks();
  const equals = text.length > 1000 ? -1 : text.lastIndexOf('=');
  const start = blanks.skip(equals + 1);
  if (start >= text.length) return undefined;
  const reader = new BracketReader(source, undefined);
  reader.read(start);
  if (reader.builder.depth > 0 || reader.fatal) return undefined;
  const rest = blanks.skip(reader.end);
  if (rest < text.length && !/^[;,]?\s*$/.test(text.slice(rest, rest + 100))) return undefined;
  if (reader.failed) return failure(...reader.allProblems);
  if (reader.builder.length !== 1) return undefined;
  const candidate: Candidate = { start, expression: start, name: [0, 0] };
  return finishBracketed(text, hint, dialect, reader, candidate, noMethods(reader.end), []);
}
