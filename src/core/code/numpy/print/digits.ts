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
  return digits === '' ? { negative, digits: '0', point: 1 } : { negative, digits: trimmed(digits), point };
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

/**
 * Digits cut to `count` places after the first (a negative count gives none), rounded by the exact value, ties to
 * even, as NumPy's Dragon4 cuts its shortest digits.
 */
export function cut(x: number, shortestOnes: Digits, count: number): Digits {
  const { digits, point, negative } = shortestOnes;
  if (count >= digits.length) return shortestOnes;
  if (count < 0) return { negative, digits: '0', point: 1 };
  const exact = exactDigits(x);
  const next = exact.digits.charCodeAt(count) - 48;
  let up = next > 5 || (next === 5 && exact.digits.length > count + 1);
  if (next === 5 && exact.digits.length === count + 1) up = count > 0 && exact.digits.charCodeAt(count - 1) % 2 === 1;
  const kept = exact.digits.slice(0, count);
  if (!up)
    return count === 0 || kept === ''
      ? { negative, digits: '0', point: 1 }
      : { negative, digits: trimmed(kept), point };
  const raised = String(BigInt(kept === '' ? '0' : kept) + 1n);
  return { negative, digits: trimmed(raised), point: point + (raised.length - count) };
}

/** Whole and fractional digits of a number written without an exponent. */
export function positional(x: number, dtype: ElementType, precision: number): readonly [string, string] {
  const all = shortestDigits(x, dtype);
  const { negative, digits, point } = cut(x, all, all.point + precision);
  const sign = negative ? '-' : '';
  if (point <= 0) return [`${sign}0`, '0'.repeat(-point) + digits];
  if (digits === '0') return [`${sign}0`, ''];
  return [sign + digits.slice(0, point).padEnd(point, '0'), digits.slice(point)];
}

/** Digit before the point, digits after it, exponent of a number in scientific form. */
export function scientific(x: number, dtype: ElementType, precision: number): readonly [string, string, number] {
  const { negative, digits, point } = cut(x, shortestDigits(x, dtype), precision + 1);
  return [(negative ? '-' : '') + digits[0]!, digits.slice(1), x === 0 ? 0 : point - 1];
}

export function exponentText(exponent: number, width = 2): string {
  return `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(width, '0')}`;
}
