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

/**
 * A number within so many characters, by dropping digits; at least one digit is shown even where that is too long.
 *
 * @example fitNumber(-0.00404969409489031, 9) // '−0.00405'
 */
export function fitNumber(value: number, characters: number): string {
  let text = displayNumber(value, 9);
  for (let digits = 8; digits >= 1 && text.length > characters; digits--) text = displayNumber(value, digits);
  return text;
}
