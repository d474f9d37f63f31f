/**
 * A float's size as the exact decimal that it is: `digits / 10^scale`.
 *
 * Every float is a whole number times a power of two, and 2^-k is 5^k / 10^k.
 */
export function exactDecimal(value: number): { digits: bigint; scale: number } {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(value));
  const whole = bits.getBigUint64(0);
  const field = Number(whole >> 52n);
  const fraction = whole & 0xfffffffffffffn;
  const mantissa = field === 0 ? fraction : fraction | 0x10000000000000n;
  const exponent = Math.max(field, 1) - 1075;
  if (exponent >= 0) return { digits: mantissa << BigInt(exponent), scale: 0 };
  return { digits: mantissa * 5n ** BigInt(-exponent), scale: -exponent };
}

/** `digits / 10^drop` rounded to a whole number, halves to even. */
export function roundHalfEven(digits: bigint, drop: number): bigint {
  if (drop <= 0) return digits * 10n ** BigInt(-drop);
  const unit = 10n ** BigInt(drop);
  const quotient = digits / unit;
  const twice = (digits % unit) * 2n;
  if (twice > unit || (twice === unit && (quotient & 1n) === 1n)) return quotient + 1n;
  return quotient;
}

/** The size of a finite float with `places` digits behind the point, rounded exactly, halves to even. */
export function fixedDigits(value: number, places: number): string {
  const size = Math.abs(value);
  if (size < 1e21 && places <= 60 && !Number.isInteger(size * 2 ** (places + 1))) return size.toFixed(places);
  const { digits, scale } = exactDecimal(value);
  const rounded = String(roundHalfEven(digits, scale - places)).padStart(places + 1, '0');
  if (places === 0) return rounded;
  return `${rounded.slice(0, -places)}.${rounded.slice(-places)}`;
}

/** The first `count` digits of a finite float's size, rounded exactly, and the power of ten of the first. */
export function leadingDigits(value: number, count: number): { digits: string; exponent: number } {
  if (value === 0) return { digits: '0'.repeat(count), exponent: 0 };
  const { digits, scale } = exactDecimal(value);
  const length = String(digits).length;
  let text = String(roundHalfEven(digits, length - count));
  let exponent = length - 1 - scale;
  if (text.length > count) {
    text = text.slice(0, count);
    exponent++;
  }
  return { digits: text, exponent };
}
