import { PyError, type Machine, type Value } from '../value';
import { as, element } from './cast';
import { isFloat, noComplex, promote } from './dtype';
import {
  flat,
  newArray,
  scatter,
  single,
  sizeOf,
  view,
  wrap,
  type ElementType,
  type Items,
  type NdArray,
} from './ndarray';

/** The array that an array or a NumPy scalar is already. */
export function arrayIn(value: Value): NdArray | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  if (value.kind === 'ndarray') return value;
  return value.kind === 'numpyScalar' ? value.array : undefined;
}

function plainType(value: Value): ElementType {
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return 'float64';
  if (typeof value === 'bigint') {
    if (BigInt.asIntN(64, value) === value) return 'int64';
    return BigInt.asUintN(64, value) === value ? 'uint64' : 'object';
  }
  if (typeof value === 'string') return 'str';
  if (value !== null && value.kind === 'complex') throw noComplex();
  return 'object';
}

const sequenceKinds = new Set(['list', 'tuple', 'range']);

/** The items of a list, a tuple or a range; undefined for what is no sequence. */
export function sequence(value: Value, machine: Machine): readonly Value[] | undefined {
  if (value === null || typeof value !== 'object' || !sequenceKinds.has(value.kind)) return undefined;
  if (value.kind === 'list' || value.kind === 'tuple') return value.items;
  return [...machine.iterate(value)];
}

interface Gathered {
  shape: number[];
  leaves: Value[];
  dtype: ElementType | undefined;
}

function inhomogeneous(shape: readonly number[]): PyError {
  return new PyError(
    'ValueError',
    `setting an array element with a sequence. The requested array has an inhomogeneous shape after ${shape.length} dimensions. The detected shape was (${shape.join(', ')}${shape.length === 1 ? ',' : ''}) + inhomogeneous part.`,
  );
}

/** Walks nested sequences one level after another. */
function collect(value: Value, machine: Machine): Gathered {
  let level: Value[] = [value];
  const shape: number[] = [];
  for (;;) {
    const parts = level.map((each) => sequence(each, machine) ?? arrayIn(each));
    const first = parts[0];
    const isLeaf = (part: (typeof parts)[number]): boolean =>
      part === undefined || (!Array.isArray(part) && (part as NdArray).shape.length === 0);
    if (level.length === 0 || parts.every(isLeaf)) break;
    const lengthOf = (part: (typeof parts)[number]): number =>
      isLeaf(part) ? -1 : Array.isArray(part) ? part.length : (part as NdArray).shape[0]!;
    const length = lengthOf(first);
    if (parts.some((part) => lengthOf(part) !== length)) throw inhomogeneous(shape);
    shape.push(length);
    const next: Value[] = [];
    for (const part of parts) {
      if (Array.isArray(part)) for (const item of part as readonly Value[]) next.push(item);
      else {
        const a = part as NdArray;
        for (let i = 0; i < length; i++)
          next.push(view(a, a.shape.slice(1), a.strides.slice(1), a.offset + i * a.strides[0]!));
      }
    }
    machine.spend(next.length);
    level = next;
  }
  let dtype: ElementType | undefined;
  for (const leaf of level) {
    const type = arrayIn(leaf)?.dtype ?? plainType(leaf);
    if (dtype !== type) dtype = dtype === undefined ? type : promote(dtype, type);
  }
  return { shape, leaves: level, dtype };
}

/** `np.asarray`: the array itself where it is one of that dtype already, else a new one of nested sequences. */
export function asArray(value: Value, machine: Machine, dtype?: ElementType): NdArray {
  const known = arrayIn(value);
  if (known) return dtype === undefined ? known : as(known, dtype);
  if (sequence(value, machine) === undefined) {
    const type = dtype ?? plainType(value);
    return single(type, element(type, value));
  }
  const { shape, leaves, dtype: found } = collect(value, machine);
  machine.allocate(leaves.length);
  const type = dtype ?? found ?? 'float64';
  const out = newArray(type, shape);
  const items = out.buffer as Items;
  const strict = dtype !== undefined && !isFloat(type) && found !== undefined && isFloat(found);
  for (let i = 0; i < leaves.length; i++) {
    const leaf = leaves[i]!;
    items[i] = strict && typeof leaf === 'number' && Number.isNaN(leaf) && type === 'bool' ? 1 : element(type, leaf);
  }
  return out;
}

/** `np.array`: as `asArray`, but never the same memory. */
export function newFrom(value: Value, machine: Machine, dtype?: ElementType): NdArray {
  const a = asArray(value, machine, dtype);
  if (a !== arrayIn(value)) return a;
  machine.allocate(sizeOf(a.shape));
  const copy = newArray(a.dtype, a.shape);
  scatter(copy, flat(a));
  return { ...copy, library: a.library };
}

/** A whole number that a parameter asks for. @throws PyError TypeError */
export function integer(value: Value): number {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'boolean') return Number(value);
  const a = arrayIn(value);
  if (a !== undefined && sizeOf(a.shape) === 1 && !isFloat(a.dtype) && a.dtype !== 'object')
    return Number((flat(a) as Items)[0]);
  throw new PyError('TypeError', `'${typeName(value)}' object cannot be interpreted as an integer`);
}

/** The number that a parameter asks for. */
export function real(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  const a = arrayIn(value);
  if (a && sizeOf(a.shape) === 1) return Number((flat(a) as Items)[0]);
  throw new PyError('TypeError', `must be real number, not ${typeName(value)}`);
}

/** One or several whole numbers: shapes and axes. */
export function integers(value: Value, machine: Machine): number[] {
  const many = sequence(value, machine);
  if (many) return many.map(integer);
  const a = arrayIn(value);
  if (a?.shape.length === 1) return Array.from(flat(a) as ArrayLike<Value>, integer);
  return [integer(value)];
}

/** A shape; its size is charged. @throws PyError ValueError for negative lengths */
export function shapeOf(value: Value, machine: Machine): number[] {
  const shape = integers(value, machine);
  if (shape.some((length) => length < 0)) throw new PyError('ValueError', 'negative dimensions are not allowed');
  machine.allocate(sizeOf(shape));
  return shape;
}

/** `type(x).__name__`. */
export function typeName(value: Value): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'number') return 'float';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'str';
  if (value.kind === 'ndarray') return value.library === 'torch' ? 'Tensor' : 'ndarray';
  if (value.kind === 'numpyScalar') return value.array.dtype;
  if (value.kind === 'instance') return value.class.name;
  if (value.kind === 'object' || value.kind === 'iterator') return value.type;
  if (value.kind === 'native') return 'builtin_function_or_method';
  return value.kind === 'class' || value.kind === 'numpyType' ? 'type' : value.kind;
}

export function tuple(items: readonly Value[]): Value {
  return { kind: 'tuple', items };
}

export function list(items: Value[]): Value {
  return { kind: 'list', items };
}

export function shapeTuple(shape: readonly number[]): Value {
  return tuple(shape.map(BigInt));
}

/** A one-dimensional float64 array. */
export function floats(data: Float64Array): NdArray {
  return wrap('float64', [data.length], data);
}
