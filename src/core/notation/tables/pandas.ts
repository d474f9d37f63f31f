import { problem } from '../problems';
import type { Reader } from '../notation';
import { CellReader, filledLines, firstLine, lastLine, tableOf, words, type Cell, type Row } from './printedCells';
import { ArrayBuilder } from '../build/arrayBuilder';

const footer = /^(?:Name: .{0,200}, )?(?:Length: \d+, )?dtype: [\w[\]]{1,40}$/;
const size = /^\[\d{1,12} rows x \d{1,12} columns\]$/;

const short = (text: string, line: Cell): string => text.slice(line.start, Math.min(line.end, line.start + 300));

/** Whether a line stands for rows or columns that are left out. */
const leftOut = (row: Row, text: string): Cell | undefined =>
  row.find(
    ({ start, end }) => text.slice(start, Math.min(end, start + 4)) === '...' || text.slice(start, start + 2) === '..',
  );

/** What pandas prints for a Series or a DataFrame: the index, the header and the footer are no values. */
export const readPandas: Reader = (text, hint) => {
  const first = firstLine(text);
  const second = firstLine(text, first?.end);
  const last = lastLine(text);
  if (first === undefined || second === undefined || last === undefined) return undefined;
  const series = footer.test(short(text, last));
  const sized = size.test(short(text, last));
  if (!series && !sized && words(text, second).length !== words(text, first).length + 1) return undefined;
  const filled = filledLines(text);
  const printed = (series || sized ? filled.slice(0, -1) : filled).map((line) => words(text, line));
  const body = series ? printed : printed.slice(1);
  const [head] = printed;
  // every row of a frame has its index before as many values as the header has names
  const columns = series ? 1 : head!.length;
  const probe = new CellReader(text, new ArrayBuilder());
  if (!series && !sized && (body.length === 0 || body.some((row) => row.length !== columns + 1))) return undefined;
  // only a print with a footer leaves values out
  const hole = !series && !sized ? undefined : body.map((row) => leftOut(row, text)).find((one) => one !== undefined);
  if (hole !== undefined) return { ok: false, problems: [problem('truncated', hole.start, hole.end - hole.start)] };
  const rows = body.map((row) => row.slice(-columns));
  if (!series && rows.some((row) => row.length !== columns || row.some((one) => probe.number(one) === undefined))) {
    if (!sized) return undefined;
  }
  const shape = series ? [rows.length] : [rows.length, columns];
  return tableOf(text, rows, hint, { notation: 'pandas', strict: series || sized, shape });
};
