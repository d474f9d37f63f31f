import type { NotationId, ReadHint, ReadResult, TextRange } from './notation';
import { problem } from './problems';
import { notationOfLanguage, notations } from './registry';
import { normalise } from './lexis/normalise';
import { readBracketed } from './brackets/readBracketed';

/** Notations without brackets that nearly any text of numbers fits: asked last. */
const last: ReadonlySet<NotationId> = new Set(['named', 'csv', 'tsv', 'plain']);

/**
 * Reads a text that is one array in any notation of the registry, with whatever stands round it: an assignment, a
 * declaration, a call, log text.
 *
 * Values are exactly what `Number(text)` gives, rounded to the dtype that the source implies. Never throws; takes
 * time proportional to the length of the text. What is no array of real numbers gives a failure whose problems tell
 * code, offset and length.
 *
 * @example readArray('x = np.array([[1, 2], [3, 4]])') // ok, shape [2, 2], notation 'numpy'
 */
export function readArray(text: string, hint: ReadHint = {}): ReadResult {
  const { plain, bytes } = normalise(text);
  if (plain.trim() === '') return { ok: false, problems: [problem('empty-text', 0, text.length)] };
  const language = notationOfLanguage(hint.languageId);
  const first = language === undefined ? undefined : notations.get(language)?.read?.(plain, hint);
  if (first?.ok === true) return first;
  const special = ask(plain, hint, false);
  if (special !== undefined) return special;
  const bracketed = readBracketed(plain, bytes, hint, language);
  if (bracketed.ok && bracketed.array.shape.length === 0 && isList(plain, language !== undefined)) {
    const list = ask(plain, hint, true);
    if (list?.ok === true && list.array.shape.length > 0) return list;
  }
  if (bracketed.ok && bracketed.array.shape.length === 0) {
    // `w1 = 0.3` on every line: one of them is not the whole
    const named = notations.get('named')!.read!(plain, hint);
    if (named?.ok === true) return named;
  }
  if (bracketed.ok && isTitle(plain, bracketed)) {
    const list = ask(plain, hint, true);
    if (list?.ok === true && list.array.data.length >= bracketed.array.data.length) return list;
  }
  // a table with something wrong in it is no single number
  if (bracketed.ok && bracketed.array.shape.length === 0 && first?.ok === false) return first;
  if (bracketed.ok || bracketed.problems[0]?.code !== 'no-array') return bracketed;
  return ask(plain, hint, true) ?? first ?? bracketed;
}

/** whether brackets on the first line stand above lines of numbers: `W[0]:`, `torch.Size([2, 3])` */
function isTitle(text: string, { start, end }: TextRange): boolean {
  const line = text.indexOf('\n', end);
  if (line < 0 || line > end + 20 || !/^[)\]}>:\s]*$/.test(text.slice(end, line))) return false;
  if (!/^\s*[-+]?\.?\d/.test(text.slice(line, line + 200))) return false;
  const before = text.slice(Math.max(0, start - 200), start).trimEnd();
  return (before !== '' || /\p{L}/u.test(text.charAt(start))) && !/[=,[{]$/.test(before);
}

/** whether what computes to one number may be a list: `0.5 -1`, and over two lines in every language */
function isList(text: string, known: boolean): boolean {
  return /^\s*[-+.\d]/.test(text) && (known ? /\n/ : /\s/).test(text.trim());
}

function ask(text: string, hint: ReadHint, general: boolean): ReadResult | undefined {
  for (const notation of notations.values()) {
    if (last.has(notation.id) !== general) continue;
    const result = notation.read?.(text, hint);
    if (result !== undefined) return result;
  }
  return undefined;
}
