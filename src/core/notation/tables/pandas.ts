import type { Reader } from '../notation';
import { problem, quoted } from '../problems';
import { CellReader } from './cells';
import { filledLines, firstLine, lastLine, words, type Cell, type Row } from './lines';
import { tableOf } from './tableOf';

const footer = /^(?:Name: .{0,200}, )?(?:Length: \d+, )?dtype: [\w[\]]{1,40}$/;
const size = /^\[\d{1,12} rows x \d{1,12} columns\]$/;
/** an index is a count, a name or a date: never a decimal */
const decimal = /^[-+]?\d*\.\d*(?:e[-+]?\d+)?$/i;

const short = (text: string, line: Cell): string => text.slice(line.start, Math.min(line.end, line.start + 300));

/** Whether a line stands for rows or columns that are left out. */
const leftOut = (row: Row, text: string): Cell | undefined =>
  row.find(
    ({ start, end }) => text.slice(start, Math.min(end, start + 4)) === '...' || text.slice(start, start + 2) === '..',
  );

/** Whether names end where the cells below them do, as prints set them; the first line may have lost its blanks. */
function isAligned(text: string, head: Row, row: Row): boolean {
  const column = ({ end }: Cell): number => end - text.lastIndexOf('\n', end - 1);
  const shift = column(row.at(-1)!) - column(head.at(-1)!);
  return head.every((name, k) => {
    const one = row[row.length - head.length + k]!;
    return column(one) - column(name) === shift;
  });
}

/** What pandas prints for a Series or a DataFrame: index and header are labels, the footer is no value. */
export const readPandas: Reader = (text, hint) => {
  const first = firstLine(text);
  const second = firstLine(text, first?.end);
  const last = lastLine(text);
  if (first === undefined || second === undefined || last === undefined) return undefined;
  const series = footer.test(short(text, last));
  const sized = size.test(short(text, last));
  if (!series && !sized) {
    const [head, row] = [words(text, first), words(text, second)];
    if (row.length !== head.length + 1 || decimal.test(short(text, row[0]!)) || !isAligned(text, head, row))
      return undefined;
  }
  const filled = filledLines(text);
  const printed = (series || sized ? filled.slice(0, -1) : filled).map((line) => words(text, line));
  const body = series ? printed : printed.slice(1);
  const [head] = printed;
  // every row of a frame has its index before as many values as the header has names
  const columns = series ? 1 : (head?.length ?? 0);
  if (!series && !sized && (body.length === 0 || body.some((row) => row.length !== columns + 1))) return undefined;
  // only a print with a footer leaves values out
  const hole = !series && !sized ? undefined : body.map((row) => leftOut(row, text)).find((one) => one !== undefined);
  if (hole !== undefined) return { ok: false, problems: [problem('truncated', hole.start, hole.end - hole.start)] };
  const rows = body.map((row) => row.slice(-columns));
  const shape = series ? [rows.length] : [rows.length, columns];
  const texts = (row: Row): string[] => row.map(({ start, end }) => text.slice(start, end));
  const index = body.map((row) => texts(row.slice(0, -columns)).join(' '));
  const counted = index.every((name, i) => name === String(i));
  const problems = index.every((name) => name === '' || /[^\d.]/.test(name))
    ? []
    : [indexLeftOut(text, body, columns, hint)];
  const names = [counted ? undefined : index, ...(series ? [] : [texts(head!)])];
  return tableOf(text, rows, hint, { notation: 'pandas', strict: series || sized, shape, labels: names, problems });
};

/** The warning that the numbers of the index are none of the array. */
function indexLeftOut(text: string, body: readonly Row[], columns: number, hint: Parameters<Reader>[1]) {
  const reader = new CellReader(text, hint);
  const cells = body.flatMap((row) => row.slice(0, -columns));
  const count = cells.filter(({ start, end }) => reader.look(start, end) === 'number').length;
  const [start, end] = [cells[0]!.start, cells.at(-1)!.end];
  return problem('numbers-left-out', start, end - start, { count, text: quoted(text, start, end) });
}
