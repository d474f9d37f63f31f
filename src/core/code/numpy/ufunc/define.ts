import { exp, expm1 } from '../../../math/exp';
import { tanhOf } from '../../../math/smooth';

/** How the dtypes of operands and result go together. */
export type Rule =
  /** common dtype; bools have a kernel of their own or are refused */
  | 'arithmetic'
  /** floats; integers become the float that holds them */
  | 'float'
  /** floats; every integer becomes float64 (true division) */
  | 'divide'
  /** common dtype, result bool */
  | 'compare'
  /** truth of each, result bool */
  | 'logical'
  /** integers and bools only */
  | 'bitwise'
  /** floats of any kind to bool */
  | 'test';

export interface Ufunc {
  readonly name: string;
  readonly operands: 1 | 2;
  readonly rule: Rule;
  /** on float64 numbers; the result is rounded to the dtype */
  readonly number: (a: number, b: number) => number;
  /** on 64-bit integers; wrapped by the buffer */
  readonly big?: (a: bigint, b: bigint) => bigint;
  /** on integers of up to 32 bits, where it differs from that on floats */
  readonly small?: (a: number, b: number) => number;
  /** on bools, result bool; null: refused with this message; absent: bools become int8 */
  readonly bool?: ((a: number, b: number) => number) | string;
  /** start of a reduction; absent: the first element */
  readonly identity?: number;
  /** result bool whatever the operands, of 64-bit integers */
  readonly bigTest?: (a: bigint, b: bigint) => boolean;
}

const ufuncs = new Map<string, Ufunc>();

export function ufuncNamed(name: string): Ufunc {
  return ufuncs.get(name)!;
}

export function allUfuncs(): IterableIterator<Ufunc> {
  return ufuncs.values();
}

export function define(ufunc: Ufunc): void {
  ufuncs.set(ufunc.name, ufunc);
}

function floatUnary(name: string, number: (a: number) => number): void {
  define({ name, operands: 1, rule: 'float', number });
}

function binaryFloat(name: string, number: (a: number, b: number) => number): void {
  define({ name, operands: 2, rule: 'float', number });
}

/** To the nearest whole number, ties to even. */
export function rint(x: number): number {
  if (!(Math.abs(x) < 4503599627370496)) return x;
  const r = Math.round(x);
  const even = Math.abs(x % 1) === 0.5 && r % 2 !== 0 ? r - 1 : r;
  return even === 0 && (x < 0 || Object.is(x, -0)) ? -0 : even;
}

function log1p(x: number): number {
  return Math.log1p(x);
}

floatUnary('exp', exp);
floatUnary('expm1', expm1);
floatUnary('exp2', (a) => 2 ** a);
floatUnary('log', Math.log);
floatUnary('log2', Math.log2);
floatUnary('log10', Math.log10);
floatUnary('log1p', log1p);
floatUnary('sqrt', Math.sqrt);
floatUnary('cbrt', Math.cbrt);
floatUnary('sin', Math.sin);
floatUnary('cos', Math.cos);
floatUnary('tan', Math.tan);
floatUnary('arcsin', Math.asin);
floatUnary('arccos', Math.acos);
floatUnary('arctan', Math.atan);
floatUnary('sinh', Math.sinh);
floatUnary('cosh', Math.cosh);
floatUnary('tanh', tanhOf);
floatUnary('arcsinh', Math.asinh);
floatUnary('arccosh', Math.acosh);
floatUnary('arctanh', Math.atanh);
floatUnary('deg2rad', (a) => a * (Math.PI / 180));
floatUnary('radians', (a) => a * (Math.PI / 180));
floatUnary('rad2deg', (a) => a * (180 / Math.PI));
floatUnary('degrees', (a) => a * (180 / Math.PI));
floatUnary('fabs', Math.abs);
floatUnary('rint', rint);
floatUnary('spacing', (a) => {
  const x = Math.abs(a);
  return x === 0 ? 5e-324 : Math.max(5e-324, 2 ** (Math.floor(Math.log2(x)) - 52));
});
binaryFloat('arctan2', Math.atan2);
binaryFloat('hypot', Math.hypot);
binaryFloat('copysign', (a, b) => (b < 0 || Object.is(b, -0) ? -Math.abs(a) : Math.abs(a)));
binaryFloat('logaddexp', (a, b) => {
  if (a === b) return a + Math.LN2;
  const d = a - b;
  return Number.isNaN(d) ? d : Math.max(a, b) + log1p(exp(-Math.abs(d)));
});
binaryFloat('logaddexp2', (a, b) => {
  if (a === b) return a + 1;
  const d = a - b;
  return Number.isNaN(d) ? d : Math.max(a, b) + log1p(2 ** -Math.abs(d)) / Math.LN2;
});
binaryFloat('heaviside', (a, b) => (Number.isNaN(a) ? NaN : a === 0 ? b : a < 0 ? 0 : 1));
binaryFloat('nextafter', (a, b) => nextAfter(a, b));
binaryFloat('ldexp', (a, b) => a * 2 ** b);

const word = new DataView(new ArrayBuffer(8));
function nextAfter(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
  if (a === b) return b;
  if (a === 0) return b > 0 ? 5e-324 : -5e-324;
  word.setFloat64(0, a);
  word.setBigInt64(0, word.getBigInt64(0) + (b > a === a > 0 ? 1n : -1n));
  return word.getFloat64(0);
}

const test = (name: string, number: (a: number) => number): void => define({ name, operands: 1, rule: 'test', number });
test('isnan', (a) => (Number.isNaN(a) ? 1 : 0));
test('isinf', (a) => (Math.abs(a) === Infinity ? 1 : 0));
test('isfinite', (a) => (Number.isFinite(a) ? 1 : 0));
test('signbit', (a) => (a < 0 || Object.is(a, -0) ? 1 : 0));
