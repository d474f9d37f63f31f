import { dtypes, type DType, type NumericArray } from '../../array/numericArray';
import type { NotationId, ReadSuccess } from '../notation';
import { readArray } from '../readArray';
import { literal } from './style';
import { styles } from './styles';

/** Brackets that may open and close an array in some notation. */
const OPENERS = '[{(';
const CLOSERS = ']})';

type TextOf = (x: number, dtype: DType) => string;

/**
 * An array in the clothes of a source text: same wrapper, dtype argument, suffixes, line breaks and indentation. With
 * the source's shape, number for number stands where a number stood; otherwise the wrapper is kept and the rows are
 * laid out anew. Undefined where the source is no array of this notation.
 */
export function writeLike(
  array: NumericArray,
  notation: NotationId,
  like: string,
  text: TextOf,
  languageId: string | undefined,
): string | undefined {
  const read = readArray(like, { ranges: true, missing: 'nan', ...(languageId === undefined ? {} : { languageId }) });
  if (!read.ok || read.ranges === undefined || read.notation !== notation) return undefined;
  if (read.ranges.starts.length === 0) return undefined;
  // a text that means float32 holds no more than that, whatever the array was computed in
  const dtype = dtypes.indexOf(array.dtype) > dtypes.indexOf(read.array.dtype) ? array.dtype : read.array.dtype;
  const own = (x: number): string => text(x, dtype);
  const same =
    array.shape.length === read.array.shape.length && array.shape.every((length, i) => length === read.array.shape[i]);
  return same ? inPlace(array, like, read, own) : rewrapped(array, notation, like, read, own);
}

/** A number of the source with a suffix of letters, as in 1.5f, 2.0_f32, 3L. */
const suffixOf = (token: string): string =>
  /^[-+]?(?:\d[\d_']*\.?\d*|\.\d+)(?:e[-+]?\d+)?(_?[a-zA-Z]\w*)$/i.exec(token.slice(-40))?.[1] ?? '';

function inPlace(array: NumericArray, like: string, read: ReadSuccess, text: (x: number) => string): string {
  const { starts, ends } = read.ranges!;
  // by place in the text, which is not the array's order where the source fills by columns
  const order = Array.from(starts, (_, i) => i).sort((a, b) => starts[a]! - starts[b]!);
  const suffix = suffixOf(like.slice(starts[order[0]!], ends[order[0]!]));
  const written = order.map((i) => {
    const plain = text(array.data[i]!);
    return suffix !== '' && /\d$/.test(plain) && !plain.endsWith(suffix) && !/^\d/.test(suffix)
      ? plain + suffix
      : plain;
  });
  const aligned = isAligned(like, order, starts, ends);
  const width = aligned ? written.reduce((most, item) => Math.max(most, item.length), 0) : 0;
  let result = '';
  let at = 0;
  order.forEach((i, place) => {
    const start = starts[i]!;
    let between = like.slice(at, start);
    if (aligned && place > 0) between = between.trimStart();
    if (aligned && place > 0 && !between.includes('\n'))
      between = between.trimEnd() + (between.includes('\t') ? '\t' : ' ');
    if (aligned && (place === 0 || between.includes('\n'))) between = between.replace(/([[({,|])[ ]+$/, '$1');
    result += between + written[place]!.padStart(width);
    at = ends[i]!;
  });
  return result + (aligned ? like.slice(at).replace(/^ +/, '') : like.slice(at));
}

/** Whether the source pads its numbers so that columns end below one another, as prints do. */
function isAligned(like: string, order: readonly number[], starts: Uint32Array, ends: Uint32Array): boolean {
  let padded = false;
  for (let place = 1; place < Math.min(order.length, 1000); place++) {
    const between = like.slice(ends[order[place - 1]!], starts[order[place]!]);
    if (!between.includes('\n') && /[ ]{2,}$/.test(between)) padded = true;
  }
  return padded;
}

/** Keeps what stands before the first bracket of the values and after the last one, and writes the rows between. */
function rewrapped(
  array: NumericArray,
  notation: NotationId,
  like: string,
  read: ReadSuccess,
  text: (x: number) => string,
): string | undefined {
  const style = styles[notation];
  if (array.shape.length > style.dimensions) return undefined;
  const first = read.ranges!.starts.reduce((least, start) => Math.min(least, start), Infinity);
  const last = read.ranges!.ends.reduce((most, end) => Math.max(most, end), 0);
  const depth = style.nested ? Math.max(1, read.array.shape.length) : 1;
  let start = first;
  for (let found = 0, at = first - 1; at >= read.start && found < depth; at--) {
    if (OPENERS.includes(like[at]!)) {
      found++;
      start = at;
    } else if (!/\s/.test(like[at]!)) break;
  }
  let end = last;
  for (let found = 0, at = last; at < read.end && found < depth; at++) {
    if (CLOSERS.includes(like[at]!)) {
      found++;
      end = at + 1;
    } else if (!/[\s,]/.test(like[at]!)) break;
  }
  if (start === first || end === last) return undefined;
  // what follows would lay the new shape out once more
  const around =
    like.slice(read.start, start).includes('reshape') || /^[^.']*(?:'|\.'|\.[A-Za-z]+)/.test(like.slice(end, read.end));
  if (around) return undefined;
  const brackets = { ...style, open: like[start]!, close: like[end - 1]! };
  const line = like.slice(like.lastIndexOf('\n', start - 1) + 1, start);
  const indent = ' '.repeat(line.length);
  const body = literal(array, array.shape.length === 0 ? style : brackets, text);
  return like.slice(0, start) + body.replaceAll('\n', `\n${indent}`) + like.slice(end);
}
