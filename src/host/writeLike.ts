import { readArray, type NotationId, type NumericArray } from '../core/index';

const braces = new Set<NotationId>(['c', 'cpp', 'java', 'csharp', 'go', 'mathematica']);

/** Writes an array with each value in the place that its source has for it, or as nested brackets. */
export function writeLike(array: NumericArray, notation: NotationId, like?: string, digits?: number): string {
  const number = (x: number) => numberText(x, array, digits);
  const read = like === undefined ? undefined : readArray(like, { ranges: true });
  if (like !== undefined && read?.ok === true && read.ranges && sameShape(read.array, array)) {
    const parts: string[] = [];
    let from = 0;
    for (let i = 0; i < array.data.length; i++) {
      const old = like.slice(read.ranges.starts[i], read.ranges.ends[i]);
      const suffix = /[\d.](?:_?f(?:32|64)|[fFdD])$/.exec(old)?.[0].slice(1) ?? '';
      const value = number(array.data[i]!);
      const dot = suffix !== '' && Number.isInteger(array.data[i]) && !value.includes('e') ? '.0' : '';
      parts.push(like.slice(from, read.ranges.starts[i]), value, dot, suffix);
      from = read.ranges.ends[i]!;
    }
    return parts.join('') + like.slice(from);
  }
  const [open, close] = braces.has(notation) ? ['{', '}'] : ['[', ']'];
  let rows = Array.from(array.data, number);
  for (const length of [...array.shape].reverse()) {
    const next: string[] = [];
    for (let i = 0; i < rows.length; i += length) next.push(`${open}${rows.slice(i, i + length).join(', ')}${close}`);
    rows = next;
  }
  return rows[0] ?? `${open}${close}`;
}

function numberText(x: number, array: NumericArray, digits: number | undefined): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf';
  if (digits !== undefined) return String(Number(x.toPrecision(digits)));
  return array.dtype === 'float32' ? shortestFloat32(x) : Object.is(x, -0) ? '-0' : String(x);
}

/** The shortest text that reads back to the same float32. */
function shortestFloat32(x: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const text = String(Number(x.toPrecision(digits)));
    if (Math.fround(Number(text)) === Math.fround(x)) return text;
  }
  return String(x);
}

function sameShape(a: NumericArray, b: NumericArray): boolean {
  return a.shape.length === b.shape.length && a.shape.every((length, i) => length === b.shape[i]);
}
