import type { ReadHint, ReadResult } from '../notation';
import { CellReader } from './cells';
import type { Cell, Row } from './lines';
import { tableOf, type TableOptions } from './tableOf';

/**
 * Rows of cells whose columns of words name the rows, and whose head names the columns. A column that has a number in
 * any row is one of values.
 */
export function labelledTable(
  text: string,
  rows: readonly Row[],
  head: Row | undefined,
  hint: ReadHint,
  options: TableOptions,
): ReadResult | undefined {
  const reader = new CellReader(text, hint);
  const [words, numbers] = [new Set<number>(), new Set<number>()];
  for (const row of rows) {
    row.forEach(({ start, end }, column) => {
      const kind = reader.look(start, end);
      if (kind === 'wrong') words.add(column);
      else if (kind !== 'missing' && kind !== 'empty') numbers.add(column);
    });
  }
  const isLabel = (column: number): boolean => words.has(column) && !numbers.has(column);
  const columns = (rows[0] ?? []).map((_, column) => column);
  if (numbers.size === 0) return undefined;
  if (!columns.some(isLabel) && head === undefined) return tableOf(text, rows, hint, options);
  const textOf = ({ start, end }: Cell): string => text.slice(start, end);
  const values = rows.map((row) => row.filter((_, column) => !isLabel(column)));
  const names = columns.some(isLabel)
    ? rows.map((row) =>
        row
          .filter((_, column) => isLabel(column))
          .map(textOf)
          .join(', '),
      )
    : undefined;
  const header = head?.filter((_, column) => !isLabel(column)).map(textOf);
  const titles = header?.some((name) => name !== '') === true ? header : undefined;
  const flat = values.length === 1 ? [titles] : values.every((row) => row.length === 1) ? [names ?? titles] : undefined;
  return tableOf(text, values, hint, { ...options, labels: flat ?? [names, titles] });
}
