import type { Problem } from '../../problem';
import type { Reader, TextRange } from '../notation';
import { problem, quoted } from '../problems';
import { CellReader } from './cells';
import { cell, filledLines, firstLine } from './lines';

/** a number that stands by itself, perhaps a percentage: no part of a word, a time, a date or a version */
const number =
  /(?<![\w.:/\-)\]])[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?|nan|inf|infinity)%?(?![\w:/]|\.\d|-\d|\s*->)/gi;
const lead =
  /^(?:\d{1,4}[-/]\d{1,2}[-/]\d{1,4}[T ]?)?(?:\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,9})?Z?)?\s*(?:->|\||\])?\s*/;
const blockOnly = /[[{}\]"'`;]|\w\(\w/;
const longest = 2000;

interface Named {
  readonly name: string;
  readonly value: TextRange;
}

/** `name = 0.3`, `loss: 0.25, acc=0.5`: each number behind a name with `=` or `:`; undefined where the line has else. */
function assigned(text: string, line: TextRange): Named[] | undefined {
  const part = /\s*([^=:,\s][^=:,]{0,80}?)\s{0,20}[=:]\s{0,20}([-+]?[\w.+-]{1,40}%?)(?=[\s,]|$)\s*,?/y;
  const found: Named[] = [];
  const source = text.slice(line.start, line.end);
  for (part.lastIndex = 0; part.lastIndex < source.length;) {
    const match = part.exec(source);
    if (match === null) return undefined;
    const end = line.start + part.lastIndex;
    const at =
      source.indexOf(match[2]!, part.lastIndex - match[0].length + match[0].lastIndexOf(match[2]!)) + line.start;
    found.push({ name: match[1]!.trim(), value: { start: at, end: Math.min(end, at + match[2]!.length) } });
  }
  return found;
}

/** `0.9878: 209 Labrador retriever`: the number first, its name behind a colon. */
function numberFirst(text: string, line: TextRange): Named[] | undefined {
  const source = text.slice(line.start, line.end);
  const match = /^([-+]?\d*\.\d+(?:e[-+]?\d+)?%?)\s{0,20}[:\t]\s{0,20}(\S.*\p{L}.*)$/iu.exec(source);
  if (match === null) return undefined;
  return [{ name: match[2]!, value: { start: line.start, end: line.start + match[1]!.length } }];
}

/** `golden retriever 0.02`, `logit 1.5, exp() 4.48`: words, then a number, again and again. */
function spoken(text: string, line: TextRange): Named[] | undefined {
  const source = text.slice(line.start, line.end);
  const found: Named[] = [];
  let from = 0;
  for (const match of source.matchAll(number)) {
    const name = source.slice(from, match.index).replace(/^[\s,;|]+|[\s=:(]+$/g, '');
    if (!/\p{L}/u.test(name)) return undefined;
    found.push({ name, value: { start: line.start + match.index, end: line.start + match.index + match[0].length } });
    from = match.index + match[0].length;
  }
  return found.length === 0 || /\p{L}/u.test(source.slice(from)) ? undefined : found;
}

/** What stands before the message of a line of a log or a serial monitor: date, time, an arrow. */
function message(text: string, { start, end }: TextRange): TextRange {
  const head = lead.exec(text.slice(start, Math.min(end, start + 60)));
  return cell(text, start + (head?.[0].length ?? 0), end);
}

/**
 * Numbers that have names on lines of their own: `w1 = 0.3`, `0: 0.53`, `loss=0.25 acc=0.5`, `LABEL 1 = 0.25` of a
 * serial monitor, `0.98: 209 Labrador retriever`. One name a line makes one dimension; the same names on every line
 * are the columns of a matrix.
 */
export const readNamedLines: Reader = (text, hint) => {
  const first = firstLine(text);
  if (first === undefined || first.end - first.start > longest) return undefined;
  const begin = message(text, first);
  const opening = text.slice(begin.start, begin.end);
  if (blockOnly.test(opening) || !/\d|nan|inf/i.test(opening)) return undefined;
  const way = [assigned, numberFirst, spoken].find((one) => one(text, begin) !== undefined);
  if (way === undefined) return undefined;
  const filled = filledLines(text);
  if (filled.length === 1 && way !== assigned) return undefined;
  const rows: Named[][] = [];
  const reader = new CellReader(text, hint);
  for (const whole of filled) {
    const line = message(text, whole);
    if (line.end === line.start) continue;
    const row = whole.end - whole.start > longest ? undefined : way(text, line);
    if (row === undefined || row.some(({ value }) => reader.look(value.start, value.end) !== 'number'))
      return undefined;
    rows.push(row);
  }
  const named = rows.flat();
  // one alone is a list only under a class's number: `0: 0.53`
  if (named.length === 0 || (named.length === 1 && !/^\d+$/.test(named[0]!.name))) return undefined;
  const names = rows[0]!.map(({ name }) => name);
  const same =
    rows.length > 1 &&
    rows.every((row) => row.length === names.length && row.every(({ name }, k) => name === names[k]));
  if (way === spoken && rows.length > 1 && !same && rows.some((row) => row.length !== 1)) return undefined;
  const { builder } = reader;
  builder.open(named[0]!.value.start);
  for (const { value } of named) reader.cell(value.start, value.end);
  const end = named.at(-1)!.value.end;
  builder.close(end);
  if (same && names.length > 1) {
    builder.reshape([rows.length, names.length]);
    builder.labels = [undefined, names];
  } else builder.labels = [same ? undefined : named.map(({ name }) => name)];
  const start = named[0]!.value.start;
  const repeated = same ? [] : doubled(named);
  return reader.finish('named', 'float64', start, end, repeated);
};

/** A name that comes twice is most often a print that was repeated: told, since which of both is meant is not known. */
function doubled(named: readonly Named[]): Problem[] {
  const seen = new Set<string>();
  for (const { name, value } of named) {
    if (seen.has(name)) {
      const words = quoted(name, 0, name.length);
      return [problem('repeated-name', value.start, value.end - value.start, { name: words })];
    }
    seen.add(name);
  }
  return [];
}
