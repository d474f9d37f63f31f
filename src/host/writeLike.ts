import { readArray, type NotationId, type NumericArray } from '../core/index';

type Text = (x: number) => string;

/** How a notation writes an array that it has no source text for. */
type Writer = (array: NumericArray, text: Text) => string;

const nested =
  (open: string, close: string): Writer =>
  (array, text) =>
    nest(array, text, open, close);

/** The notations that can be written without a source to keep to. */
const writers: Partial<Record<NotationId, Writer>> = {
  python: nested('[', ']'),
  json: (array, text) => nest(array, (x) => (Number.isFinite(x) ? text(x) : 'null'), '[', ']'),
  javascript: (array, text) => nest(array, (x) => (Number.isFinite(x) ? text(x) : String(x)), '[', ']'),
  numpy: (array, text) =>
    `np.array(${nest(array, (x) => (Number.isFinite(x) ? text(x) : signed(x, 'np.')), '[', ']')}, dtype=np.${array.dtype})`,
  pytorch: (array, text) =>
    `torch.tensor(${nest(array, (x) => (Number.isFinite(x) ? text(x) : signed(x, 'torch.')), '[', ']')}, dtype=torch.${array.dtype})`,
  c: (array, text) => nest(array, (x) => cNumber(x, text, array.dtype === 'float32'), '{', '}'),
  matlab: (array, text) =>
    `[${rows(array, (x) => (Number.isFinite(x) ? text(x) : Number.isNaN(x) ? 'NaN' : signed(x, '').replace('inf', 'Inf')), ', ').join('; ')}]`,
  csv: (array, text) => rows(array, text, ',').join('\n'),
  tsv: (array, text) => rows(array, text, '\t').join('\n'),
  plain: (array, text) => rows(array, text, ' ').join('\n'),
};

/** Notations that `writeLike` can write without a source, in the order in which a pick offers them. */
export const writable = Object.keys(writers) as NotationId[];

/** Writes an array with each value in the place that its source has for it, else in the notation's usual way. */
export function writeLike(array: NumericArray, notation: NotationId, like?: string, digits?: number): string {
  const text: Text = (x) => numberText(x, array, digits);
  return fillIn(array, text, like) ?? (writers[notation] ?? nested('[', ']'))(array, text);
}

/** The source with its values replaced, where it has as many of them in the same shape. */
function fillIn(array: NumericArray, text: Text, like: string | undefined): string | undefined {
  const read = like === undefined ? undefined : readArray(like, { ranges: true });
  if (like === undefined || read?.ok !== true || read.ranges === undefined) return undefined;
  if (read.array.shape.join() !== array.shape.join()) return undefined;
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < array.data.length; i++) {
    const start = read.ranges.starts[i]!;
    const end = read.ranges.ends[i]!;
    const suffix = /[\d.](?:_?f(?:32|64)|[fFdD])$/.exec(like.slice(start, end))?.[0].slice(1) ?? '';
    const value = text(array.data[i]!);
    const point = suffix !== '' && /^-?\d+$/.test(value) ? '.0' : '';
    parts.push(like.slice(from, start), value, point, suffix);
    from = end;
  }
  return parts.join('') + like.slice(from);
}

function nest(array: NumericArray, text: Text, open: string, close: string): string {
  let parts = Array.from(array.data, text);
  for (const length of [...array.shape].reverse()) {
    const next: string[] = [];
    for (let i = 0; i < parts.length; i += length) next.push(`${open}${parts.slice(i, i + length).join(', ')}${close}`);
    parts = next;
  }
  return parts[0] ?? `${open}${close}`;
}

/** Rows along the last axis. */
function rows(array: NumericArray, text: Text, separator: string): string[] {
  const length = array.shape[array.shape.length - 1] ?? 1;
  const lines: string[] = [];
  for (let i = 0; i < array.data.length; i += length) {
    lines.push(Array.from(array.data.subarray(i, i + length), text).join(separator));
  }
  return lines;
}

function cNumber(x: number, text: Text, single: boolean): string {
  if (Number.isNaN(x)) return 'NAN';
  if (!Number.isFinite(x)) return signed(x, '').replace('inf', 'INFINITY');
  const value = text(x);
  const point = /^-?\d+$/.test(value) ? '.0' : '';
  return `${value}${point}${single ? 'f' : ''}`;
}

function signed(x: number, prefix: string): string {
  if (Number.isNaN(x)) return `${prefix}nan`;
  return x > 0 ? `${prefix}inf` : `-${prefix}inf`;
}

function numberText(x: number, array: NumericArray, digits: number | undefined): string {
  if (!Number.isFinite(x)) return signed(x, '');
  if (digits !== undefined) return String(Number(x.toPrecision(digits)));
  if (Object.is(x, -0)) return '-0.0';
  return array.dtype === 'float32' ? shortestFloat32(x) : String(x);
}

/** The shortest text that reads back to the same float32. */
function shortestFloat32(x: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const text = String(Number(x.toPrecision(digits)));
    if (Math.fround(Number(text)) === Math.fround(x)) return text;
  }
  return String(x);
}
