import { LARGEST_TEN, loadTen, tenHigh, tenLow } from '../math/powersOfTen';
import { powerOfTwo, productError } from '../math/twofold';

/** The decoder of the platform. core is written against no platform's types, hence the local description. */
interface Decoder {
  decode(bytes: Uint8Array): string;
}
const platform = globalThis as { readonly TextDecoder?: new (label: string) => Decoder };
const decoder = platform.TextDecoder === undefined ? undefined : new platform.TextDecoder('utf-8');

/** '0000' to '9999' as the four bytes of an integer; filled when first needed. */
const quads = new Uint32Array(10000);

function fillQuads(): void {
  const digit = (n: number): number => 48 + (Math.floor(n) % 10);
  for (let n = 0; n < quads.length; n++) {
    quads[n] = (digit(n / 1000) << 24) | (digit(n / 100) << 16) | (digit(n / 10) << 8) | digit(n);
  }
}

const bits = new Float64Array(1);
const words = new Uint32Array(bits.buffer);
const highWord = (() => {
  bits[0] = 1;
  return words[1] === 0 ? 0 : 1;
})();

/** Distances to a bound under this are left to the engine: the products below are good to far less. */
const DOUBT = 1e-6;

/** Numbers written before it is looked whether half of the bytes are full: with their separators they fit the other half. */
const SOME = 64;

/**
 * Writes float64 numbers as the shortest decimal texts that read back to them, exactly as String(x) does, into bytes:
 * several times as fast as making a text of each.
 *
 * A number of few decimals is an integer divided by a million. Any other is scaled to 17 digits by a power of ten held
 * to 106 bits; the shortest decimal within half a unit of its last place is the nearest of 15, 16 or 17 digits. Where a
 * bound is too near to be certain, for subnormals, for powers of two (whose neighbours lie unevenly) and far exponents,
 * the engine is asked.
 *
 * Source of the problem and its bounds: Steele & White, "How to print floating-point numbers accurately", 1990.
 */
export class NumberWriter {
  private readonly bytes = new Uint8Array(1 << 14);
  private readonly view = new DataView(this.bytes.buffer);

  /** @param point whether a whole number carries one: 1.0 */
  constructor(private readonly point: boolean) {
    if (quads[0] === 0) fillQuads();
  }

  /**
   * Numbers in rows. All texts are in ASCII and of some 100 characters at most.
   *
   * @param columns numbers in a row
   * @param separator between the numbers of a row
   * @param between what stands before row 1, 2, ...
   * @param other the text of NaN and the infinities
   */
  rows(
    data: Float64Array,
    columns: number,
    separator: string,
    between: (row: number) => string,
    other: (x: number) => string,
  ): string {
    const parting = Uint8Array.from(separator, (c) => c.charCodeAt(0));
    let written = '';
    let at = 0;
    for (let from = 0; from < data.length;) {
      const column = from % columns;
      if (column === 0 && from > 0) at = this.text(at, between(from / columns));
      const to = Math.min(from + SOME, from + columns - column);
      at = this.some(data, from, to, at, column > 0, parting, other);
      if (at > this.bytes.length / 2) {
        written += this.decoded(at);
        at = 0;
      }
      from = to;
    }
    return written + this.decoded(at);
  }

  /** A part of a row: where it ends. */
  private some(
    data: Float64Array,
    from: number,
    to: number,
    start: number,
    parted: boolean,
    parting: Uint8Array,
    other: (x: number) => string,
  ): number {
    const { bytes, view } = this;
    let at = start;
    for (let i = from; i < to; i++) {
      if (parted || i > from) for (let k = 0; k < parting.length; k++) bytes[at++] = parting[k]!;
      const x = data[i]!;
      const whole = x | 0;
      if (whole === x && (whole !== 0 || 1 / x > 0)) {
        if (whole < 0) bytes[at++] = 45;
        at = natural(view, at, whole < 0 ? -whole : whole);
        if (this.point) {
          bytes[at++] = 46;
          bytes[at++] = 48;
        }
        continue;
      }
      let end = decimal(view, at, x);
      if (end < 0) end = this.shortest(at, x);
      at = end < 0 ? this.text(at, x - x === 0 ? this.byEngine(x) : other(x)) : end;
    }
    return at;
  }

  private decoded(at: number): string {
    const written = this.bytes.subarray(0, at);
    return decoder === undefined
      ? Array.from(written, (c) => String.fromCharCode(c)).join('')
      : decoder.decode(written);
  }

  private text(at: number, text: string): number {
    for (let i = 0; i < text.length; i++) this.bytes[at + i] = text.charCodeAt(i);
    return at + text.length;
  }

  private byEngine(x: number): string {
    const text = x === 0 ? '-0' : String(x);
    return this.point && !/[.e]/.test(text) ? `${text}.0` : text;
  }

