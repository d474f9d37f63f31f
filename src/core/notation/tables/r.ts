import type { NotationId, Reader, ReadHint, ReadResult } from '../notation';
import { problem } from '../problems';
import { cell, filledLines, firstLine, words, type Cell, type Row } from './lines';
import { tableOf } from './tableOf';

const call = /(?:^|[=(,\s]|<-)(c|matrix|array)\(/;

/** Where the bracket that opens at `open` closes; -1 where it does not. Strings are passed over. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let p = open; p < text.length; p++) {
    const c = text.charCodeAt(p);
    if (c === 34 || c === 39) {
      p = text.indexOf(text.charAt(p), p + 1);
      if (p < 0) return -1;
    } else if (c === 35) {
      p = text.indexOf('\n', p);
      if (p < 0) return -1;
    } else if (c === 40) depth++;
    else if (c === 41 && --depth === 0) return p;
  }
  return -1;
}

/** Values between two places, parted by commas outside brackets; nested c(...) are taken apart. */
function values(text: string, start: number, end: number): Cell[] {
  const found: Cell[] = [];
  let from = start;
  for (let p = start; p <= end; p++) {
    const c = p === end ? 44 : text.charCodeAt(p);
    if (c === 35) {
      const stop = text.indexOf('\n', p);
      p = stop < 0 ? end - 1 : stop;
      continue;
    }
    // c( opens nothing new: R flattens
    if (c === 40) from = p + 1;
    if (c !== 44 && c !== 41) continue;
    let one = cell(text, from, p);
    while (one.start < one.end && text.charCodeAt(one.start) === 10) one = cell(text, one.start + 1, one.end);
    while (one.start < one.end && text.charCodeAt(one.end - 1) === 10) one = cell(text, one.start, one.end - 1);
    if (one.end > one.start) found.push(one);
    from = p + 1;
  }
  return found;
}

/** Numbers of R, where T is TRUE and 2L is an integer. */
function number(text: string, one: Cell): number | undefined {
  const word = one.end - one.start < 40 ? text.slice(one.start, one.end) : '';
  return word === 'T' ? 1 : word === 'F' ? 0 : undefined;
}

const option = (text: string, name: string): string | undefined =>
  new RegExp(`\\b${name}\\s{0,9}=\\s{0,9}(c\\([^()]{0,200}\\)|[^,()\\s]{1,40})`).exec(text)?.[1];

/** c(1, 2), matrix(c(1, 2, 3, 4), nrow = 2), array(c(...), dim = c(2, 3)): R fills by columns, byrow = TRUE by rows. */
export const readR: Reader = (text, hint) => readRPrint(text, hint) ?? readRCall(text, hint);

function readRCall(text: string, hint: ReadHint): ReadResult | undefined {
  const found = call.exec(text.length > 100_000 ? text.slice(0, 100_000) : text);
  if (found === null) return undefined;
  const name = found[1]!;
  const start = found.index + found[0].length - name.length - 1;
  const open = found.index + found[0].length - 1;
  const end = closing(text, open);
  // elsewhere array( and matrix( are NumPy's
  if (end < 0 && name !== 'c' && !text.includes('c(', open)) return undefined;
  if (end < 0) return { ok: false, problems: [problem('unclosed-bracket', open, 1, { bracket: '(' })] };
  const inner = name === 'c' ? start : text.indexOf('c(', open);
  if (inner < 0 || inner > end) return undefined;
  const innerEnd = name === 'c' ? end : closing(text, inner + 1);
  const cells = values(text, inner + 2, innerEnd);
  // elsewhere c() is a call like any other
  if (cells.length === 0 && hint.languageId !== 'r') return undefined;
  const rest = name === 'c' ? '' : text.slice(innerEnd + 1, Math.min(end, innerEnd + 2000));
  const shape = name === 'c' ? undefined : lengthsOf(rest, cells.length);
  const ordered =
    shape === undefined || option(rest, 'byrow')?.startsWith('T') === true ? cells : byColumns(cells, shape);
  const result = tableOf(text, [ordered], hint, {
    notation: 'r',
    strict: hint.languageId === 'r' || name !== 'c',
    shape,
    number: (one) => number(text, one),
  });
  return result?.ok === true ? { ...result, start, end: end + 1 } : result;
}

function lengthsOf(rest: string, count: number): number[] | undefined {
  const dim = option(rest, 'dim');
  if (dim !== undefined)
    return dim
      .replace(/^c\(|\)$/g, '')
      .split(',')
      .map((length) => parseInt(length, 10));
  const rows = parseInt(option(rest, 'nrow') ?? '', 10);
  const columns = parseInt(option(rest, 'ncol') ?? '', 10);
  if (Number.isNaN(rows)) return Number.isNaN(columns) ? [count, 1] : [count / columns, columns];
  return [rows, Number.isNaN(columns) ? count / rows : columns];
}

/** Cells that fill an array with the first index fastest, in the order of the last index fastest. */
function byColumns(cells: readonly Cell[], shape: readonly number[]): readonly Cell[] {
  const count = shape.reduce((product, length) => product * length, 1);
  if (count !== cells.length) return cells;
  return cells.map((_, flat) => {
    let rest = flat;
    let place = 0;
    let stride = count;
    for (let dimension = shape.length - 1; dimension >= 0; dimension--) {
      const length = shape[dimension]!;
      stride /= length;
      place += (rest % length) * stride;
      rest = Math.floor(rest / length);
    }
    return cells[place]!;
  });
}

// no index is 0, and `[1] * 3` is a list of Python
const vectorLine = /^\[[1-9]\d{0,8}\]\s(?!\s{0,9}\*)/;
const matrixHead = /^(?:\[,\d{1,9}\]\s*)+$/;
const matrixLine = /^\[\d{1,9},\]\s/;

/** What R prints: lines that begin with [1], or a matrix with [,1] above and [1,] before its rows. */
function readRPrint(text: string, hint: ReadHint): ReadResult | undefined {
  const begins = (line: Cell | undefined, pattern: RegExp, length: number): boolean =>
    line !== undefined && pattern.test(text.slice(line.start, Math.min(line.end, line.start + length)));
  const notation: NotationId = 'r';
  const options = { notation, strict: true, number: (one: Cell) => number(text, one) };
  const afterIndex = (line: Cell): Row => words(text, { start: text.indexOf(']', line.start) + 1, end: line.end });
  const first = firstLine(text);
  if (!begins(first, vectorLine, 14) && !begins(first, matrixHead, 4000)) return undefined;
  const filled = filledLines(text);
  if (filled.every((line) => begins(line, vectorLine, 14))) {
    return tableOf(text, [filled.flatMap(afterIndex)], hint, options);
  }
  if (!begins(first, matrixHead, 4000) || filled.length < 2) return undefined;
  if (!filled.every((line) => begins(line, matrixLine, 14) || begins(line, matrixHead, 4000))) return undefined;
  // a wide matrix is printed in blocks of columns
  const rows: Cell[][] = [];
  let row = 0;
  for (const line of filled) {
    if (begins(line, matrixHead, 4000)) row = 0;
    else {
      rows[row] = [...(rows[row] ?? []), ...afterIndex(line)];
      row++;
    }
  }
  const shape = [rows.length, rows[0]!.length];
  return tableOf(text, rows, hint, { ...options, shape });
}
