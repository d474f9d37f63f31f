/**
 * A tick's number as text: as many decimals as the step between ticks needs, an exponent where that would be long.
 * A real minus sign (U+2212) lines up with digits.
 *
 * @example tickLabel(-0.25, 0.05) // '−0.25'
 */
export function tickLabel(value: number, step: number): string {
  if (value === 0) return '0';
  const magnitude = Math.abs(value);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const text =
    magnitude >= 1e5 || decimals > 4
      ? magnitude.toExponential(Math.min(6, Math.max(0, Math.floor(Math.log10(magnitude)) + decimals)))
      : magnitude.toFixed(decimals);
  return (value < 0 ? '\u2212' : '') + text.replace(/(?:\.0+|(\.\d*[1-9])0+)(?=e|$)/, '$1').replace('e+', 'e');
}
