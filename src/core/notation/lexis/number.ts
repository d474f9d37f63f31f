import type { DType } from '../../array/numericArray';
import { decimalToDouble } from './decimalToDouble';

/** How a language writes numbers, beyond what all of them share. */
export interface NumberStyle {
  /** `1'000` (C++) */
  readonly apostrophes?: boolean;
  /** `1.0d0` (Fortran, MATLAB): d is an exponent */
  readonly exponentD?: boolean;
  /** `2.5f-1` (Julia): f is an exponent, and the number float32 */
  readonly exponentF?: boolean;
  /** `2.*^-3` and `0.5\`20` (Mathematica) */
  readonly mathematica?: boolean;
  /** `1.0_dp` (Fortran): what follows `_` is a kind, not digits */
  readonly kinds?: boolean;
}

/** What a suffix says of the number's type; '' says nothing that matters here. */
const suffixes: ReadonlyMap<string, DType | '' | 'complex'> = new Map<string, DType | '' | 'complex'>([
  ...['f', 'f32', 'fh0'].map((s) => [s, 'float32'] as const),
  ...['h', 'hf', 'f16', 'flt16'].map((s) => [s, 'float16'] as const),
  ...['bf16', 'bf'].map((s) => [s, 'bfloat16'] as const),
  ...['d', 'l', 'lf', 'm', 'f64', 'u', 'ul', 'lu', 'll', 'ull', 'llu', 'n', 'z', 'uz', 'i8', 'i16', 'i32'].map(
    (s) => [s, ''] as const,
  ),
  ...['i64', 'i128', 'isize', 'u8', 'u16', 'u32', 'u64', 'u128', 'usize', 's', 'y', 'us', 'uy'].map(
    (s) => [s, ''] as const,
  ),
  ...['i', 'j', 'im', 'if', 'il', 'ij', 'r'].map((s) => [s, 'complex'] as const),
]);

const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isWordPart = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95;

/** What is wrong with a token that began like a number. */
export type NumberTrouble = '' | 'bad-number' | 'complex' | 'overflow';

/**
 * Reads one number without sign: decimals with every kind of exponent, separator and suffix, hexadecimal (floats
 * too), binary and octal. One scanner serves a whole text: its fields tell what the last `scan` read.
 */
export class NumberScanner {
  value = 0;
  /** one past the token, suffix included */
  end = 0;
  trouble: NumberTrouble = '';
  /** written without point and exponent */
  integer = false;
  /** '' where no suffix tells */
  dtype: DType | '' = '';
  /** as `PrintedDigits` counts them */
  decimals = 0;
  significant = 0;

  constructor(
    private readonly text: string,
    private readonly style: NumberStyle = {},
  ) {}

  /** Reads the token at `start`, which must be a digit, or a point before a digit. */
  scan(start: number): void {
    this.dtype = '';
    this.trouble = '';
    this.integer = true;
    const text = this.text;
    if (text.charCodeAt(start) === 48) {
      const kind = text.charCodeAt(start + 1) | 32;
      if (kind === 120 || kind === 98 || kind === 111) {
        if (this.radix(start, kind === 120 ? 16 : kind === 98 ? 2 : 8)) return;
      }
    }
    let p = start;
    let high = 0;
    let low = 0;
    let digits = 0;
    let exponent = 0;
    let dropped = false;
    let separated = false;
    let fraction = -1;
    for (; ; p++) {
      const c = text.charCodeAt(p);
      if (isDigit(c)) {
        if (fraction >= 0) exponent--;
        if (digits < 10) {
          high = high * 10 + (c - 48);
          if (high !== 0) digits++;
        } else if (digits < 19) {
          low = low * 10 + (c - 48);
          digits++;
        } else {
          exponent++;
          digits++;
          if (c !== 48) dropped = true;
        }
      } else if (c === 46 && fraction < 0) {
        if (text.charCodeAt(p + 1) === 46) break; // `...` and ranges
        fraction = p;
        this.integer = false;
      } else if (this.isSeparator(c, p)) separated = true;
      else break;
    }
    const mantissaEnd = p;
    this.decimals = -exponent - Math.max(0, digits - 19);
    this.significant = digits;
    if (dropped) this.decimals = -exponent + digits - 19;
    if (fraction >= 0) this.decimals = this.fractionDigits(fraction, mantissaEnd, separated);
    const power = this.exponent(p);
    exponent += power;
    if (power !== 0) this.decimals -= power;
    p = this.end;
    const value = dropped ? NaN : decimalToDouble(high, low, digits > 10 ? Math.min(9, digits - 10) : 0, exponent);
    this.value = Number.isNaN(value) ? this.engine(start, mantissaEnd, power, separated) : value;
    if (this.value === Infinity) this.trouble = 'overflow';
    this.suffix(p);
  }

