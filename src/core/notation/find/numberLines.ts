import type { TextRange } from '../notation';

/** a line of numbers, separated by blanks, commas, semicolons, bars or tabs */
const line = /^[\s|]*[-+]?(?:\d|\.\d|nan\b|inf\b)[\s\d.,;|eE+\-"nainfNAINF]*$/;
const two = /[\d.][\s,;|]+[-+"]?[.\dniNI]/;

/** The block of lines of numbers round an offset: undefined where the line has other text or one number stands alone. */
export function numberLines(text: string, offset: number): TextRange | undefined {
  const from = lineStart(text, offset);
  let [start, end] = [from, lineEnd(text, from)];
  if (!isNumbers(text, start, end)) return undefined;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (!isNumbers(text, above, start - 1)) break;
    start = above;
  }
  while (end < text.length) {
    const below = lineEnd(text, end + 1);
    if (!isNumbers(text, end + 1, below)) break;
    end = below;
  }
  if (text.charCodeAt(end - 1) === 13 && offset < end) end--;
  return end - start < 1000 && !two.test(text.slice(start, end)) ? undefined : { start, end };
}

/** the beginning of the line on which the place `p` is; a line break belongs to the line it ends */
function lineStart(text: string, p: number): number {
  return p <= 0 ? 0 : text.lastIndexOf('\n', p - 1) + 1;
}

function lineEnd(text: string, p: number): number {
  const end = text.indexOf('\n', p);
  return end < 0 ? text.length : end;
}

function isNumbers(text: string, start: number, end: number): boolean {
  return end > start && line.test(text.slice(start, end));
}
