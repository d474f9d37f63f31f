import type { Buffer, ElementType, NdArray, NumpyScalar, Value } from '../value';

export type { Buffer, ElementType, NdArray } from '../value';

/** Elements of any buffer, where the code does not care which: a store wraps as the buffer's type does. */
export interface Items {
  readonly length: number;
  [index: number]: Value;
}

/** A buffer of zeros (None for objects, '' for texts). */
export function newBuffer(dtype: ElementType, size: number): Buffer {
  if (dtype === 'int64') return new BigInt64Array(size);
  if (dtype === 'uint64') return new BigUint64Array(size);
  if (dtype === 'object') return new Array<Value>(size).fill(null);
  if (dtype === 'str') return new Array<Value>(size).fill('');
  return new Float64Array(size);
}

export function sizeOf(shape: readonly number[]): number {
  let size = 1;
  for (let k = 0; k < shape.length; k++) size *= shape[k]!;
  return size;
}

/** Strides, in elements, of a row-major array. */
export function rowMajor(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let k = shape.length - 1; k >= 0; k--) {
    strides[k] = step;
    step *= shape[k]!;
  }
  return strides;
}

/** An array over a buffer that holds its elements row by row. */
export function wrap(dtype: ElementType, shape: readonly number[], buffer: Buffer): NdArray {
  return { kind: 'ndarray', dtype, shape, strides: rowMajor(shape), offset: 0, buffer, library: 'numpy' };
}

/** A new array of zeros. Memory is charged by the caller. */
export function newArray(dtype: ElementType, shape: readonly number[]): NdArray {
  return wrap(dtype, shape, newBuffer(dtype, sizeOf(shape)));
}

/** The same elements seen with another shape and strides. */
export function view(a: NdArray, shape: readonly number[], strides: readonly number[], offset = a.offset): NdArray {
  return { kind: 'ndarray', dtype: a.dtype, shape, strides, offset, buffer: a.buffer, library: a.library };
}

export function isContiguous(a: NdArray): boolean {
  let step = 1;
  for (let k = a.shape.length - 1; k >= 0; k--) {
    const length = a.shape[k]!;
    if (length === 0) return true;
    if (length !== 1 && a.strides[k] !== step) return false;
    step *= length;
  }
  return true;
}

/** Where each element of a strided array stands, in row-major order. */
export function positions(shape: readonly number[], strides: readonly number[], offset: number): Int32Array {
  const size = sizeOf(shape);
  const out = new Int32Array(size);
  if (size === 0) return out;
  out[0] = offset;
  let filled = 1;
  for (let k = shape.length - 1; k >= 0; k--) {
    const length = shape[k]!;
    const stride = strides[k]!;
    const block = filled;
    for (let i = 1; i < length; i++) {
      const shift = i * stride;
      for (let j = 0; j < block; j++) out[filled++] = out[j]! + shift;
    }
  }
  return out;
}

/** The elements row by row: the buffer itself where they stand so already, else a copy. Not to be written to. */
export function flat(a: NdArray): Buffer {
  const size = sizeOf(a.shape);
  if (isContiguous(a)) {
    if (a.offset === 0 && a.buffer.length === size) return a.buffer;
    return Array.isArray(a.buffer)
      ? a.buffer.slice(a.offset, a.offset + size)
      : a.buffer.subarray(a.offset, a.offset + size);
  }
  return gather(a, a.shape, a.strides);
}

/** A fresh buffer of the elements at a view's places. */
export function gather(a: NdArray, shape: readonly number[], strides: readonly number[]): Buffer {
  const size = sizeOf(shape);
  const from = a.buffer;
  if (from instanceof Float64Array) {
    const out = new Float64Array(size);
    const at = positions(shape, strides, a.offset);
    for (let i = 0; i < size; i++) out[i] = from[at[i]!]!;
    return out;
  }
  const out = newBuffer(a.dtype, size);
  const at = positions(shape, strides, a.offset);
  for (let i = 0; i < size; i++) (out as Items)[i] = (from as Items)[at[i]!]!;
  return out;
}

/** `flat` of an array that is known to hold plain numbers. */
export function numbers(a: NdArray): Float64Array {
  const data = flat(a);
  if (data instanceof Float64Array) return data;
  return Float64Array.from(data as ArrayLike<Value>, Number);
}

/** Counts and positions as NumPy's int64. */
export function indexArray(values: ArrayLike<number>, shape: readonly number[] = [values.length]): NdArray {
  return wrap('int64', shape, BigInt64Array.from(values, BigInt));
}

/** A row-major copy that shares nothing. */
export function copyOf(a: NdArray): NdArray {
  const data = flat(a);
  const copy = data === a.buffer || (!Array.isArray(data) && data.buffer === (a.buffer as Float64Array).buffer);
  return { ...wrap(a.dtype, a.shape, copy ? data.slice() : data), library: a.library };
}

/** An array that stands row by row from the start of its own buffer: itself, or a copy. */
export function contiguous(a: NdArray): NdArray {
  if (a.offset === 0 && a.buffer.length === sizeOf(a.shape) && isContiguous(a)) return a;
  return { ...wrap(a.dtype, a.shape, flat(a)), library: a.library };
}

/** Writes row-major elements to the places of a view. */
export function scatter(target: NdArray, data: ArrayLike<Value>): void {
  const to = target.buffer as Items;
  const at = positions(target.shape, target.strides, target.offset);
  for (let i = 0; i < at.length; i++) to[at[i]!] = data[i]!;
}

/** The one element of an array of one element. */
export function only(a: NdArray): Value {
  return (a.buffer as Items)[a.offset]!;
}

export function scalar(array: NdArray): NumpyScalar {
  return { kind: 'numpyScalar', array };
}

/** Arrays of no dimensions come out of NumPy's functions as scalars; object elements as themselves. */
export function unwrap(a: NdArray): Value {
  if (a.shape.length > 0) return a;
  if (a.dtype === 'object' || a.dtype === 'str') return only(a);
  return scalar(a);
}

/** A single number as an array of no dimensions. */
export function single(dtype: ElementType, value: Value): NdArray {
  const a = newArray(dtype, []);
  (a.buffer as Items)[0] = value;
  return a;
}
