import { readFileSync } from 'node:fs';

/** A number as the reference files write it: a JSON number, or 'nan', 'inf', '-inf', '-0.0', a shortest float64. */
export type ReferenceNumber = number | string;

/** A parsed file of test/reference; the caller asserts the shape that its README describes. */
export function readReference(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../reference/${file}`, import.meta.url), 'utf8'));
}

export function referenceNumber(written: ReferenceNumber): number {
  if (typeof written === 'number') return written;
  const word = written.toLowerCase();
  if (word === 'nan') return NaN;
  if (word === 'inf') return Infinity;
  if (word === '-inf') return -Infinity;
  const value = Number(written);
  if (written.trim() === '' || Number.isNaN(value)) throw new Error(`not a number of the reference: ${written}`);
  return value;
}

export const referenceNumbers = (written: readonly ReferenceNumber[]): number[] => written.map(referenceNumber);

/** A number from its bits in hexadecimal, as the frameworks' tables write float32, bfloat16 and float16. */
export function fromBits(format: 'f32' | 'bf16' | 'f16', hex: string): number {
  const bits = Number.parseInt(hex, 16);
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, format === 'bf16' ? bits << 16 : bits);
  if (format !== 'f16') return view.getFloat32(0);
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

const view = new DataView(new ArrayBuffer(8));

/** A float64 from the 16 hexadecimal digits of its bits. */
export function doubleFromBits(hex: string): number {
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}

/** Where a float64 stands in the ascending order of all float64 values. */
function rank(x: number): bigint {
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

/**
 * How many float64 values lie from `actual` to `expected`: 0 for equal numbers (0 and -0 are equal, so are two NaNs),
 * Infinity when only one is NaN.
 */
export function ulpsBetween(actual: number, expected: number): number {
  if (Number.isNaN(actual) || Number.isNaN(expected)) {
    return Number.isNaN(actual) && Number.isNaN(expected) ? 0 : Infinity;
  }
  const distance = rank(actual) - rank(expected);
  return Number(distance < 0n ? -distance : distance);
}

/** Their derivatives cross zero near -1, where an absolute error of 2^-52 is enough. */
const crossing = new Set(['gelu', 'geluTanh', 'quickGelu', 'silu', 'swish', 'mish']);

/** Whether a derivative is good enough because it lies at the function's own zero crossing. */
export function goodAtCrossing(fn: string, actual: number, expected: number): boolean {
  return crossing.has(fn) && Math.abs(expected) < 0.1 && Math.abs(actual - expected) <= 2 ** -52;
}
