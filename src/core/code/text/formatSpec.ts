import { PyError } from '../value';
import { fixedDigits, leadingDigits } from './exactDecimal';
import { exponentText, floatRepr } from './floatRepr';

/** `[[fill]align][sign][z][#][0][width][grouping][.precision][type]` of format(), f-strings and str.format. */
export interface FormatSpec {
  readonly fill: string;
  readonly align: string;
  readonly sign: string;
  readonly alternate: boolean;
  readonly width: number;
  readonly grouping: string;
  readonly precision: number | undefined;
  readonly type: string;
}

/** Reads a format specification, letter by letter. @throws PyError ValueError */
export function readFormatSpec(text: string, type: string): FormatSpec {
  const letters = Array.from(text);
  let i = 0;
  let fill = ' ';
  let align = '';
  if (letters.length > 1 && '<>=^'.includes(letters[1]!)) {
    fill = letters[0]!;
    align = letters[1]!;
    i = 2;
  } else if (letters.length > 0 && '<>=^'.includes(letters[0]!)) {
    align = letters[0]!;
    i = 1;
  }
  let sign = '-';
  if (i < letters.length && '+- '.includes(letters[i]!)) sign = letters[i++]!;
  if (letters[i] === 'z') i++;
  let alternate = false;
  if (letters[i] === '#') {
    alternate = true;
    i++;
  }
  if (letters[i] === '0') {
    if (align === '') {
      fill = '0';
      align = type === 'str' ? '<' : '=';
    }
    i++;
  }
  let number = '';
  while (i < letters.length && isDigit(letters[i]!)) number += letters[i++]!;
  const width = number === '' ? 0 : Number(number);
  let grouping = '';
  if (letters[i] === ',' || letters[i] === '_') grouping = letters[i++]!;
  let precision: number | undefined;
  if (letters[i] === '.') {
    i++;
    number = '';
    while (i < letters.length && isDigit(letters[i]!)) number += letters[i++]!;
    if (number === '') throw new PyError('ValueError', 'Format specifier missing precision');
    precision = Number(number);
  }
  const kind = letters[i] ?? '';
  if (i < letters.length - 1) {
    throw new PyError('ValueError', `Invalid format specifier '${text}' for object of type '${type}'`);
  }
  if (width > 100_000 || (precision ?? 0) > 100_000) throw new PyError('MemoryError', 'the width is too large');
  return { fill, align, sign, alternate, width, grouping, precision, type: kind };
}

function isDigit(letter: string): boolean {
  return letter >= '0' && letter <= '9';
}

function unknownCode(spec: FormatSpec, type: string): PyError {
  return new PyError('ValueError', `Unknown format code '${spec.type}' for object of type '${type}'`);
}

/** Pads to the width; `=` puts the fill between sign and digits. */
export function pad(spec: FormatSpec, sign: string, body: string, usual: string): string {
  const missing = spec.width - Array.from(sign + body).length;
  if (missing <= 0) return sign + body;
  const align = spec.align === '' ? usual : spec.align;
  if (align === '=') return sign + spec.fill.repeat(missing) + body;
  if (align === '<') return sign + body + spec.fill.repeat(missing);
  if (align === '>') return spec.fill.repeat(missing) + sign + body;
  const left = Math.floor(missing / 2);
  return spec.fill.repeat(left) + sign + body + spec.fill.repeat(missing - left);
}

export function formatString(value: string, spec: FormatSpec): string {
  if (spec.type !== '' && spec.type !== 's') throw unknownCode(spec, 'str');
  const letters = spec.precision === undefined ? value : Array.from(value).slice(0, spec.precision).join('');
  return pad(spec, '', letters, '<');
}

function signOf(negative: boolean, spec: FormatSpec): string {
  if (negative) return '-';
  return spec.sign === '-' ? '' : spec.sign;
}

/** Groups digits by `size` from the right; with zero padding the zeros are grouped too. */
function grouped(whole: string, rest: string, spec: FormatSpec, sign: string, size: number): string {
  if (spec.grouping === '') return whole + rest;
  let digits = whole;
  if (spec.fill === '0' && spec.align === '=') {
    const length = (count: number): number => count + Math.floor((count - 1) / size) + rest.length + sign.length;
    while (length(digits.length) < spec.width) digits = `0${digits}`;
  }
  const parts: string[] = [];
  for (let end = digits.length; end > 0; end -= size) parts.unshift(digits.slice(Math.max(0, end - size), end));
  return parts.join(spec.grouping) + rest;
}

