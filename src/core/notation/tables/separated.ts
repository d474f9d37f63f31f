import type { TextRange } from '../notation';
import { isBlank } from './lines';

const quote = 34;

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
