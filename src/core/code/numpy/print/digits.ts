import { shortest } from '../../../format/shortest';
import { floatFormat } from '../dtype';
import type { ElementType } from '../ndarray';

/** Digits of a finite number without its sign: `0.digits * 10^point`. */
export interface Digits {
  readonly negative: boolean;
  readonly digits: string;
  readonly point: number;
}

/** The shortest digits that tell a number of the dtype from its neighbours; zero is one digit `0`. */
export function shortestDigits(x: number, dtype: ElementType): Digits {
  const text = shortest(Math.abs(x), floatFormat(dtype));
  const [mantissa = '', exponent = '0'] = text.split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const all = whole + fraction;
  const digits = all.replace(/^0+/, '');
  const point = whole.length - (all.length - digits.length) + Number(exponent);
  const negative = x < 0 || Object.is(x, -0);
  if (digits === '') return { negative, digits: '0', point: 1 };
  const short = trimmed(digits);
  // of two shortest texts as near as one another the narrow types take the even one
  return dtype === 'float64' ? { negative, digits: short, point } : rounded(x, short.length);
}

function trimmed(digits: string): string {
  let end = digits.length;
  while (end > 1 && digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}

/** The exact decimal value: a float64 always ends, so this is its every digit. */
function exactDigits(x: number): Digits {
  const a = Math.abs(x);
  let shift = 0;
  let scaled = a;
  while (scaled !== Math.floor(scaled)) {
    scaled *= 2;
    shift++;
  }
  const all = String(BigInt(scaled) * 5n ** BigInt(shift));
  return { negative: x < 0, digits: trimmed(all), point: all.length - shift };
}

/** The exact value rounded to `count` digits, ties to even; a count below 0 leaves none. */
function rounded(x: number, count: number): Digits {
  const exact = exactDigits(x);
  const { negative, point } = exact;
  if (count < 0) return { negative, digits: '0', point: 1 };
  if (count >= exact.digits.length) return exact;
  const next = exact.digits.charCodeAt(count) - 48;
  const tie = next === 5 && exact.digits.length === count + 1;
  const up = tie ? count > 0 && exact.digits.charCodeAt(count - 1) % 2 === 1 : next >= 5;
  const kept = exact.digits.slice(0, count);
  if (!up) return kept === '' ? { negative, digits: '0', point: 1 } : { negative, digits: trimmed(kept), point };
  const raised = String(BigInt(kept === '' ? '0' : kept) + 1n);
  return { negative, digits: trimmed(raised), point: point + (raised.length - count) };
}

/**
 * Between `least` and `most` digits: the shortest ones where they are as many, else those of the exact value, as
 * NumPy's Dragon4 cuts and lengthens its digits.
 */
function limited(
  x: number,
  dtype: ElementType,
  least: (point: number) => number,
  most: (point: number) => number,
): Digits {
  const all = shortestDigits(x, dtype);
  if (x === 0) return all;
  const { length } = all.digits;
  if (most(all.point) < length) return rounded(x, most(all.point));
  return least(all.point) > length ? rounded(x, least(all.point)) : all;
}

/** Whole and fractional digits of a number written without an exponent. */
export function positional(
  x: number,
  dtype: ElementType,
  precision: number,
  least = -Infinity,
): readonly [string, string] {
  const { negative, digits, point } = limited(
    x,
    dtype,
    (at) => at + least,
    (at) => at + precision,
  );
  const sign = negative ? '-' : '';
  if (point <= 0) return [`${sign}0`, '0'.repeat(-point) + digits];
  if (digits === '0') return [`${sign}0`, ''];
  return [sign + digits.slice(0, point).padEnd(point, '0'), digits.slice(point)];
}

/** Digit before the point, digits after it, exponent of a number in scientific form. */
export function scientific(
  x: number,
  dtype: ElementType,
  precision: number,
  least = 0,
): readonly [string, string, number] {
  const { negative, digits, point } = limited(
    x,
    dtype,
    () => least + 1,
    () => precision + 1,
  );
  return [(negative ? '-' : '') + digits[0]!, digits.slice(1), x === 0 ? 0 : point - 1];
}

export function exponentText(exponent: number, width = 2): string {
  return `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(width, '0')}`;
}
