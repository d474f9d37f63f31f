import { PyError, type Machine, type PySlice, type Value } from '../value';
import { arrayIn, asArray, integer } from './asArray';
import { commonShape, spread, tightShape } from './broadcast';
import { as } from './cast';
import { isInteger } from './dtype';
import { flat, only, positions, sizeOf, view, wrap, type Items, type NdArray } from './ndarray';

type Part =
  | { readonly kind: 'integer'; readonly at: number }
  | { readonly kind: 'slice'; readonly slice: PySlice }
  | { readonly kind: 'new' }
  | { readonly kind: 'rest' }
  | { readonly kind: 'array'; readonly array: NdArray }
  | { readonly kind: 'mask'; readonly array: NdArray };

/** What an index picks: a view, or places of the buffer in the order of a shape. */
export type Picked = { readonly view: NdArray } | { readonly shape: readonly number[]; readonly at: Int32Array };

function onlyIndices(): PyError {
  return new PyError(
    'IndexError',
    'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices',
  );
}

function partOf(value: Value, machine: Machine): Part {
  if (value === null) return { kind: 'new' };
  if (typeof value === 'bigint') return { kind: 'integer', at: Number(value) };
  if (typeof value === 'boolean') return { kind: 'mask', array: asArray(value, machine) };
  if (typeof value === 'number' || typeof value === 'string') throw onlyIndices();
  if (value.kind === 'slice') return { kind: 'slice', slice: value };
  if (value.kind === 'ellipsis') return { kind: 'rest' };
  let array = arrayIn(value);
  if (!array) {
    if (value.kind !== 'list' && value.kind !== 'tuple' && value.kind !== 'range') throw onlyIndices();
    array = asArray(value, machine);
    if (sizeOf(array.shape) === 0) array = as(array, 'int64');
  }
  if (array.dtype === 'bool') return { kind: 'mask', array };
  if (!isInteger(array.dtype)) {
    if (array.shape.length === 0 && value.kind === 'numpyScalar') throw onlyIndices();
    throw new PyError('IndexError', 'arrays used as indices must be of integer (or boolean) type');
  }
  if (array.shape.length === 0) return { kind: 'integer', at: Number(only(array)) };
  return { kind: 'array', array };
}

/** Start, step and count of a slice of `length` items, as Python's `slice.indices`. */
export function sliceRange(slice: PySlice, length: number): readonly [number, number, number] {
  const bound = (value: Value, otherwise: number, least: number, most: number): number => {
    if (value === null) return otherwise;
    let at = whole(value);
    if (at < 0) at += length;
    return Math.min(Math.max(at, least), most);
  };
  const step = slice.step === null ? 1 : whole(slice.step);
  if (step === 0) throw new PyError('ValueError', 'slice step cannot be zero');
  if (step > 0) {
    const start = bound(slice.start, 0, 0, length);
    const stop = bound(slice.stop, length, 0, length);
    return [start, step, Math.max(0, Math.ceil((stop - start) / step))];
  }
  const start = bound(slice.start, length - 1, -1, length - 1);
  const stop = bound(slice.stop, -1, -1, length - 1);
  return [start, step, Math.max(0, Math.ceil((stop - start) / step))];
}

function whole(value: Value): number {
  try {
    return integer(value);
  } catch {
    throw new PyError('TypeError', 'slice indices must be integers or None or have an __index__ method');
  }
}

export function nonzeroPositions(mask: NdArray): Int32Array[] {
  const data = flat(mask) as Items;
  const out: number[][] = mask.shape.map(() => []);
  for (let i = 0; i < data.length; i++) {
    if (data[i] === 0) continue;
    let rest = i;
    for (let k = mask.shape.length - 1; k >= 0; k--) {
      const length = mask.shape[k]!;
      out[k]!.push(rest % length);
      rest = Math.floor(rest / length);
    }
  }
  return out.map((each) => Int32Array.from(each));
}

export function checked(at: number, length: number, axis: number): number {
  if (at < -length || at >= length) {
    throw new PyError('IndexError', `index ${at} is out of bounds for axis ${axis} with size ${length}`);
  }
  return at < 0 ? at + length : at;
}

