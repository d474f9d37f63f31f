import { PyError, type Machine, type Value } from '../value';
import { dtypeInfo, fitter, isFloat, isWide } from './dtype';
import { copyOf, flat, newBuffer, only, sizeOf, wrap, type ElementType, type Items, type NdArray } from './ndarray';
import { scalarText } from './print/scalarText';

/** A float as C casts it to a 64-bit integer: truncated; what does not fit becomes the least one. */
export function truncated(x: number): bigint {
  if (!(x >= -(2 ** 63) && x < 2 ** 63)) return -(2n ** 63n);
  return BigInt(Math.trunc(x));
}

function toInteger32(x: number): number {
  if (Math.abs(x) < 2147483648) return x;
  return Number(BigInt.asIntN(32, truncated(x)));
}

function textOf(item: Value, from: ElementType): string {
  if (from === 'str') return item as string;
  return scalarText(item as number | bigint, from);
}

/** A function that turns an element of one dtype into an element of another. */
function converter(from: ElementType, to: ElementType): (item: Value) => Value {
  if (to === 'object') return (item) => itemValue(item, from);
  if (to === 'str') return (item) => textOf(item, from);
  if (from === 'str') return (item) => element(to, parsed(item as string, to));
  if (from === 'object') return (item) => element(to, item);
  if (to === 'bool') return (item) => (item === 0 || item === 0n ? 0 : 1);
  const fit = fitter(to);
  if (isWide(to)) {
    if (isWide(from)) return (item) => item;
    return isFloat(from) ? (item) => truncated(item as number) : (item) => BigInt(item as number);
  }
  if (isWide(from)) {
    if (isFloat(to)) return (item) => fit(Number(item));
    return (item) => fit(Number(BigInt.asIntN(32, item as bigint)));
  }
  if (isFloat(from) && !isFloat(to)) return (item) => fit(toInteger32(item as number));
  return (item) => fit(item as number);
}

function parsed(text: string, to: ElementType): Value {
  const bare = text.trim();
  if (isFloat(to)) {
    const known: Readonly<Record<string, number>> = { nan: NaN, inf: Infinity, '-inf': -Infinity };
    const x = known[bare.toLowerCase()] ?? (bare === '' ? undefined : Number(bare));
    if (x === undefined || (Number.isNaN(x) && bare.toLowerCase() !== 'nan')) {
      throw new PyError('ValueError', `could not convert string to float: '${text}'`);
    }
    return x;
  }
  if (to === 'bool') return bare !== '' && bare !== 'False';
  if (!/^[+-]?\d+$/.test(bare)) {
    throw new PyError('ValueError', `invalid literal for int() with base 10: '${text}'`);
  }
  return BigInt(bare);
}

/** A Python value as an element of a dtype, by C's conversion. @throws PyError where NumPy refuses */
export function element(to: ElementType, value: Value): Value {
  if (to === 'object') return value;
  if (to === 'str') {
    if (typeof value === 'string') return value;
    if (typeof value === 'bigint' || typeof value === 'boolean')
      return value === true ? 'True' : value === false ? 'False' : String(value);
    if (typeof value === 'number') return scalarText(value, 'float64');
  }
  if (typeof value === 'boolean') return isWide(to) ? (value ? 1n : 0n) : value ? 1 : 0;
  if (typeof value === 'number') {
    if (!isFloat(to) && to !== 'bool') {
      if (Number.isNaN(value)) throw new PyError('ValueError', 'cannot convert float NaN to integer');
      if (!Number.isFinite(value)) throw new PyError('OverflowError', 'cannot convert float infinity to integer');
    }
    return converter('float64', to)(value);
  }
  if (typeof value === 'bigint') {
    if (to === 'bool') return value === 0n ? 0 : 1;
    if (isFloat(to)) return fitter(to)(Number(value));
    const bits = dtypeInfo[to].itemsize * 8;
    const fits = dtypeInfo[to].kind === 'u' ? BigInt.asUintN(bits, value) : BigInt.asIntN(bits, value);
    if (fits !== value) {
      throw new PyError(
        'OverflowError',
        bits === 64 && to === 'int64'
          ? 'Python int too large to convert to C long'
          : `Python integer ${value} out of bounds for ${to}`,
      );
    }
    return isWide(to) ? value : Number(value);
  }
  if (typeof value === 'string') return element(to, parsed(value, to));
  if (value === null) {
    if (isFloat(to)) return NaN;
    throw new PyError(
      'TypeError',
      `int() argument must be a string, a bytes-like object or a real number, not 'NoneType'`,
    );
  }
  if (value.kind === 'numpyScalar' || (value.kind === 'ndarray' && sizeOf(value.shape) === 1)) {
    const array = value.kind === 'numpyScalar' ? value.array : value;
    return converter(array.dtype, to)(only(array));
  }
  if (value.kind === 'ndarray' || value.kind === 'list' || value.kind === 'tuple') {
    throw new PyError('ValueError', 'setting an array element with a sequence.');
  }
  const what = value.kind === 'instance' ? value.class.name : value.kind === 'object' ? value.type : value.kind;
  throw new PyError('TypeError', `float() argument must be a string or a real number, not '${what}'`);
}

/** An element as Python's own value: bool, int, float. */
export function itemValue(item: Value, dtype: ElementType): Value {
  if (dtype === 'bool') return item !== 0;
  if (dtype === 'object' || dtype === 'str' || isFloat(dtype)) return item;
  return typeof item === 'number' ? BigInt(item) : item;
}

/** The array in another dtype; a copy, always. A NaN or an overflow that goes into an integer warns as NumPy does. */
export function astype(a: NdArray, dtype: ElementType, machine?: Machine): NdArray {
  if (a.dtype === dtype) return copyOf(a);
  const data = flat(a) as Items;
  const size = data.length;
  const out = newBuffer(dtype, size);
  const convert = converter(a.dtype, dtype);
  for (let i = 0; i < size; i++) (out as Items)[i] = convert(data[i]!);
  if (machine && isFloat(a.dtype) && !isFloat(dtype) && dtype !== 'bool' && dtype !== 'object' && dtype !== 'str') {
    const limit = 2 ** 63;
    for (let i = 0; i < size; i++) {
      if (!(Math.abs(data[i] as number) < limit)) {
        machine.warn('RuntimeWarning', 'invalid value encountered in cast');
        break;
      }
    }
  }
  return { ...wrap(dtype, a.shape, out), library: a.library };
}

/** The array itself when it has the dtype, else a copy in it. */
export function as(a: NdArray, dtype: ElementType): NdArray {
  return a.dtype === dtype ? a : astype(a, dtype);
}
