import type { DType } from '../../array/numericArray';
import { rounderOf } from '../../precision/roundTo';
import { PyError, type Machine, type NumpyType, type Value } from '../value';
import type { ElementType } from './ndarray';

export type Kind = 'b' | 'i' | 'u' | 'f' | 'O' | 'U';

interface DtypeInfo {
  readonly kind: Kind;
  /** bytes */
  readonly itemsize: number;
  /** array-protocol code without byte order, e.g. `f4` */
  readonly code: string;
}

export const dtypeInfo: Readonly<Record<ElementType, DtypeInfo>> = {
  bool: { kind: 'b', itemsize: 1, code: 'b1' },
  int8: { kind: 'i', itemsize: 1, code: 'i1' },
  int16: { kind: 'i', itemsize: 2, code: 'i2' },
  int32: { kind: 'i', itemsize: 4, code: 'i4' },
  int64: { kind: 'i', itemsize: 8, code: 'i8' },
  uint8: { kind: 'u', itemsize: 1, code: 'u1' },
  uint16: { kind: 'u', itemsize: 2, code: 'u2' },
  uint32: { kind: 'u', itemsize: 4, code: 'u4' },
  uint64: { kind: 'u', itemsize: 8, code: 'u8' },
  float16: { kind: 'f', itemsize: 2, code: 'f2' },
  bfloat16: { kind: 'f', itemsize: 2, code: 'bf2' },
  float32: { kind: 'f', itemsize: 4, code: 'f4' },
  float64: { kind: 'f', itemsize: 8, code: 'f8' },
  object: { kind: 'O', itemsize: 8, code: 'O' },
  str: { kind: 'U', itemsize: 4, code: 'U' },
};

export const isFloat = (t: ElementType): boolean => dtypeInfo[t].kind === 'f';
export const isInteger = (t: ElementType): boolean => dtypeInfo[t].kind === 'i' || dtypeInfo[t].kind === 'u';
export const isWide = (t: ElementType): boolean => t === 'int64' || t === 'uint64';
export const isNumeric = (t: ElementType): boolean => t !== 'object' && t !== 'str';

const spellings = new Map<string, ElementType>([
  ['int', 'int64'],
  ['int_', 'int64'],
  ['intp', 'int64'],
  ['long', 'int64'],
  ['longlong', 'int64'],
  ['uint', 'uint64'],
  ['uintp', 'uint64'],
  ['ulong', 'uint64'],
  ['ulonglong', 'uint64'],
  ['intc', 'int32'],
  ['uintc', 'uint32'],
  ['short', 'int16'],
  ['ushort', 'uint16'],
  ['byte', 'int8'],
  ['ubyte', 'uint8'],
  ['float', 'float64'],
  ['double', 'float64'],
  ['single', 'float32'],
  ['half', 'float16'],
  ['bool_', 'bool'],
  ['str_', 'str'],
  ['object_', 'object'],
  ['?', 'bool'],
  ['b', 'int8'],
  ['B', 'uint8'],
  ['h', 'int16'],
  ['H', 'uint16'],
  ['i', 'int32'],
  ['I', 'uint32'],
  ['l', 'int64'],
  ['L', 'uint64'],
  ['q', 'int64'],
  ['Q', 'uint64'],
  ['e', 'float16'],
  ['f', 'float32'],
  ['d', 'float64'],
]);
for (const [name, info] of Object.entries(dtypeInfo)) {
  spellings.set(name, name as ElementType);
  spellings.set(info.code, name as ElementType);
}

/** The names under which NumPy's module holds its types. */
export const typeNames: ReadonlyMap<string, ElementType> = new Map(
  [...spellings].filter(([name]) => name.length > 2 && name !== 'int' && name !== 'float' && name !== 'str'),
);

/** A dtype by any text that NumPy takes: `float32`, `f4`, `<i8`, `U10`. */
export function dtypeNamed(text: string): ElementType | undefined {
  const bare = /^[<>=|]/.test(text) ? text.slice(1) : text;
  return spellings.get(bare) ?? (/^[US]\d*$/.test(bare) ? 'str' : undefined);
}

