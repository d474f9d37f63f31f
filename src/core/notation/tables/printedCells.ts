import type { DType } from '../../array/numericArray';
import type { NotationId, ReadHint, ReadResult } from '../notation';
import { finish } from '../build/finish';
import { problem, quoted } from '../problems';
import type { Problem } from '../../problem';
import { ArrayBuilder } from '../build/arrayBuilder';
import { constantValue } from '../lexis/words';
import { NumberScanner, type NumberStyle } from '../lexis/number';

/** A part of the text without the blanks round it. */
export interface Cell {
  readonly start: number;
  readonly end: number;
}

const isBlank = (c: number): boolean => c === 32 || c === 9 || c === 13;
const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** The cell between two places, blanks taken off. */
export function cell(text: string, start: number, end: number): Cell {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** The first line from a place on that is not empty. */
export function firstLine(text: string, from = 0): Cell | undefined {
  for (let start = from; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = cell(text, start, end);
    if (line.end > line.start) return line;
    start = end + 1;
  }
  return undefined;
}

/** The last line that is not empty. */
export function lastLine(text: string): Cell | undefined {
  for (let end = text.length; end > 0;) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = cell(text, start, end);
    if (line.end > line.start) return line;
    end = start - 1;
  }
  return undefined;
}

/** Lines that are not empty, in order. A notation is told by its first or last line, before all are looked for. */
export function filledLines(text: string): Cell[] {
  const found: Cell[] = [];
  for (let line = firstLine(text); line !== undefined; line = firstLine(text, line.end)) found.push(line);
  return found;
}

/** Cells parted by runs of blanks. */
export function words(text: string, { start, end }: Cell): Cell[] {
  const found: Cell[] = [];
  for (let p = start; p < end;) {
    while (p < end && isBlank(text.charCodeAt(p))) p++;
    const from = p;
    while (p < end && !isBlank(text.charCodeAt(p))) p++;
    if (p > from) found.push({ start: from, end: p });
  }
  return found;
}

/** Words that tables use where a value is missing. */
const missingWords = new Set(['na', 'n/a', '<na>', 'null', 'none', '--', '']);

export const isMissing = (text: string, { start, end }: Cell): boolean =>
  end - start < 6 && missingWords.has(text.slice(start, end).toLowerCase());

/** Longest number or name that a cell may hold. */
const longest = 400;

/** Reads cells as numbers, and counts the digits that they show. */
export class CellReader {
  private readonly scanner: NumberScanner;

  constructor(
    private readonly text: string,
    readonly builder: ArrayBuilder,
    style: NumberStyle = {},
  ) {
    this.scanner = new NumberScanner(text, style);
  }

  /** The cell's number: decimal text or a name such as nan or -Inf; undefined where it is neither. */
  number({ start, end }: Cell): number | undefined {
    if (end - start > longest || start >= end) return undefined;
    const sign = this.text.charCodeAt(start);
    const from = sign === 45 || sign === 43 ? start + 1 : start;
    const c = this.text.charCodeAt(from);
    let value: number | undefined;
    if (isDigit(c) || (c === 46 && isDigit(this.text.charCodeAt(from + 1)))) {
      this.scanner.scan(from);
      if (this.scanner.trouble !== '' || this.scanner.end !== end) return undefined;
      this.builder.digits(this.scanner.decimals, this.scanner.significant);
      value = this.scanner.value;
    } else value = constantValue(this.text.slice(from, end));
    return value === undefined || sign !== 45 ? value : -value;
  }
}

/** A row of cells; `at` is where it stands, for problems. */
export type Row = readonly Cell[];

interface TableOptions {
  readonly notation: NotationId;
  readonly dtype?: DType;
  readonly style?: NumberStyle;
  readonly problems?: readonly Problem[];
  readonly factor?: number | undefined;
  /** lengths that the text itself tells, e.g. in a footer */
  readonly shape?: readonly number[] | undefined;
  /** a cell that is no number fails the reading; else the text is not in this notation */
  readonly strict: boolean;
  readonly number?: (reader: CellReader, cell: Cell) => number | undefined;
}

/**
 * Rows of cells as an array: one row or one column is one dimension, all else two. Undefined where a cell is no number
 * and the notation is not certain.
 */
export function tableOf(
  text: string,
  rows: readonly Row[],
  hint: ReadHint,
  options: TableOptions,
): ReadResult | undefined {
  const builder = new ArrayBuilder(hint.ranges);
  const reader = new CellReader(text, builder, options.style);
  const problems: Problem[] = [...(options.problems ?? [])];
  let missing = 0;
  const first = rows[0]?.[0]?.start ?? 0;
  const last = rows[rows.length - 1]?.at(-1)?.end ?? 0;
  builder.open(first);
  for (const row of rows) {
    builder.open(row[0]?.start ?? first);
    for (const one of row) {
      let value = options.number === undefined ? reader.number(one) : options.number(reader, one);
      if (value === undefined && isMissing(text, one)) {
        if (hint.missing !== 'nan') {
          const name = quoted(text, one.start, one.end);
          problems.push(problem(name === '' ? 'missing-value' : 'missing', one.start, one.end - one.start, { name }));
          return options.strict || name !== '' ? { ok: false, problems } : undefined;
        }
        missing++;
        value = NaN;
      }
      if (value === undefined) {
        if (!options.strict) return undefined;
        const words = quoted(text, one.start, one.end);
        return {
          ok: false,
          problems: [...problems, problem('unexpected-text', one.start, one.end - one.start, { text: words })],
        };
      }
      // an empty cell stands where its separator does
      const from = one.end > one.start ? one.start : Math.max(0, one.start - 1);
      builder.value(value, from, Math.max(one.end, from + 1));
    }
    builder.close(row[row.length - 1]?.end ?? first);
  }
  builder.close(last);
  if (missing > 0) problems.push(problem('missing-as-nan', first, last - first, { count: missing }));
  const { factor, shape } = options;
  if (factor !== undefined) {
    builder.multiply(factor);
    problems.push(problem('scale-applied', first, last - first, { factor }));
  }
  if (builder.problem === undefined) reshape(builder, rows, shape, problems, last);
  return finish(builder, options.notation, options.dtype ?? 'float64', first, last, problems, hint);
}

function reshape(
  builder: ArrayBuilder,
  rows: readonly Row[],
  shape: readonly number[] | undefined,
  problems: Problem[],
  end: number,
): void {
  if (shape !== undefined) {
    const count = shape.reduce((product, length) => product * length, 1);
    if (count === builder.length) builder.reshape(shape);
    else problems.push(problem('bad-shape', 0, end, { shape: shape.join(', '), count: builder.length }));
  } else if (rows.length === 1 || rows.every((row) => row.length === 1)) builder.reshape([builder.length]);
}
