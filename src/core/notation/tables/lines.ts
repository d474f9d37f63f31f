import type { TextRange } from '../notation';

/** A part of the text without the blanks round it. */
export type Cell = TextRange;

/** A row of cells. */
export type Row = readonly Cell[];

export const isBlank = (c: number): boolean => c === 32 || c === 9 || c === 13;

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