/** What `dtype=` says: None is undefined. @throws PyError TypeError for what is no dtype */
export function dtypeOf(value: Value, machine?: Machine): ElementType | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string') {
    const found = dtypeNamed(value);
    if (found) return found;
    if (/^(complex|c8|c16|F$|D$)/.test(value)) throw noComplex();
    throw new PyError('TypeError', `data type '${value}' not understood`);
  }
  if (typeof value === 'object') {
    if (value.kind === 'numpyType') {
      const found = dtypeNamed(value.name.replace(/^torch\./, ''));
      if (found) return found;
      if (value.name.startsWith('complex')) throw noComplex();
    }
    const name =
      value.kind === 'native' || value.kind === 'class' ? value.name : value.kind === 'object' ? value.type : '';
    if (name === 'complex') throw noComplex();
    const found = name === 'object' ? 'object' : dtypeNamed(name);
    if (found) return found;
  }
  throw new PyError('TypeError', `Cannot interpret '${machine ? machine.repr(value) : typeof value}' as a data type`);
}

export function noComplex(): PyError {
  return new PyError('NotImplementedError', 'complex numbers are not worked out');
}

export function numpyType(dtype: ElementType): NumpyType {
  return { kind: 'numpyType', name: dtype };
}

/** As a dtype's repr names it in arrays: `float32`, `object`, `<U3`. */
export function dtypeText(dtype: ElementType, longest = 1): string {
  return dtype === 'str' ? `<U${Math.max(longest, 1)}` : dtype;
}

const order: readonly ElementType[] = ['bool', 'int8', 'int16', 'int32', 'int64'];

/** NumPy's common type of two dtypes. */
export function promote(a: ElementType, b: ElementType): ElementType {
  if (a === b) return a;
  if (a === 'object' || b === 'object') return 'object';
  if (a === 'str' || b === 'str') return 'str';
  const ka = dtypeInfo[a];
  const kb = dtypeInfo[b];
  if (ka.kind === 'b') return b;
  if (kb.kind === 'b') return a;
  if (ka.kind === 'f' || kb.kind === 'f') {
    if (ka.kind === 'f' && kb.kind === 'f') {
      if (ka.itemsize === kb.itemsize) return 'float32';
      return ka.itemsize > kb.itemsize ? a : b;
    }
    const [float, other] = ka.kind === 'f' ? [a, kb] : [b, ka];
    const needed: ElementType = other.itemsize === 1 ? 'float16' : other.itemsize === 2 ? 'float32' : 'float64';
    return dtypeInfo[float].itemsize >= dtypeInfo[needed].itemsize ? float : needed;
  }
  if (ka.kind === kb.kind) return ka.itemsize > kb.itemsize ? a : b;
  const [signed, unsigned] = ka.kind === 'i' ? [ka, kb] : [kb, ka];
  if (signed.itemsize > unsigned.itemsize) return ka.kind === 'i' ? a : b;
  return unsigned.itemsize === 8 ? 'float64' : order[order.indexOf(`int${unsigned.itemsize * 8}` as ElementType) + 1]!;
}

/** NumPy's `can_cast`. */
export function canCast(from: ElementType, to: ElementType, rule: string): boolean {
  if (rule === 'unsafe') return true;
  if (from === to || rule === 'no' || rule === 'equiv') return from === to;
  if (to === 'object') return true;
  if (from === 'object') return false;
  if (to === 'str') return true;
  if (from === 'str') return false;
  if (promote(from, to) === to) return true;
  if (rule !== 'same_kind') return false;
  const rank = 'biuf';
  const a = dtypeInfo[from].kind;
  const b = dtypeInfo[to].kind;
  if (a === 'i' && b === 'u') return false;
  return rank.indexOf(a) <= rank.indexOf(b);
}

const identity = (x: number): number => x;
const wrappers: Partial<Record<ElementType, (x: number) => number>> = {
  int8: (x) => (x << 24) >> 24,
  int16: (x) => (x << 16) >> 16,
  int32: (x) => x | 0,
  uint8: (x) => x & 255,
  uint16: (x) => x & 65535,
  uint32: (x) => x >>> 0,
  float16: rounderOf('float16'),
  bfloat16: rounderOf('bfloat16'),
  float32: Math.fround,
};

/** Brings a float64 number to the dtype: rounds to narrower floats, wraps to integers of up to 32 bits. */
export function fitter(dtype: ElementType): (x: number) => number {
  return wrappers[dtype] ?? identity;
}

/** The least and greatest of an integer dtype. */
export function integerRange(dtype: ElementType): readonly [bigint, bigint] {
  const { kind, itemsize } = dtypeInfo[dtype];
  const bits = BigInt(itemsize * 8);
  return kind === 'u' ? [0n, (1n << bits) - 1n] : [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n];
}

/** core's own dtype for a float type. */
export function floatFormat(dtype: ElementType): DType {
  return dtype === 'float16' || dtype === 'bfloat16' || dtype === 'float32' ? dtype : 'float64';
}
