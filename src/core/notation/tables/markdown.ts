import type { Finder, Reader } from '../notation';
import { labelledTable } from './labelledTable';
import { cell, filledLines, firstLine, type Cell } from './lines';

const BAR = 124;

/** Cells of a line between bars; bars at either end part nothing. */
function cells(text: string, line: Cell): Cell[] {
  const found: Cell[] = [];
  let start = text.charCodeAt(line.start) === BAR ? line.start + 1 : line.start;
  for (let p = start; p <= line.end; p++) {
    if (p < line.end && text.charCodeAt(p) !== BAR) continue;
    if (p < line.end || p > start) found.push(cell(text, start, p));
    start = p + 1;
  }
  return found;
}

const isRule = (text: string, line: Cell): boolean =>
  line.end - line.start < 10_000 &&
  /^[|:\s-]+$/.test(text.slice(line.start, line.end)) &&
  text.slice(line.start, line.end).includes('--');

const hasBar = (text: string, { start, end }: Cell): boolean => text.slice(start, end).includes('|');

/** Rows of a table without its head: `| 1 | 2 |`. */
const isRow = (text: string, { start, end }: Cell): boolean =>
  end > start + 1 && text.charCodeAt(start) === BAR && text.charCodeAt(end - 1) === BAR;

/** A Markdown table: the head above the rule names the columns, columns of words name the rows. */
export const readMarkdown: Reader = (text, hint) => {
  const head = firstLine(text);
  if (head === undefined || !hasBar(text, head)) return undefined;
  const rule = firstLine(text, head.end);
  if (rule === undefined || !isRule(text, rule)) {
    if (!isRow(text, head)) return undefined;
    const filled = filledLines(text);
    if (!filled.every((line) => isRow(text, line))) return undefined;
    const rows = filled.map((line) => cells(text, line));
    return labelledTable(text, rows, undefined, hint, { notation: 'markdown', strict: false });
  }
  const rows = filledLines(text)
    .slice(2)
    .map((line) => cells(text, line));
  if (rows.length === 0) return undefined;
  return labelledTable(text, rows, cells(text, head), hint, { notation: 'markdown', strict: true });
};

/** The table round an offset: neighbouring lines that hold bars. */
export const findMarkdown: Finder = (text, offset) => {
  const lineOf = (p: number): Cell => {
    const start = p <= 0 ? 0 : text.lastIndexOf('\n', p - 1) + 1;
    const end = text.indexOf('\n', p);
    return { start, end: end < 0 ? text.length : end };
  };
  const here = lineOf(offset);
  if (!hasBar(text, here)) return undefined;
  let { start, end } = here;
  while (start > 0) {
    const above = lineOf(start - 1);
    if (!hasBar(text, above)) break;
    start = above.start;
  }
  while (end < text.length) {
    const below = lineOf(end + 1);
    if (!hasBar(text, below)) break;
    end = below.end;
  }
  return { start, end };
};