/** Parts with the ellipsis spelled out, one for each axis. */
function fullParts(a: NdArray, index: Value, machine: Machine): Part[] {
  const items = index !== null && typeof index === 'object' && index.kind === 'tuple' ? index.items : [index];
  const parts = items.map((each) => partOf(each, machine));
  let used = 0;
  for (const part of parts) {
    if (part.kind === 'mask') used += part.array.shape.length;
    else if (part.kind !== 'new' && part.kind !== 'rest') used++;
  }
  const dimensions = a.shape.length;
  if (used > dimensions) {
    throw new PyError(
      'IndexError',
      `too many indices for array: array is ${dimensions}-dimensional, but ${used} were indexed`,
    );
  }
  const rest = parts.findIndex((part) => part.kind === 'rest');
  if (rest >= 0 && parts.filter((part) => part.kind === 'rest').length > 1) {
    throw new PyError('IndexError', "an index can only have a single ellipsis ('...')");
  }
  const all: PySlice = { kind: 'slice', start: null, stop: null, step: null };
  const fill: Part[] = Array.from({ length: dimensions - used }, () => ({ kind: 'slice', slice: all }));
  if (rest < 0) return [...parts, ...fill];
  return [...parts.slice(0, rest), ...fill, ...parts.slice(rest + 1)];
}

export function pick(a: NdArray, index: Value, machine: Machine): Picked {
  const parts = fullParts(a, index, machine);
  const advanced = parts.some((part) => part.kind === 'array' || part.kind === 'mask');
  let offset = a.offset;
  const shape: number[] = [];
  const strides: number[] = [];
  /** arrays of an advanced index with the stride they step by */
  const steps: { array: NdArray; stride: number }[] = [];
  let place = -1;
  let last = -1;
  let apart = false;
  let axis = 0;
  parts.forEach((part, k) => {
    const meet = (): void => {
      if (place < 0) place = shape.length;
      else if (last !== k - 1) apart = true;
      last = k;
    };
    const length = a.shape[axis]!;
    const stride = a.strides[axis]!;
    if (part.kind === 'new') {
      shape.push(1);
      strides.push(0);
      return;
    }
    if (part.kind === 'slice') {
      const [start, step, count] = sliceRange(part.slice, length);
      if (count > 0) offset += start * stride;
      shape.push(count);
      strides.push(step * stride);
    } else if (part.kind === 'integer') {
      offset += checked(part.at, length, axis) * stride;
      if (advanced) meet();
    } else if (part.kind === 'array') {
      meet();
      const data = flat(part.array) as Items;
      const bounded = new Float64Array(data.length);
      for (let i = 0; i < data.length; i++) bounded[i] = checked(Number(data[i]), length, axis);
      steps.push({ array: wrap('float64', part.array.shape, bounded), stride });
    } else if (part.kind === 'mask') {
      meet();
      const mask = part.array;
      mask.shape.forEach((n, j) => {
        if (n !== a.shape[axis + j]) {
          throw new PyError(
            'IndexError',
            `boolean index did not match indexed array along axis ${axis + j}; size of axis is ${a.shape[axis + j]!} but size of corresponding boolean axis is ${n}`,
          );
        }
      });
      if (mask.shape.length === 0) {
        steps.push({
          array: wrap('float64', [only(mask) === 0 ? 0 : 1], new Float64Array(only(mask) === 0 ? 0 : 1)),
          stride: 0,
        });
        return;
      }
      nonzeroPositions(mask).forEach((at, j) => {
        steps.push({ array: wrap('float64', [at.length], Float64Array.from(at)), stride: a.strides[axis + j]! });
      });
      axis += mask.shape.length;
      return;
    }
    axis++;
  });
  if (!advanced) return { view: view(a, shape, strides, offset) };
  return combine(steps, shape, strides, offset, (apart as boolean) ? 0 : place);
}

function combine(
  steps: readonly { array: NdArray; stride: number }[],
  shape: readonly number[],
  strides: readonly number[],
  offset: number,
  place: number,
): Picked {
  const common = commonShape(steps.map(({ array }) => array.shape));
  if (!common) {
    throw new PyError(
      'IndexError',
      `shape mismatch: indexing arrays could not be broadcast together with shapes ${steps.map(({ array }) => `${tightShape(array.shape)} `).join('')}`,
    );
  }
  const count = sizeOf(common);
  const shifts = new Int32Array(count);
  for (const { array, stride } of steps) {
    const data = spread(array, common) as Float64Array;
    for (let i = 0; i < count; i++) shifts[i] = shifts[i]! + data[i]! * stride;
  }
  const before = positions(shape.slice(0, place), strides.slice(0, place), offset);
  const after = positions(shape.slice(place), strides.slice(place), 0);
  const at = new Int32Array(before.length * count * after.length);
  let filled = 0;
  for (const b of before) for (let i = 0; i < count; i++) for (const c of after) at[filled++] = b + shifts[i]! + c;
  return { shape: [...shape.slice(0, place), ...common, ...shape.slice(place)], at };
}
