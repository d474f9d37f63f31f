import type { Problem } from '../../problem';
import { problem } from '../problems';
import type { Blanks } from '../lexis/trivia';
import { isCloser, isDigit, isNameStart, isOpener } from '../lexis/trivia';
import type { BracketReader } from './expression';
import type { Candidate } from './candidates';
import type { Methods } from '../build/followedMethods';

/**
 * Problems of the text right round a literal: arithmetic with the array and methods that change it are never left out
 * silently, since the values would be others.
 */
export function afterLiteral(
  text: string,
  reader: BracketReader,
  candidate: Candidate,
  methods: Methods,
  blanks: Blanks,
): Problem[] {
  if (methods.problem !== undefined) return [methods.problem];
  const { end } = methods;
  const c = text.charCodeAt(end);
  if (c === 46 && isNameStart(text.charCodeAt(end + 1))) return [];
  if (c === 39 && isCloser(text.charCodeAt(end - 1)) && text.charCodeAt(candidate.start - 1) !== 39) {
    return [problem('array-expression', end, 1, { text: "'" })]; // a transpose
  }
  if (c === 91 && reader.notation !== undefined) return [problem('array-expression', end, 1, { text: '[' })];
  const q = blanks.skip(end);
  const operator = text.charCodeAt(q);
  if (blanks.newline) return [];
  const behind = text.charCodeAt(blanks.skip(q + 1));
  // behind an array a log goes on with `- loss: 0.3`
  const operand = isDigit(behind) || isOpener(behind) || (isNameStart(behind) && operator !== 45);
  if ((operator === 42 || operator === 47 || operator === 43 || operator === 45 || operator === 64) && operand) {
    return [problem('array-expression', q, 1, { text: text.charAt(q) })];
  }
  return before(text, candidate);
}

function before(text: string, candidate: Candidate): Problem[] {
  const { start } = candidate;
  let p = start - 1;
  const adjacent = text.charCodeAt(p) !== 32;
  while (text.charCodeAt(p) === 32) p--;
  const sign = text.charCodeAt(p);
  if (sign !== 42 && sign !== 47 && sign !== 43 && sign !== 45 && sign !== 64) return [];
  let left = p - 1;
  while (text.charCodeAt(left) === 32) left--;
  const operand = isDigit(text.charCodeAt(left)) || text.charAt(left) === ')' || text.charAt(left) === ']';
  const negated = sign === 45 && adjacent && !isNameStart(text.charCodeAt(p - 1)) && text.charCodeAt(p - 1) !== 45;
  return operand || negated ? [problem('array-expression', p, 1, { text: text.charAt(p) })] : [];
}
