import { PyError, type PyRange, type PySlice, type Value } from '../value';

/** The positions that a slice takes from `length` items: first, how many, step. @throws PyError ValueError */
export function slicePositions(slice: PySlice, length: number): { start: number; count: number; step: number } {
  const step = slice.step === null ? 1 : sliceIndex(slice.step);
  if (step === 0) throw new PyError('ValueError', 'slice step cannot be zero');
  const low = step > 0 ? 0 : -1;
  const high = step > 0 ? length : length - 1;
  const clip = (value: Value, missing: number): number => {
    if (value === null) return missing;
    const index = sliceIndex(value);
    return Math.min(high, Math.max(low, index < 0 ? Math.max(index + length, low) : index));
  };
  const start = clip(slice.start, step > 0 ? low : high);
  const stop = clip(slice.stop, step > 0 ? high : low);
  return { start, count: Math.max(0, Math.ceil((stop - start) / step)), step };
}

function sliceIndex(value: Value): number {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'object' && value?.kind === 'numpyScalar' && value.array.dtype.includes('int')) {
    return Number(value.array.buffer[value.array.offset]);
  }
  throw new PyError('TypeError', 'slice indices must be integers or None or have an __index__ method');
}

export function takeSlice<T>(items: readonly T[], slice: PySlice): T[] {
  const { start, count, step } = slicePositions(slice, items.length);
  if (step === 1) return items.slice(start, start + count);
  const taken: T[] = [];
  for (let i = 0; i < count; i++) taken.push(items[start + i * step]!);
  return taken;
}

export function rangeLength(range: PyRange): number {
  const { start, stop, step } = range;
  if (step > 0n) return stop > start ? Number((stop - start + step - 1n) / step) : 0;
  return start > stop ? Number((start - stop - step - 1n) / -step) : 0;
}

/** An index of Python's own: an int, a bool, a whole number of NumPy; undefined for anything else. */
export function wholeIndex(value: Value): number | undefined {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'object' && value !== null && (value.kind === 'numpyScalar' || value.kind === 'ndarray')) {
    const array = value.kind === 'numpyScalar' ? value.array : value;
    if (array.shape.length === 0 && array.dtype.includes('int')) return Number(array.buffer[array.offset]);
  }
  return undefined;
}