  private fractionDigits(point: number, end: number, separated: boolean): number {
    if (!separated) return end - point - 1;
    let count = 0;
    for (let p = point + 1; p < end; p++) if (isDigit(this.text.charCodeAt(p))) count++;
    return count;
  }

  private engine(start: number, end: number, power: number, separated: boolean): number {
    const mantissa = this.text.slice(start, end);
    return Number(`${separated ? mantissa.replace(/[_']/g, '') : mantissa}e${power}`);
  }

  private isSeparator(c: number, p: number): boolean {
    if (c === 95) {
      if (this.style.kinds === true) return false;
    } else if (c !== 39 || this.style.apostrophes !== true) return false;
    return isDigit(this.text.charCodeAt(p - 1)) && isDigit(this.text.charCodeAt(p + 1));
  }

  /** Reads an exponent at `p` if there is one, sets `end` behind it and returns it. */
  private exponent(p: number): number {
    const text = this.text;
    this.end = p;
    const c = text.charCodeAt(p);
    let q = p + 1;
    const letter = c | 32;
    if (letter === 101) this.dtype = '';
    else if (letter === 100 && this.style.exponentD === true) this.dtype = '';
    else if (letter === 102 && this.style.exponentF === true) this.dtype = '';
    else if (c === 42 && this.style.mathematica === true && text.charCodeAt(p + 1) === 94) q++;
    else if (c === 96 && this.style.mathematica === true) return this.precisionMark(p);
    else return 0;
    const sign = text.charCodeAt(q);
    const negative = sign === 45 || sign === 0x2212;
    if (negative || sign === 43) q++;
    if (!isDigit(text.charCodeAt(q))) return 0;
    let power = 0;
    for (; isDigit(text.charCodeAt(q)) || (text.charCodeAt(q) === 95 && isDigit(text.charCodeAt(q + 1))); q++) {
      if (text.charCodeAt(q) !== 95 && power < 100000) power = power * 10 + (text.charCodeAt(q) - 48);
    }
    this.end = q;
    this.integer = false;
    if (letter === 102) this.dtype = 'float32';
    return negative ? -power : power;
  }

  /** Mathematica's `0.5\`` and `0.5\`20` tell the precision: no part of the value. */
  private precisionMark(p: number): number {
    let q = p + 1;
    while (isDigit(this.text.charCodeAt(q)) || this.text.charCodeAt(q) === 46 || this.text.charCodeAt(q) === 96) q++;
    this.end = q;
    return this.text.startsWith('*^', q) ? this.exponent(q) : 0;
  }

  private suffix(p: number): void {
    const text = this.text;
    this.end = p;
    if (!isWordPart(text.charCodeAt(p))) return;
    let q = p;
    while (isWordPart(text.charCodeAt(q))) q++;
    this.end = q;
    if (q - p > 12) {
      this.trouble = 'bad-number';
      return;
    }
    let word = text.slice(p, q).toLowerCase();
    if (word.startsWith('_')) word = word.slice(1);
    if (this.style.kinds === true && text.charCodeAt(p) === 95) {
      if (word === '4' || word === 'sp' || word === 'real32' || word === 'c_float') this.dtype = 'float32';
      return;
    }
    const meaning = suffixes.get(word);
    if (meaning === undefined) this.trouble = 'bad-number';
    else if (meaning === 'complex') this.trouble = 'complex';
    else {
      this.dtype = meaning;
      if (meaning !== '' || word === 'd' || word === 'f64') this.integer = false;
    }
  }