const bases: Readonly<Record<string, readonly [number, string]>> = {
  b: [2, '0b'],
  o: [8, '0o'],
  x: [16, '0x'],
  X: [16, '0X'],
};

export function formatInt(value: bigint, spec: FormatSpec): string {
  if (spec.type !== '' && 'eEfFgG%'.includes(spec.type)) return formatFloat(Number(value), spec);
  if (spec.precision !== undefined)
    throw new PyError('ValueError', 'Precision not allowed in integer format specifier');
  if (spec.type === 'c') return pad(spec, '', String.fromCodePoint(Number(value)), '<');
  const sign = signOf(value < 0n, spec);
  const size = value < 0n ? -value : value;
  const base = bases[spec.type];
  if (base !== undefined) {
    let digits = size.toString(base[0]);
    if (spec.type === 'X') digits = digits.toUpperCase();
    const prefix = spec.alternate ? base[1] : '';
    return pad(spec, sign + prefix, grouped(digits, '', spec, sign + prefix, 4), '>');
  }
  if (spec.type !== '' && spec.type !== 'd' && spec.type !== 'n') throw unknownCode(spec, 'int');
  return pad(spec, sign, grouped(String(size), '', spec, sign, 3), '>');
}

export function formatFloat(value: number, spec: FormatSpec): string {
  const negative = value < 0 || Object.is(value, -0);
  const sign = signOf(negative, spec);
  if (spec.type !== '' && !'eEfFgGn%'.includes(spec.type)) throw unknownCode(spec, 'float');
  if (!Number.isFinite(value)) {
    let word = Number.isNaN(value) ? 'nan' : 'inf';
    if (spec.type === '%') word += '%';
    if (spec.type === 'E' || spec.type === 'F' || spec.type === 'G') word = word.toUpperCase();
    return pad(spec, Number.isNaN(value) && spec.sign === '-' ? '' : signOf(value < 0, spec), word, '>');
  }
  const text = floatDigits(Math.abs(value), spec);
  const split = text.search(/[^0-9]/);
  const whole = split < 0 ? text : text.slice(0, split);
  const rest = split < 0 ? '' : text.slice(split);
  return pad(spec, sign, grouped(whole, rest, spec, sign, 3), '>');
}

function floatDigits(size: number, spec: FormatSpec): string {
  const precision = spec.precision ?? 6;
  switch (spec.type) {
    case 'f':
    case 'F':
      return fixedDigits(size, precision) + (spec.alternate && precision === 0 ? '.' : '');
    case '%':
      return `${fixedDigits(size * 100, precision)}%`;
    case 'e':
    case 'E': {
      const text = scientific(size, precision + 1, spec.alternate);
      return spec.type === 'E' ? text.toUpperCase() : text;
    }
    case '':
      if (spec.precision === undefined) return floatRepr(size);
      return general(size, Math.max(1, precision), spec.alternate, true);
    default: {
      const text = general(size, Math.max(1, precision), spec.alternate, false);
      return spec.type === 'G' ? text.toUpperCase() : text;
    }
  }
}

function scientific(size: number, count: number, alternate: boolean): string {
  const { digits, exponent } = leadingDigits(size, count);
  const point = digits.length > 1 || alternate ? '.' : '';
  return `${digits[0]!}${point}${digits.slice(1)}${exponentText(exponent)}`;
}

/** `%g`: `count` digits, without zeros behind, with an exponent below 1e-4 and from 10^count upwards. */
function general(size: number, count: number, alternate: boolean, keepPoint: boolean): string {
  const { digits, exponent } = leadingDigits(size, count);
  const limit = keepPoint ? count - 1 : count;
  const kept = alternate ? digits : withoutZeros(digits);
  if (exponent < -4 || exponent >= limit) {
    const point = kept.length > 1 ? '.' : '';
    return `${kept[0]!}${point}${kept.slice(1)}${exponentText(exponent)}`;
  }
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${kept}`;
  if (kept.length <= exponent + 1) return kept.padEnd(exponent + 1, '0') + (keepPoint ? '.0' : '');
  return `${kept.slice(0, exponent + 1)}.${kept.slice(exponent + 1)}`;
}

function withoutZeros(digits: string): string {
  let end = digits.length;
  while (end > 1 && digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}
