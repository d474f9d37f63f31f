import type { NumericArray } from '../array/numericArray';
import type { Problem } from '../problem';
import type { NotationId, ReadHint, TextRange } from './notation';
import { notationOfLanguage } from './registry';
import { Source } from './brackets/source';
import { isOpener, type Blanks } from './lexis/trivia';
import { BracketReader } from './brackets/expression';
import { Candidates } from './brackets/candidates';
import { dialectOf } from './lexis/dialect';
import { afterLiteral } from './brackets/surroundings';
import { finishBracketed } from './brackets/describe';
import { readMethods } from './build/followedMethods';
import { normalise } from './lexis/normalise';

/** An array that a text gives a name: by assignment, as a member of a dictionary or an object, or by a label. */
export interface NamedArray {
  /** `W1` of `W1 = …`, of `network['W1'] = …`, of `{"W1": …}` and of `self.W1 = …`; empty where there is none */
  readonly name: string;
  /** the range of the target or key as it is written, e.g. of `network['W1']` */
  readonly target: TextRange;
  /** the range of the literal with its constructor call */
  readonly start: number;
  readonly end: number;
  /** undefined where the literal looks like an array and is wrong: `problems` tell why */
  readonly array: NumericArray | undefined;
  readonly notation: NotationId | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads every array of a text with its name, in the order of the text: Python and other assignments, entries of
 * dictionaries, `OrderedDict([('fc1.weight', tensor(…))])`, members of JSON objects at any depth. Brackets that hold
 * no numbers are passed over. Never throws; takes time proportional to the length of the text.
 *
 * @example readAssignments("net['W1'] = np.array([1, 2])")[0].name // 'W1'
 */
export function readAssignments(text: string, hint: ReadHint = {}): NamedArray[] {
  const { plain, bytes } = normalise(text);
  const dialect = dialectOf(notationOfLanguage(hint.languageId));
  const source = new Source(plain, bytes, hint, dialect);
  const blanks = source.blanks();
  const candidates = new Candidates(plain, plain.length, blanks, false, true);
  const found: NamedArray[] = [];
  // what was read in vain is read again, from the inside; this keeps hostile texts linear
  let budget = 4 * plain.length + 10_000;
  for (let p = 0; ;) {
    const candidate = candidates.next(p);
    if (candidate === undefined) return found;
    const { start, expression } = candidate;
    const [from, to] = candidate.name;
    const named = {
      name: bareName(plain.slice(from, to), plain.charAt(expression) === '{'),
      target: { start: from, end: to },
      start,
    };
    const reader = new BracketReader(source, bytes);
    reader.read(expression);
    if (!reader.failed) {
      p = Math.max(reader.end, expression + 1);
      // `network = {}` and `layers = []` begin a collection
      if (reader.builder.length === 0 && reader.notation === undefined) continue;
      const methods = readMethods(plain, reader.end, blanks, dialect);
      const around = afterLiteral(plain, reader, candidate, methods, blanks);
      const result = finishBracketed(plain, hint, dialect, reader, candidate, methods, around);
      const array = result.ok ? result.array : undefined;
      const notation = result.ok ? result.notation : undefined;
      found.push({ ...named, end: methods.end, array, notation, problems: result.problems });
      p = Math.max(p, methods.end);
      continue;
    }
    budget -= 100 + Math.max(expression, reader.end, reader.reached) - expression;
    if (reader.arrayLike || budget < 0) {
      found.push({ ...named, end: reader.end, array: undefined, notation: undefined, problems: reader.allProblems });
      p = Math.max(reader.end, expression + 1, reader.fatal ? behindGroup(plain, expression, blanks) : 0);
    } else p = candidates.enterFrom(expression);
  }
}

/** one past the bracket group at `p`, or the end of the text */
function behindGroup(text: string, p: number, blanks: Blanks): number {
  let q = p;
  while (q < text.length && !isOpener(text.charCodeAt(q))) q++;
  const end = q < text.length ? blanks.groupEnd(q) : -1;
  return end < 0 ? text.length : end;
}

/** The part of a target or key that names the array: `W1` of `network['W1']`, `fc1.weight` of `"fc1.weight"`. */
function bareName(target: string, braces: boolean): string {
  const key = /\[\s*(['"])(.*)\1\s*\]$/s.exec(target) ?? /^(['"`])(.*)\1$/s.exec(target);
  if (key !== null) return key[2]!;
  const plain = braces ? target.replace(/\[.*$/s, '') : target;
  return plain.replace(/^(?:self|this)\./, '').trim();
}