  /** `0x1F`, `0b11`, `0o7`, `0x1.8p+1`; answers false where no digit follows the prefix. */
  private radix(start: number, base: number): boolean {
    const text = this.text;
    let p = start + 2;
    let mantissa = 0n;
    let chunk = 0;
    let chunkDigits = 0;
    let digits = 0;
    let point = -1;
    let fraction = 0;
    for (; ; p++) {
      const c = text.charCodeAt(p);
      const letter = c | 32;
      const digit = isDigit(c) ? c - 48 : letter >= 97 && letter <= 102 ? letter - 87 : 99;
      if (digit < base) {
        // chunks keep a million digits linear: beyond 256 hexadecimal digits nothing can change but the size
        if (digits < 1024) {
          chunk = chunk * base + digit;
          chunkDigits++;
          if (chunkDigits === 6) {
            mantissa = mantissa * BigInt(base ** 6) + BigInt(chunk);
            chunk = 0;
            chunkDigits = 0;
          }
          if (point >= 0) fraction++;
        } else this.trouble = 'overflow';
        digits++;
      } else if (c === 46 && point < 0 && base === 16 && this.hexFloat(p + 1)) point = p;
      else if (!(c === 95 || (c === 39 && this.style.apostrophes === true))) break;
    }
    if (digits === 0) return false;
    mantissa = mantissa * BigInt(base ** chunkDigits) + BigInt(chunk);
    let power = -4 * fraction;
    if (base === 16 && (text.charCodeAt(p) | 32) === 112) {
      this.integer = false;
      let q = p + 1;
      const negative = text.charCodeAt(q) === 45;
      if (negative || text.charCodeAt(q) === 43) q++;
      let written = 0;
      for (; isDigit(text.charCodeAt(q)); q++) written = Math.min(99999, written * 10 + text.charCodeAt(q) - 48);
      power += negative ? -written : written;
      p = q;
    }
    this.value = timesPowerOfTwo(mantissa, power);
    this.decimals = 0;
    this.significant = 17;
    if (this.value === Infinity) this.trouble = 'overflow';
    const trouble = this.trouble;
    this.suffix(p);
    if (trouble !== '') this.trouble = trouble;
    return true;
  }

  /** whether hexadecimal digits and an exponent p follow: else the point belongs to something else */
  private hexFloat(p: number): boolean {
    let q = p;
    while (q < p + 64 && /^[0-9a-fA-F_]$/.test(this.text.charAt(q))) q++;
    return (this.text.charCodeAt(q) | 32) === 112;
  }
}

/** `mantissa * 2^power` rounded once to float64, subnormals included. */
function timesPowerOfTwo(mantissa: bigint, power: number): number {
  if (mantissa === 0n) return 0;
  const bits = mantissa.toString(2).length;
  const exponent = bits + power - 1;
  if (exponent > 1023) return Infinity;
  if (exponent < -1080) return 0;
  const kept = exponent < -1022 ? 53 - (-1022 - exponent) : 53;
  const drop = bits - kept;
  let rounded = mantissa;
  if (drop > 0) {
    const size = 1n << BigInt(drop);
    const rest = mantissa & (size - 1n);
    rounded = mantissa >> BigInt(drop);
    if (rest * 2n > size || (rest * 2n === size && (rounded & 1n) === 1n)) rounded += 1n;
  }
  const scale = power + Math.max(0, drop);
  // in two steps, so that neither factor leaves the range of float64; the first step is exact
  const first = Math.max(-1000, Math.min(900, scale));
  return Number(rounded) * 2 ** first * 2 ** (scale - first);
}

/** The value of a whole text that is one number, sign included, or undefined; blanks round it are allowed. */
export function parseNumber(text: string, style: NumberStyle = {}): number | undefined {
  const trimmed = text.trim().replace('\u2212', '-');
  const signed = trimmed.startsWith('-') || trimmed.startsWith('+');
  const start = signed ? 1 : 0;
  const c = trimmed.charCodeAt(start);
  if (!isDigit(c) && !(c === 46 && isDigit(trimmed.charCodeAt(start + 1)))) return undefined;
  const scanner = new NumberScanner(trimmed, style);
  scanner.scan(start);
  if (scanner.trouble !== '' || scanner.end !== trimmed.length) return undefined;
  return trimmed.startsWith('-') ? -scanner.value : scanner.value;
}
