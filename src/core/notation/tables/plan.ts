import type { Problem } from '../../problem';
import type { TextRange } from '../notation';
import { problem, quoted } from '../problems';
import type { CellKind, CellReader } from './cells';
import { eachCell, nextLine } from './separated';

/** What a column holds: values, names of the rows, or a count of the rows. */
export type Role = 'value' | 'label' | 'index';

/** How a table is laid out, worked out from its first lines. */
export interface Plan {
  /** the first row */
  readonly line: TextRange;
  readonly roles: readonly Role[];
  /** names of the columns of values */
  readonly header: readonly string[] | undefined;
  /** every line ends with a separator, which parts nothing */
  readonly trailing: boolean;
  readonly warnings: readonly Problem[];
}

interface Line extends TextRange {
  readonly kinds: readonly CellKind[];
  readonly cells: readonly TextRange[];
  readonly words: boolean;
  readonly numbers: number;
}

/** lines that are looked at before it is known what the text is, and the most of each */
const [sampled, longest] = [32, 20_000];
const rule = /^[-=+|_*~#: \t]+$/;
/** what no name of a row holds: then this is code */
const code = /[()=[\]{}<>;]/;
const indexName = /^(?:|unnamed: ?0|index|idx|#)$/i;

const isNumber = (kind: CellKind): boolean => kind === 'number' || kind === 'malformed' || kind === 'boolean';

/**
 * Tells titles, header, rows and columns apart by what their cells are: a title is words, whatever the number of its
 * words. Undefined where these are no rows of numbers.
 */
export function planOf(reader: CellReader, separator: number, sure: boolean): Plan | undefined {
  const lines = sample(reader, separator);
  const pure = lines.findIndex((line) => !line.words && line.numbers > 0);
  let body = pure;
  if (pure > 0 && !lines.slice(0, pure).every((line) => isTitle(line, separator))) body = -1;
  if (body < 0) body = lines.findIndex((line) => line.numbers > 0);
  if (body < 0) return undefined;
  const rows = lines.slice(body);
  const first = rows[0]!;
  const titles = lines.slice(0, body);
  let roles = rolesOf(rows);
  if (!roles.includes('value')) return undefined;
  if (!sure && !isTable(reader.text, rows, roles, separator)) return undefined;
  const head = titles.filter((line) => !isRule(reader.text, line)).at(-1);
  const header = head !== undefined && isHeader(reader.text, head, first) ? head : undefined;
  if (!sure && separator !== 0 && titles.some((line) => line !== header && line.cells.length > 1)) return undefined;
  const warnings: Problem[] = [];
  for (const line of titles) {
    const count = line === header ? 0 : numbersIn(reader.text, line.start, line.end);
    if (count > 0) warnings.push(leftOut(reader.text, line.start, line.end, count));
  }
  let names = header === undefined ? undefined : textsOf(reader.text, header);
  let start = body;
  if (names !== undefined && indexName.test(names[0]!) && roles[0] === 'value' && counts(reader, rows, undefined)) {
    roles = ['index', ...roles.slice(1)];
  } else if (header === undefined && isNumberedHeader(reader, rows)) {
    // DataFrame.to_csv where neither rows nor columns have names
    warnings.push(leftOut(reader.text, first.start, first.end, first.numbers));
    roles = ['index', ...roles.slice(1)];
    start++;
    names = textsOf(reader.text, first);
  }
  const line = lines[start];
  if (line === undefined || !roles.includes('value')) return undefined;
  return {
    line,
    roles,
    header: names?.filter((_, column) => roles[column] === 'value'),
    trailing:
      endsWith(reader.text, line, separator) && rows.slice(1, 3).every((row) => endsWith(reader.text, row, separator)),
    warnings,
  };
}

function sample(reader: CellReader, separator: number): Line[] {
  const found: Line[] = [];
  let line = nextLine(reader.text, 0);
  for (let left = 10 * longest; line !== undefined && found.length < sampled && left > 0;) {
    const kinds: CellKind[] = [];
    const cells: TextRange[] = [];
    const stop = Math.min(line.end, line.start + longest);
    left -= stop - line.start;
    eachCell(reader.text, line.start, stop, separator, (from, to) => {
      kinds.push(reader.look(from, to));
      cells.push({ start: reader.start, end: reader.end });
    });
    // the last of a line that was cut may be half a number
    if (stop < line.end && kinds.length > 1) kinds.pop();
    found.push({ ...line, kinds, cells, words: kinds.includes('wrong'), numbers: kinds.filter(isNumber).length });
    line = nextLine(reader.text, line.end + 1);
  }
  return found;
}

/** A line of words above the numbers; between blanks it may count something: `layer 1 weights`. */
function isTitle({ words, kinds, cells, numbers }: Line, separator: number): boolean {
  if (!words) return false;
  return numbers === 0 || (separator === 0 ? kinds[0] === 'wrong' : cells.length === 1);
}

const isRule = (text: string, { start, end }: Line): boolean => end - start < 2000 && rule.test(text.slice(start, end));

/** As many names as the rows have cells, and no sentence that ends with a colon. */
function isHeader(text: string, line: Line, { cells }: Line): boolean {
  return (
    line.numbers === 0 &&
    line.cells.length === cells.length &&
    !text.slice(line.start, line.end).trimEnd().endsWith(':')
  );
}

function rolesOf(rows: readonly Line[]): Role[] {
  return rows[0]!.kinds.map((_, column) => {
    const kinds = rows.map((row) => row.kinds[column]);
    const number = kinds.some((kind) => kind !== undefined && isNumber(kind));
    return !number && kinds.includes('wrong') ? 'label' : 'value';
  });
}

/** Where the language does not say that this is a table: whether it looks like one all the same. */
function isTable(text: string, rows: readonly Line[], roles: readonly Role[], separator: number): boolean {
  const first = rows[0]!;
  const labels = roles.filter((role) => role === 'label').length;
  if (labels === 0) return !first.words;
  if (rows.length < 2 || rows.some((row) => row.kinds.length !== roles.length)) return false;
  if (rows.some((row) => row.kinds.some((kind, k) => kind === 'wrong' && roles[k] === 'value'))) return false;
  const named = rows.flatMap((row) => row.cells.filter((_, k) => roles[k] === 'label'));
  if (named.some(({ start, end }) => end - start > 200 || code.test(text.slice(start, end)))) return false;
  if (separator !== 0) return true;
  return labels === 1 && (roles[0] === 'label' || roles.at(-1) === 'label');
}

const textsOf = (text: string, { cells }: Line): string[] => cells.map(({ start, end }) => text.slice(start, end));

/** Whether the first cells count the rows up by one, from a given number on. */
function counts(reader: CellReader, rows: readonly Line[], from: number | undefined): boolean {
  let expected = from;
  for (const { cells } of rows) {
    const { start, end } = cells[0]!;
    const text = reader.text.slice(start, end);
    if (!/^\d{1,9}$/.test(text) || (expected !== undefined && Number(text) !== expected)) return false;
    expected = Number(text) + 1;
  }
  return true;
}

function isNumberedHeader(reader: CellReader, rows: readonly Line[]): boolean {
  const [first, ...others] = rows;
  if (first?.kinds[0] !== 'empty' || others.length === 0) return false;
  return textsOf(reader.text, first).every((name, k) => k === 0 || name === String(k - 1)) && counts(reader, others, 0);
}

function endsWith(text: string, { start, end }: TextRange, separator: number): boolean {
  let last = end;
  while (last > start && (text.charCodeAt(last - 1) === 32 || text.charCodeAt(last - 1) === 13)) last--;
  return separator !== 0 && text.charCodeAt(last - 1) === separator;
}

const anyNumber = /(?<![\w.])\d+\.?\d*(?:e[-+]?\d+)?/gi;

/** How many numbers a line of words holds, whatever brackets and colons touch them. */
export function numbersIn(text: string, start: number, end: number): number {
  return text.slice(start, Math.min(end, start + longest)).match(anyNumber)?.length ?? 0;
}

function leftOut(text: string, start: number, end: number, count: number): Problem {
  return problem('numbers-left-out', start, end - start, { count, text: quoted(text, start, end) });
}
