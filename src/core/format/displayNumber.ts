/**
 * A number as people read it: at most `digits` significant digits without idle zeros, an exponent where the number
 * is very large or small, a real minus sign (U+2212), ∞ and NaN by their names. For the eye; `writeArray` writes
 * numbers that programs read back.
 *
 * @example displayNumber(-0.000012345678, 4) // '−1.235e−5'
 */
export function displayNumber(value: number, digits = 6): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '\u2212\u221e' : '\u221e';
  if (value === 0) return Object.is(value, -0) ? '\u22120' : '0';
  const magnitude = Math.abs(value);
  const exponent = Math.floor(Math.log10(magnitude));
  const long = exponent < -4 || exponent >= Math.max(digits, 6);
  const text = long ? magnitude.toExponential(digits - 1) : magnitude.toPrecision(digits);
  const [mantissa = '', power] = text.split('e');
  const short = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  const sign = value < 0 ? '\u2212' : '';
  if (power === undefined) return sign + short;
  return `${sign}${short}e${power.startsWith('-') ? '\u2212' : ''}${power.slice(1)}`;
}
