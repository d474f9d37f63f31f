import type { DType } from '../array/numericArray';
import { roundTo } from '../precision/roundTo';
import { shortest } from './shortest';

export interface ColumnOptions {
  /** significant digits at least, where a number has them; default 4 */
  readonly least?: number;
  /** significant digits at most; default 17, which tells all float64 apart */
  readonly most?: number;
  /** the numbers' type: as many digits as it needs name a number exactly; default float64 */
  readonly dtype?: DType;
  /** every digit of every number */
  readonly full?: boolean;
}

/** Writes one number of a column. */
export type ColumnFormat = (value: number) => string;

/**
 * One format for numbers that are read together: as many digits as it takes to tell them apart, a real minus sign, ∞,
 * and no number that only looks exact. A number that was rounded keeps its zeros at the end (`0.3000`), one that is
 * named exactly has none (`0.3`), and one that would round to a whole number gets more digits until it does not.
 *
 * Costs a sort of the numbers; of a long column give those in view.
 *
 * @example [-0.9999665971563038, 0.5].map(columnFormat([-0.9999665971563038, 0.5])) // '−0.99997', '0.5'
 */
export function columnFormat(values: ArrayLike<number>, options: ColumnOptions = {}): ColumnFormat {
  const { least = 4, most = 17, dtype = 'float64', full = false } = options;
  if (full) return (value) => dressed(value, () => shortest(value, dtype));
  const digits = digitsToTellApart(values, Math.min(least, most), most, dtype);
  return (value) => dressed(value, () => rounded(value, digits, dtype));
}

/** The fewest digits, `least` or more, at which different numbers have texts of different value. */
function digitsToTellApart(values: ArrayLike<number>, least: number, most: number, dtype: DType): number {
  const sorted = Float64Array.from(values).filter(Number.isFinite).sort();
  let digits = least;
  for (let i = 1; i < sorted.length; i++) {
    const [one, other] = [sorted[i - 1]!, sorted[i]!];
    if (one === other) continue;
    while (digits < most && Number(rounded(one, digits, dtype)) === Number(rounded(other, digits, dtype))) digits++;
  }
  return digits;
}

/** A finite number in so many significant digits, in more where it would look like a whole number that it is not. */
function rounded(value: number, digits: number, dtype: DType): string {
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const size = Math.abs(value);
  const long = size >= 10 ** Math.max(digits, 6);
  if (Number.isInteger(value) && !long) return String(value);
  let enough = digits;
  while (enough < 17 && looksWrong(value, Number(value.toPrecision(enough)), long)) enough++;
  const exponent = long || size < 1e-4;
  const text = exponent ? value.toExponential(enough - 1) : fixed(value, enough);
  const bare = withoutZeros(text);
  return (roundTo(dtype, Number(bare)) === value ? bare : text).replace('e+', 'e');
}

/** Whether a rounded number is whole though the number is not, or is beyond what float64 holds. */
const looksWrong = (value: number, shown: number, long: boolean): boolean =>
  !Number.isFinite(shown) || (!long && Number.isInteger(shown) && !Number.isInteger(value));

/** In decimal places, never with an exponent. */
function fixed(value: number, digits: number): string {
  const text = value.toPrecision(digits);
  return text.includes('e') ? String(Number(text)) : text;
}

function withoutZeros(text: string): string {
  const [mantissa = '', exponent] = text.split('e');
  let end = mantissa.length;
  if (mantissa.includes('.')) {
    while (mantissa[end - 1] === '0') end--;
    if (mantissa[end - 1] === '.') end--;
  }
  return mantissa.slice(0, end) + (exponent === undefined ? '' : `e${exponent}`);
}

function dressed(value: number, text: () => string): string {
  if (Number.isNaN(value)) return 'NaN';
  return (Number.isFinite(value) ? text() : value < 0 ? '-\u221e' : '\u221e').replaceAll('-', '\u2212');
}
