import type { NotationId, ReadHint, ReadResult, TextRange } from '../notation';
import { problem } from '../problems';
import { CellReader, type CellKind } from './cells';

const quote = 34;
const isBlank = (c: number): boolean => c === 32 || c === 9 || c === 13;

/** Calls `visit` for each cell of a line; quotes round a cell are left out, and guard separators. */
export function eachCell(
  text: string,
  start: number,
  end: number,
  separator: number,
  visit: (start: number, end: number) => void,
): void {
  let p = start;
  while (p <= end) {
    while (p < end && isBlank(text.charCodeAt(p)) && text.charCodeAt(p) !== separator) p++;
    if (separator === 0 && p === end) return;
    if (text.charCodeAt(p) === quote && p < end) {
      let close = text.indexOf('"', p + 1);
      if (close < 0 || close >= end) close = end;
      let q = close + 1;
      while (q < end && isBlank(text.charCodeAt(q)) && text.charCodeAt(q) !== separator) q++;
      const whole = close < end && (q >= end || separator === 0 || text.charCodeAt(q) === separator);
      if (whole) {
        visit(p + 1, close);
        if (q >= end) return;
        p = separator === 0 ? q : q + 1;
        continue;
      }
    }
    const from = p;
    if (separator === 0) while (p < end && !isBlank(text.charCodeAt(p))) p++;
    else while (p < end && text.charCodeAt(p) !== separator) p++;
    visit(from, p);
    p++;
  }
}

/** The next line that has something on it and is no comment, from `p` on. */
export function nextLine(text: string, p: number): TextRange | undefined {
  for (let start = p; start < text.length;) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    let first = start;
    while (first < end && isBlank(text.charCodeAt(first))) first++;
    if (first < end && text.charCodeAt(first) !== 35) {
      let last = end;
      while (text.charCodeAt(last - 1) === 13) last--;
      return { start, end: last };
    }
    start = end + 1;
  }
  return undefined;
}

/** The kinds of the first cells of a line. */
function kindsOf(reader: CellReader, line: TextRange, separator: number): CellKind[] {
  const kinds: CellKind[] = [];
  eachCell(reader.text, line.start, Math.min(line.end, line.start + 20_000), separator, (start, end) => {
    kinds.push(reader.look(start, end));
  });
  return kinds;
}

const isNumber = (kind: CellKind): boolean => kind === 'number' || kind === 'malformed';
const isNumeric = (kind: CellKind): boolean => kind !== 'wrong';

/**
 * Reads rows of cells, one line each. A first row of names is a header: left out, with a warning.
 *
 * @param text with decimal points
 * @param separator the character between cells; 0: blanks
 * @param sure the language says that the text is such a table: then a text among the numbers is a problem, where it
 * else means that this is no table
 * @returns undefined where the first lines are no rows of numbers
 */
export function readSeparated(
  text: string,
  hint: ReadHint,
  notation: NotationId,
  separator: number,
  sure: boolean,
): ReadResult | undefined {
  const reader = new CellReader(text, hint);
  let line = nextLine(text, 0);
  if (line === undefined) return undefined;
  const first = kindsOf(reader, line, separator);
  const below = nextLine(text, line.end + 1);
  const second = below === undefined ? [] : kindsOf(reader, below, separator);
  const warnings = [];
  const names = first.filter((kind) => kind === 'wrong').length;
  const numbers = second.filter(isNumber).length;
  if (names > 0 && below !== undefined && first.length === second.length && !first.some(isNumber)) {
    if (numbers === 0 || (!sure && numbers * 2 < second.length)) return undefined;
    if (!sure && !second.every(isNumeric) && second.length < 3) return undefined;
    warnings.push(problem('header-skipped', line.start, line.end - line.start, { count: first.length }));
    line = below;
  } else if (names > 0) {
    const table = first.length > 2 && first.length === second.length && names * 2 < first.length;
    if (!sure && !table) return undefined;
  }
  const { start } = line;
  if (!first.some(isNumber) && numbers === 0) return undefined;
  let end = start;
  const { builder } = reader;
  let trailing: boolean | undefined;
  builder.open(start);
  for (; line !== undefined && !reader.full; line = nextLine(text, end + 1)) {
    end = line.end;
    let last = end;
    while (last > line.start && (text.charCodeAt(last - 1) === 32 || text.charCodeAt(last - 1) === 13)) last--;
    const separated = separator !== 0 && text.charCodeAt(last - 1) === separator;
    trailing ??= separated;
    builder.open(line.start);
    eachCell(text, line.start, separated && trailing ? last - 1 : last, separator, (from, to) => {
      reader.cell(from, to);
    });
    builder.close(end);
    if (builder.problem !== undefined) break;
  }
  builder.close(end);
  reader.flatten();
  return reader.finish(notation, 'float64', start, end, warnings);
}

/** How often a character stands on the first lines of a text, outside quotes. */
export function countOnFirstLine(text: string, line: TextRange, character: number): number {
  let count = 0;
  let inQuotes = false;
  const end = Math.min(line.end, line.start + 20_000);
  for (let p = line.start; p < end; p++) {
    const c = text.charCodeAt(p);
    if (c === quote) inQuotes = !inQuotes;
    else if (c === character && !inQuotes) count++;
  }
  return count;
}
