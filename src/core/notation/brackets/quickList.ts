import { maximumDepth, type ArrayBuilder } from '../build/arrayBuilder';
import { decimalToDouble, powersOfTen } from '../lexis/decimalToDouble';

/** A list that the quick way read: one past its closing bracket, whether a value is no integer. */
export interface PlainList {
  readonly end: number;
  readonly fraction: boolean;
  /** blanks separated the values */
  readonly blanks: boolean;
}

/**
 * The quick way for lists of plain decimals in nested square brackets, separated by commas: what JSON, Python and
 * NumPy print, and nearly all big arrays. Whatever else it meets (suffixes, arithmetic, comments, ragged rows, a
 * missing bracket) it leaves to the bracket reader, which starts again at the bracket: undefined.
 *
 * @param bytes the same text, see `asciiBytes`
 * @param start the opening bracket
 * @param blanksSeparate a list without commas is separated by blanks, also before a sign
 */
export function readPlainList(
  text: string,
  bytes: Uint8Array,
  start: number,
  limit: number,
  builder: ArrayBuilder,
  blanksSeparate: boolean,
): PlainList | undefined {
  let data = builder.data;
  let length = 0;
  let depth = 0;
  let leafDepth = 0;
  const counts = new Int32Array(maximumDepth + 2);
  const lengths = new Int32Array(maximumDepth + 2).fill(-1);
  let decimals = -1_000_000;
  let significant = 0;
  let fraction = false;
  /** 0: not known yet, 1: commas, 2: blanks */
  let style = 0;
  /** a value may stand here; false right behind one */
  let operand = true;
  /** a comma came last: a closing bracket may still follow */
  let comma = false;
  let p = start;
  while (p < limit) {
    let c = bytes[p]!;
    if (c === 32 || c === 10 || c === 13 || c === 9) {
      p++;
      continue;
    }
    if (c === 44) {
      if (operand || style === 2 || depth === 0) return undefined;
      style = 1;
      operand = true;
      comma = true;
      p++;
      continue;
    }
    if (c === 93) {
      if (operand && !comma && counts[depth] !== 0) return undefined;
      const count = counts[depth]!;
      if (lengths[depth] === -1) lengths[depth] = count;
      else if (lengths[depth] !== count) return undefined;
      depth--;
      p++;
      if (depth === 0) {
        let behind = p;
        while (bytes[behind] === 32) behind++;
        if (bytes[behind] === 42) return undefined; // `[0] * 3`
        builder.takePlain(data, length, lengths, decimals, significant);
        return { end: p, fraction, blanks: style === 2 };
      }
      operand = false;
      comma = false;
      continue;
    }
    if (!operand) {
      // no comma before this value
      if (style === 1 || !blanksSeparate || bytes[p - 1]! > 32) return undefined;
      style = 2;
    }
    comma = false;
    if (c === 91) {
      if (leafDepth !== 0 && depth >= leafDepth) return undefined;
      if (depth > 0) counts[depth]!++;
      depth++;
      if (depth > maximumDepth) return undefined;
      counts[depth] = 0;
      operand = true;
      p++;
      continue;
    }
    if (leafDepth === 0) {
      // a list that was empty or a row before this number would make the depths differ
      if (lengths[depth + 1] !== -1) return undefined;
      leafDepth = depth;
    } else if (leafDepth !== depth) return undefined;

    const negative = c === 45;
    if (negative) c = bytes[++p]!;
    const first = p;
    let value: number;
    if (c !== 46 && !(c >= 48 && c <= 57)) {
      value = wordValue(text, p);
      if (value === 0) return undefined;
      p += c === 73 ? 8 : 3;
      fraction = true;
    } else {
      // nine digits each in two integers: whole-number arithmetic is quicker than that of float64
      let high = 0;
      let low = 0;
      let digits = 0;
      let places = 0;
      while (c === 48) c = bytes[++p]!;
      for (; c >= 48 && c <= 57; c = bytes[++p]!) {
        if (digits < 9) high = (Math.imul(high, 10) + c - 48) | 0;
        else low = (Math.imul(low, 10) + c - 48) | 0;
        digits++;
      }
      if (c === 46) {
        const point = p;
        c = bytes[++p]!;
        if (digits === 0) while (c === 48) c = bytes[++p]!;
        for (; c >= 48 && c <= 57; c = bytes[++p]!) {
          if (digits < 9) high = (Math.imul(high, 10) + c - 48) | 0;
          else low = (Math.imul(low, 10) + c - 48) | 0;
          digits++;
        }
        places = p - point - 1;
        if (p - first === 1) return undefined;
        fraction = true;
      } else if (digits > 15 && c !== 101 && c !== 69) return undefined;
      if (c === 101 || c === 69) {
        c = bytes[++p]!;
        const sign = c;
        if (c === 45 || c === 43) c = bytes[++p]!;
        if (!(c >= 48 && c <= 57)) return undefined;
        let power = 0;
        for (; c >= 48 && c <= 57; c = bytes[++p]!) if (power < 100000) power = power * 10 + (c - 48);
        places += sign === 45 ? power : -power;
        fraction = true;
      }
      if (places > decimals) decimals = places;
      if (digits > significant) significant = digits;
      if (digits <= 9 && places === 0) value = high;
      else if (digits <= 9 && places > 0 && places <= 22) value = high / powersOfTen[places]!;
      else {
        value = digits > 18 ? NaN : decimalToDouble(high, low, digits > 9 ? digits - 9 : 0, -places);
        if (value !== value) value = Number(text.slice(first, p));
        if (value === Infinity) return undefined;
      }
      if (c > 44 && c !== 93) return undefined;
    }
    if (negative) value = -value;
    if (length === data.length) {
      // as many as the text holds if it goes on as it began; a value and its separator take two characters or more
      // but not at once: a text may hold many short lists
      const expected = Math.min(length * 16, (limit - start) / 2, (length * 1.05 * (limit - start)) / (p - start));
      const larger = new Float64Array(Math.max(length * 2, Math.ceil(expected)));
      larger.set(data);
      data = larger;
    }
    data[length++] = value;
    counts[depth]!++;
    operand = false;
  }
  return undefined;
}

/** NaN or infinity where one of their usual words stands, else 0. */
function wordValue(text: string, p: number): number {
  const length = text.startsWith('Infinity', p) ? 8 : 3;
  const c = text.charCodeAt(p + length);
  if (!(c === 44 || c === 93 || c === 32 || c === 10 || c === 13)) return 0;
  if (length === 8 || text.startsWith('inf', p)) return Infinity;
  return text.startsWith('nan', p) || text.startsWith('NaN', p) ? NaN : 0;
}