  /** A number of many decimals: where it ends, -1 where it could not be done without doubt. */
  private shortest(at: number, x: number): number {
    const a = Math.abs(x);
    bits[0] = a;
    const top = words[highWord]!;
    const binary = (top >>> 20) - 1023;
    if (binary < -800 || binary > 800 || ((top & 0xfffff) === 0 && words[1 - highWord] === 0)) return -1;
    // the decimal exponent, or one less
    let decimal = Math.floor(binary * 0.30102999566398114);
    let power = 16 - decimal + LARGEST_TEN;
    if (tenHigh[power] === 0) loadTen(power - LARGEST_TEN);
    if (a * tenHigh[power]! >= 1e17) {
      decimal++;
      power--;
      if (tenHigh[power] === 0) loadTen(power - LARGEST_TEN);
    }
    const ten = tenHigh[power]!;
    const scaled = a * ten;
    if (scaled < 1.0000001e16 || scaled > 9.9999999e16) return -1;
    const rest = productError(a, ten, scaled) + a * tenLow[power]!;
    // the number is (high 10^8 + low) 10^(decimal - 16), its neighbours' middles lie `half` from it
    let high = Math.floor(scaled * 1e-8);
    const low = scaled - high * 1e8 + rest;
    const digits = nearest(low, powerOfTwo(binary - 53) * ten);
    if (digits < 0) return -1;
    let lower = digits;
    if (lower >= 1e8) {
      lower -= 1e8;
      high++;
    }
    if (high >= 1e9) return -1;
    if (x < 0) this.bytes[at++] = 45;
    return this.digits(at, high | 0, lower | 0, decimal);
  }

  /** 17 digits, the first standing for 10^exponent, without the zeros at their end: where they end. */
  private digits(start: number, high: number, low: number, exponent: number): number {
    const { bytes, view } = this;
    // room for the point, or for 0. and up to five zeros
    const lead = exponent < 0 && exponent >= -6 ? 1 - exponent : 1;
    const first = start + lead;
    const leading = (high * 1e-8) | 0;
    bytes[first] = 48 + leading;
    eight(view, first + 1, high - leading * 1e8);
    eight(view, first + 9, low);
    let end = first + 17;
    while (bytes[end - 1] === 48) end--;
    if (exponent < 0 && exponent >= -6) {
      for (let i = start; i < first; i++) bytes[i] = 48;
      bytes[start + 1] = 46;
      return end;
    }
    if (exponent < 0 || exponent > 20) {
      bytes[start] = bytes[first]!;
      bytes[first] = 46;
      return this.text(end === first + 1 ? first : end, `e${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`);
    }
    // the digits before the point move to the left
    const stop = first + exponent + 1;
    for (; end < stop; end++) bytes[end] = 48;
    for (let i = first; i < stop; i++) bytes[i - 1] = bytes[i]!;
    bytes[stop - 1] = 46;
    if (end > stop) return end;
    if (!this.point) return stop - 1;
    bytes[stop] = 48;
    return stop + 1;
  }
}

/** A whole number up to 2^31, without leading zeros: where it ends. What lies behind counts for nothing. */
function natural(view: DataView, at: number, n: number): number {
  if (n < 1e4) {
    const count = n < 100 ? (n < 10 ? 1 : 2) : n < 1000 ? 3 : 4;
    view.setUint32(at, quads[n]! << (32 - 8 * count));
    return at + count;
  }
  if (n < 1e8) {
    // the factor lies above 1/10^4: the product of a multiple never falls below its quotient
    const upper = (n * 1e-4) | 0;
    const end = natural(view, at, upper);
    view.setUint32(end, quads[n - upper * 1e4]!);
    return end + 4;
  }
  const upper = (n * 1e-8) | 0;
  const end = natural(view, at, upper);
  eight(view, end, n - upper * 1e8);
  return end + 8;
}

/** Up to six decimals: where the number ends, -1 where it is none of these. */
function decimal(view: DataView, start: number, x: number): number {
  const a = Math.abs(x);
  if (!(a < 1e8 && a >= 1e-6)) return -1;
  const scaled = a * 1e6;
  const millionths = Math.round(scaled);
  // most numbers are told apart without the division
  if (Math.abs(scaled - millionths) > 0.02 || millionths / 1e6 !== a) return -1;
  let at = start;
  if (x < 0) view.setUint8(at++, 45);
  const whole = a | 0;
  at = natural(view, at, whole);
  view.setUint8(at, 46);
  // six digits, then two that are 0
  eight(view, at + 1, (millionths - whole * 1e6) * 100);
  at += 7;
  while (view.getUint8(at - 1) === 48) at--;
  return at;
}

/** Eight digits, leading zeros included. */
function eight(view: DataView, at: number, n: number): void {
  const upper = (n * 1e-4) | 0;
  view.setUint32(at, quads[upper]!);
  view.setUint32(at + 4, quads[n - upper * 10000]!);
}

/** The number of fewest digits within `half` of v, the nearest of these; -1 where that is in doubt. */
function nearest(v: number, half: number): number {
  if (v < 0) return -1;
  const hundreds = Math.round(v * 0.01) * 100;
  const far = Math.abs(hundreds - v);
  if (far < half - DOUBT) return hundreds;
  const tens = Math.round(v * 0.1) * 10;
  const off = Math.abs(tens - v);
  if (off < half - DOUBT) return far < half + DOUBT || off > 5 - DOUBT ? -1 : tens;
  if (off < half + DOUBT) return -1;
  const ones = Math.round(v);
  return Math.abs(ones - v) > 0.5 - DOUBT ? -1 : ones;
}
