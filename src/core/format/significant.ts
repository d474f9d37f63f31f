/**
 * A number with at most so many significant digits, without trailing zeros: for reading, not for reading back.
 * NaN and infinities are written `nan`, `inf`, `-inf`; negative zero keeps its sign.
 *
 * @example significant(0.26894142137, 4) // '0.2689'
 * @example significant(1.2345e-7, 3) // '1.23e-7'
 */
export function significant(x: number, digits: number): string {
  if (Number.isNaN(x)) return 'nan';
  if (x === Infinity) return 'inf';
  if (x === -Infinity) return '-inf';
  if (x === 0) return Object.is(x, -0) ? '-0' : '0';
  const size = Math.abs(x);
  if (Number.isInteger(x) && size < 10 ** Math.max(digits, 6)) return String(x);
  if (size < 1e-4 || size >= 10 ** Math.max(digits, 6)) {
    const [mantissa = '', exponent = ''] = x.toExponential(digits - 1).split('e');
    return `${withoutZeros(mantissa)}e${exponent.replace('+', '')}`;
  }
  const text = x.toPrecision(digits);
  return withoutZeros(text.includes('e') ? String(Number(text)) : text);
}

function withoutZeros(text: string): string {
  if (!text.includes('.')) return text;
  let end = text.length;
  while (text[end - 1] === '0') end--;
  if (text[end - 1] === '.') end--;
  return text.slice(0, end);
}
