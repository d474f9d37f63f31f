import { LARGEST_TEN, loadTen, tenHigh, tenLow } from '../math/powersOfTen';
import { powerOfTwo, productError } from '../math/twofold';

/** The decoder of the platform. core is written against no platform's types, hence the local description. */
interface Decoder {
  decode(bytes: Uint8Array): string;
}
const platform = globalThis as { readonly TextDecoder?: new (label: string) => Decoder };
const decoder = platform.TextDecoder === undefined ? undefined : new platform.TextDecoder('latin1');

/** '00' to '99' as bytes. */
const pairs = Uint8Array.from({ length: 200 }, (_, i) => 48 + (i % 2 === 0 ? Math.floor(i / 20) : (i >> 1) % 10));

const bits = new Float64Array(1);
const words = new Uint32Array(bits.buffer);
const highWord = (() => {
  bits[0] = 1;
  return words[1] === 0 ? 0 : 1;
})();

/** Distances to a bound under this are left to the engine: the products below are good to far less. */
const DOUBT = 1e-6;

/** Bytes that a number and a separator take at most, a generous count. */
const MOST = 64;

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
  private bytes = new Uint8Array(1 << 14);
  private length = 0;

  /** @param point whether a whole number carries one: 1.0 */
  constructor(private readonly point: boolean) {}

  /**
   * data[from], data[from + 1], ... up to `to`, exclusive, with a separator between them.
   *
   * @param separator ASCII characters
   * @param other the ASCII text of NaN and the infinities
   */
  row(data: Float64Array, from: number, to: number, separator: string, other: (x: number) => string): string {
    const parting = Uint8Array.from(separator, (c) => c.charCodeAt(0));
    for (let i = from; i < to; i++) {
      if (i > from) for (let k = 0; k < parting.length; k++) this.bytes[this.length++] = parting[k]!;
      this.reserve(MOST + parting.length);
      const x = data[i]!;
      if (x - x === 0) this.number(x);
      else this.ascii(other(x));
    }
    const written = this.bytes.subarray(0, this.length);
    this.length = 0;
    return decoder === undefined
      ? Array.from(written, (c) => String.fromCharCode(c)).join('')
      : decoder.decode(written);
  }

  private ascii(text: string): void {
    this.reserve(text.length + MOST);
    for (let i = 0; i < text.length; i++) this.bytes[this.length++] = text.charCodeAt(i);
  }

  private number(x: number): void {
    const whole = x | 0;
    if (whole === x && (whole !== 0 || 1 / x > 0)) this.integer(whole);
    else if (!this.decimal(x) && !this.shortest(x)) this.byEngine(x);
  }

  private reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const larger = new Uint8Array(2 * (this.bytes.length + count));
    larger.set(this.bytes);
    this.bytes = larger;
  }

  private byEngine(x: number): void {
    const text = x === 0 ? '-0' : String(x);
    this.ascii(text);
    if (this.point && !/[.e]/.test(text)) this.ascii('.0');
  }

  private integer(x: number): void {
    if (x < 0) this.bytes[this.length++] = 45;
    this.natural(x < 0 ? -x : x);
    if (!this.point) return;
    this.bytes[this.length++] = 46;
    this.bytes[this.length++] = 48;
  }

  /** A whole number up to 2^31, without leading zeros. */
  private natural(n: number): void {
    const { bytes } = this;
    if (n < 10) {
      bytes[this.length++] = 48 + n;
      return;
    }
    const count =
      n < 1e5
        ? n < 1e3
          ? n < 100
            ? 2
            : 3
          : n < 1e4
            ? 4
            : 5
        : n < 1e7
          ? n < 1e6
            ? 6
            : 7
          : n < 1e8
            ? 8
            : n < 1e9
              ? 9
              : 10;
    let at = this.length + count;
    this.length = at;
    let rest = n;
    while (rest >= 100) {
      const quotient = (rest / 100) | 0;
      const pair = (rest - quotient * 100) << 1;
      bytes[--at] = pairs[pair + 1]!;
      bytes[--at] = pairs[pair]!;
      rest = quotient;
    }
    if (rest >= 10) bytes[--at] = pairs[2 * rest + 1]!;
    bytes[at - 1] = rest >= 10 ? pairs[2 * rest]! : 48 + rest;
  }

  /** Up to six decimals: whether x was such a number and is written. */
  private decimal(x: number): boolean {
    const a = Math.abs(x);
    if (!(a < 1e8 && a >= 1e-6)) return false;
    const scaled = a * 1e6;
    const millionths = Math.round(scaled);
    // most numbers are told apart without the division
    if (Math.abs(scaled - millionths) > 0.02 || millionths / 1e6 !== a) return false;
    const { bytes } = this;
    if (x < 0) bytes[this.length++] = 45;
    const whole = a | 0;
    this.natural(whole);
    bytes[this.length++] = 46;
    const rest = millionths - whole * 1e6;
    const upper = (rest / 100) | 0;
    const first = ((upper / 100) | 0) << 1;
    const second = (upper - first * 50) << 1;
    const third = (rest - upper * 100) << 1;
    let at = this.length;
    bytes[at] = pairs[first]!;
    bytes[at + 1] = pairs[first + 1]!;
    bytes[at + 2] = pairs[second]!;
    bytes[at + 3] = pairs[second + 1]!;
    bytes[at + 4] = pairs[third]!;
    bytes[at + 5] = pairs[third + 1]!;
    at += 6;
    while (bytes[at - 1] === 48) at--;
    this.length = at;
    return true;
  }

  /** Any other number: whether it could be done without doubt. */
  private shortest(x: number): boolean {
    const a = Math.abs(x);
    bits[0] = a;
    const top = words[highWord]!;
    const binary = (top >>> 20) - 1023;
    if (binary < -800 || binary > 800 || ((top & 0xfffff) === 0 && words[1 - highWord] === 0)) return false;
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
    if (scaled < 1.0000001e16 || scaled > 9.9999999e16) return false;
    const rest = productError(a, ten, scaled) + a * tenLow[power]!;
    // the number is (high 10^8 + low) 10^(decimal - 16), its neighbours' middles lie `half` from it
    let high = Math.floor(scaled * 1e-8);
    const low = scaled - high * 1e8 + rest;
    const half = powerOfTwo(binary - 53) * ten;
    const digits = nearest(low, half);
    if (digits < 0) return false;
    let lower = digits;
    if (lower >= 1e8) {
      lower -= 1e8;
      high++;
    }
    if (high >= 1e9) return false;
    if (x < 0) this.bytes[this.length++] = 45;
    this.digits(high | 0, lower | 0, decimal);
    return true;
  }

  /** 17 digits, the first standing for 10^exponent, without the zeros at their end. */
  private digits(high: number, low: number, exponent: number): void {
    const { bytes } = this;
    const start = this.length;
    // room for the point, or for 0. and up to five zeros
    const lead = exponent < 0 && exponent >= -6 ? 1 - exponent : 1;
    const first = start + lead;
    const leading = (high / 1e8) | 0;
    bytes[first] = 48 + leading;
    this.eight(high - leading * 1e8, first + 1);
    this.eight(low, first + 9);
    let end = first + 17;
    while (bytes[end - 1] === 48) end--;
    if (exponent < 0 && exponent >= -6) {
      for (let i = start; i < first; i++) bytes[i] = 48;
      bytes[start + 1] = 46;
      this.length = end;
      return;
    }
    if (exponent < 0 || exponent > 20) {
      bytes[start] = bytes[first]!;
      bytes[first] = 46;
      this.length = end === first + 1 ? first : end;
      this.ascii(`e${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`);
      return;
    }
    // the digits before the point move to the left
    const before = exponent + 1;
    const stop = first + before;
    for (; end < stop; end++) bytes[end] = 48;
    for (let i = first; i < stop; i++) bytes[i - 1] = bytes[i]!;
    bytes[stop - 1] = 46;
    if (end > stop) this.length = end;
    else if (this.point) {
      bytes[stop] = 48;
      this.length = stop + 1;
    } else this.length = stop - 1;
  }

  private eight(n: number, at: number): void {
    const { bytes } = this;
    const upper = (n / 10000) | 0;
    const lower = n - upper * 10000;
    const a = ((upper / 100) | 0) << 1;
    const b = (upper << 1) - a * 100;
    const c = ((lower / 100) | 0) << 1;
    const d = (lower << 1) - c * 100;
    bytes[at] = pairs[a]!;
    bytes[at + 1] = pairs[a + 1]!;
    bytes[at + 2] = pairs[b]!;
    bytes[at + 3] = pairs[b + 1]!;
    bytes[at + 4] = pairs[c]!;
    bytes[at + 5] = pairs[c + 1]!;
    bytes[at + 6] = pairs[d]!;
    bytes[at + 7] = pairs[d + 1]!;
  }
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
