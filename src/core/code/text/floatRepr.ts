/**
 * A float as Python's `repr` writes it: the fewest digits that read back as the same number, a point or an exponent
 * always, exponents from 1e16 upwards and below 1e-4.
 *
 * @example floatRepr(1e16) // '1e+16'
 */
export function floatRepr(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const size = Math.abs(value);
  if (size >= 1e-4 && size < 1e16) {
    const plain = String(value);
    if (!plain.includes('e')) return plain.includes('.') ? plain : `${plain}.0`;
  }
  const { negative, digits, exponent } = shortest(value);
  const sign = negative ? '-' : '';
  if (exponent >= -4 && exponent < 16) return sign + positional(digits, exponent);
  return `${sign}${digits[0]!}${digits.length > 1 ? `.${digits.slice(1)}` : ''}${exponentText(exponent)}`;
}

/** `e+16`, `e-05`: Python writes at least two digits. */
export function exponentText(exponent: number): string {
  const size = String(Math.abs(exponent)).padStart(2, '0');
  return `e${exponent < 0 ? '-' : '+'}${size}`;
}

/** The shortest digits of a finite number and the power of ten of the first one. */
export function shortest(value: number): { negative: boolean; digits: string; exponent: number } {
  const [mantissa, power] = Math.abs(value).toExponential().split('e') as [string, string];
  return {
    negative: value < 0 || Object.is(value, -0),
    digits: mantissa.replace('.', ''),
    exponent: Number(power),
  };
}

function positional(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return `${digits.padEnd(exponent + 1, '0')}.0`;
  return `${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}
