import { significant } from './significant';

/**
 * A number as the sidebar shows it: `significant` with a real minus sign (U+2212), which is as wide as a digit, and
 * infinity as ∞.
 *
 * @example displayNumber(-0.000012345678, 4) // '−1.235e−5'
 */
export function displayNumber(value: number, digits = 6): string {
  if (Number.isNaN(value)) return 'NaN';
  return significant(value, digits).replace('inf', '\u221e').replaceAll('-', '\u2212');
}
