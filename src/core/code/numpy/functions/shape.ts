import { PyError, type Machine, type Value } from '../../value';
import { asArray, integer, integers, sequence, shapeOf, shapeTuple, tuple } from '../asArray';
import { axesOf, axisOf } from '../axes';
import { broadcastShape, broadcastTo } from '../broadcast';
import {
  copyOf,
  flat,
  isContiguous,
  newBuffer,
  rowMajor,
  sizeOf,
  view,
  wrap,
  type Items,
  type NdArray,
} from '../ndarray';
import { shapeText } from '../print/arrayText';
import { native } from '../signature';
import { transposed } from '../ufunc/apply';

/** A view in another shape where strides allow, else a copy; -1 stands for what is left. */
export function reshape(a: NdArray, wanted: readonly number[], order = 'C'): NdArray {
  const size = sizeOf(a.shape);
  const open = wanted.indexOf(-1);
  const rest = wanted.reduce((n, length, k) => (k === open ? n : n * length), 1);
  if (wanted.filter((length) => length === -1).length > 1) {
    throw new PyError('ValueError', 'can only specify one unknown dimension');
  }
  const shape = open < 0 ? [...wanted] : wanted.map((length, k) => (k === open ? size / rest : length));
  if (shape.some((n) => !Number.isInteger(n) || n < 0) || sizeOf(shape) !== size) {
    throw new PyError('ValueError', `cannot reshape array of size ${size} into shape ${wantedText(wanted)}`);
  }
  if (order === 'F') return transposed(reshape(copyOf(transposed(a)), [...shape].reverse()));
  if (isContiguous(a)) return view(a, shape, rowMajor(shape));
  const strides = stridesFor(a, shape);
  return strides ? view(a, shape, strides) : { ...wrap(a.dtype, shape, flat(a)), library: a.library };
}

/** As NumPy's errors write a shape: leading unknown lengths are left out. */
function wantedText(wanted: readonly number[]): string {
  if (wanted.length === 1) return shapeText(wanted);
  const known = wanted.findIndex((length) => length >= 0);
  return `(${wanted
    .slice(known)
    .map((length) => (length < 0 ? 'newaxis' : length))
    .join(',')})`;
}

/** Strides of the new shape over the same memory, if there are any: NumPy's no-copy reshape. */
function stridesFor(a: NdArray, shape: readonly number[]): number[] | undefined {
  const old = a.shape.map((n, k) => [n, a.strides[k]!] as const).filter(([n]) => n !== 1);
  const strides = new Array<number>(shape.length).fill(0);
  let i = 0;
  let j = 0;
  while (i < old.length && j < shape.length) {
    let n = old[i]![0];
    let p = shape[j]!;
    let [i2, j2] = [i + 1, j + 1];
    while (n !== p) {
      if (p < n) p *= shape[j2++] ?? NaN;
      else n *= old[i2++]?.[0] ?? NaN;
      if (Number.isNaN(n) || Number.isNaN(p)) return undefined;
    }
    for (let k = i; k < i2 - 1; k++) if (old[k]![1] !== old[k + 1]![0] * old[k + 1]![1]) return undefined;
    strides[j2 - 1] = old[i2 - 1]![1];
    for (let k = j2 - 1; k > j; k--) strides[k - 1] = strides[k]! * shape[k]!;
    [i, j] = [i2, j2];
  }
  return strides;
}

export function transpose(a: NdArray, axes: readonly number[] | undefined): NdArray {
  if (!axes) return transposed(a);
  if (axes.length !== a.shape.length) throw new PyError('ValueError', "axes don't match array");
  const order = axes.map((k) => axisOf(k, a.shape.length));
  if (new Set(order).size < order.length) throw new PyError('ValueError', 'repeated axis in transpose');
  return view(
    a,
    order.map((k) => a.shape[k]!),
    order.map((k) => a.strides[k]!),
  );
}

export function ravel(a: NdArray, order = 'C'): NdArray {
  return reshape(order === 'F' ? transposed(a) : a, [sizeOf(a.shape)]);
}

export function moveAxes(a: NdArray, from: readonly number[], to: readonly number[]): NdArray {
  const n = a.shape.length;
  const sources = from.map((k) => axisOf(k, n, 'source'));
  const targets = to.map((k) => axisOf(k, n, 'destination'));
  if (sources.length !== targets.length) {
    throw new PyError('ValueError', '`source` and `destination` arguments must have the same number of elements');
  }
  const order = a.shape.map((_, k) => k).filter((k) => !sources.includes(k));
  const pairs = targets.map((target, i) => [target, sources[i]!] as const).sort((x, y) => x[0] - y[0]);
  for (const [target, source] of pairs) order.splice(target, 0, source);
  return transpose(a, order);
}

export function expandDims(a: NdArray, axes: readonly number[]): NdArray {
  const n = a.shape.length + axes.length;
  const at = new Set(axes.map((k) => axisOf(k, n)));
  const shape: number[] = [];
  const strides: number[] = [];
  for (let k = 0, old = 0; k < n; k++) {
    if (at.has(k)) {
      shape.push(1);
      strides.push(0);
    } else {
      shape.push(a.shape[old]!);
      strides.push(a.strides[old++]!);
    }
  }
  return view(a, shape, strides);
}

export function squeeze(a: NdArray, axes: readonly number[] | undefined): NdArray {
  if (axes?.some((k) => a.shape[k] !== 1)) {
    throw new PyError('ValueError', 'cannot select an axis to squeeze out which has size not equal to one');
  }
  const kept = a.shape.map((_, k) => k).filter((k) => (axes ? !axes.includes(k) : a.shape[k] !== 1));
  return view(
    a,
    kept.map((k) => a.shape[k]!),
    kept.map((k) => a.strides[k]!),
  );
}

export function flip(a: NdArray, axes: readonly number[] | undefined): NdArray {
  let offset = a.offset;
  const strides = a.strides.map((stride, k) => {
    if (axes && !axes.includes(k)) return stride;
    offset += Math.max(0, a.shape[k]! - 1) * stride;
    return -stride;
  });
  return view(a, a.shape, strides, offset);
}

/** `np.roll` along one axis of a row-major copy. */
export function roll(a: NdArray, shift: number, axis: number): NdArray {
  const data = flat(a) as Items;
  const out = newBuffer(a.dtype, data.length);
  const n = a.shape[axis]!;
  const step = rowMajor(a.shape)[axis]!;
  const by = n === 0 ? 0 : ((shift % n) + n) % n;
  for (let p = 0; p < data.length; p++) {
    const i = Math.floor(p / step) % n;
    (out as Items)[p + (((i + by) % n) - i) * step] = data[p]!;
  }
  return wrap(a.dtype, a.shape, out);
}

function atLeast(a: NdArray, n: number): NdArray {
  const d = a.shape.length;
  if (d >= n) return a;
  if (n === 3) {
    if (d === 2) return expandDims(a, [2]);
    return d === 1 ? expandDims(a, [0, 2]) : expandDims(a, [0, 1, 2]);
  }
  return expandDims(
    a,
    Array.from({ length: n - d }, (_, k) => k),
  );
}

export function atLeastOf(a: NdArray, n: number): NdArray {
  return atLeast(a, n);
}

function atLeastNative(n: number) {
  return native(`atleast_${n}d`, '*arys', (m, arrays) => {
    const made = sequence(arrays, m)!.map((each) => atLeast(asArray(each, m), n));
    return made.length === 1 ? made[0]! : tuple(made);
  });
}

const orderText = (value: Value): string => (value === 'F' ? 'F' : 'C');

function rot90(a: NdArray, k: number, axes: readonly number[]): NdArray {
  const [p, q] = axes.map((each) => axisOf(each, a.shape.length)) as [number, number];
  const turns = ((k % 4) + 4) % 4;
  if (turns === 0) return a;
  if (turns === 2) return flip(a, [p, q]);
  const order = a.shape.map((_, i) => (i === p ? q : i === q ? p : i));
  return turns === 1 ? transpose(flip(a, [q]), order) : flip(transpose(a, order), [q]);
}

function swap(a: NdArray, one: number, other: number): NdArray {
  const [p, q] = [axisOf(one, a.shape.length, 'axis1'), axisOf(other, a.shape.length, 'axis2')];
  return transpose(
    a,
    a.shape.map((_, i) => (i === p ? q : i === q ? p : i)),
  );
}

function rollMany(m: Machine, a: NdArray, shift: Value, axis: Value): NdArray {
  if (axis === null)
    return reshape(
      roll(
        ravel(a),
        integers(shift, m).reduce((x, y) => x + y, 0),
        0,
      ),
      a.shape,
    );
  const axes = integers(axis, m).map((k) => axisOf(k, a.shape.length));
  const shifts = integers(shift, m);
  return axes.reduce((made, k, i) => roll(made, shifts[shifts.length === 1 ? 0 : i]!, k), a);
}

export const shapes = [
  native('reshape', 'a, shape, order="C", *, newshape=None, copy=None', (m, a, shape, order) =>
    reshape(asArray(a, m), integers(shape, m), orderText(order)),
  ),
  native('ravel', 'a, order="C"', (m, a, order) => ravel(asArray(a, m), orderText(order))),
  native('transpose', 'a, axes=None', (m, a, axes) =>
    transpose(asArray(a, m), axes === null ? undefined : integers(axes, m)),
  ),
  native('permute_dims', 'a, axes=None', (m, a, axes) =>
    transpose(asArray(a, m), axes === null ? undefined : integers(axes, m)),
  ),
  native('matrix_transpose', 'x, /', (m, a) => swap(asArray(a, m), -1, -2)),
  native('swapaxes', 'a, axis1, axis2', (m, a, one, other) => swap(asArray(a, m), integer(one), integer(other))),
  native('moveaxis', 'a, source, destination', (m, a, from, to) =>
    moveAxes(asArray(a, m), integers(from, m), integers(to, m)),
  ),
  native('rollaxis', 'a, axis, start=0', (m, a, axis, start) => {
    const array = asArray(a, m);
    const k = axisOf(integer(axis), array.shape.length);
    const to = integer(start);
    return moveAxes(array, [k], [to > k ? to - 1 : to]);
  }),
  native('expand_dims', 'a, axis', (m, a, axis) => expandDims(asArray(a, m), integers(axis, m))),
  native('squeeze', 'a, axis=None', (m, a, axis) => {
    const array = asArray(a, m);
    return squeeze(array, axesOf(axis, array.shape.length, m));
  }),
  native('flip', 'm, axis=None', (m, a, axis) => {
    const array = asArray(a, m);
    return flip(array, axesOf(axis, array.shape.length, m));
  }),
  native('flipud', 'm', (m, a) => flip(asArray(a, m), [0])),
  native('fliplr', 'm', (m, a) => {
    const array = asArray(a, m);
    if (array.shape.length < 2) throw new PyError('ValueError', 'Input must be >= 2-d.');
    return flip(array, [1]);
  }),
  native('rot90', 'm, k=1, axes=None', (m, a, k, axes) =>
    rot90(asArray(a, m), integer(k), axes === null ? [0, 1] : integers(axes, m)),
  ),
  native('roll', 'a, shift, axis=None', (m, a, shift, axis) => rollMany(m, asArray(a, m), shift, axis)),
  native('broadcast_to', 'array, shape, subok=False', (m, a, shape) => broadcastTo(asArray(a, m), shapeOf(shape, m))),
  native('broadcast_arrays', '*args', (m, args) => {
    const arrays = sequence(args, m)!.map((each) => asArray(each, m));
    const shape = broadcastShape(arrays.map((a) => a.shape));
    return tuple(arrays.map((a) => broadcastTo(a, shape)));
  }),
  native('broadcast_shapes', '*args', (m, args) =>
    shapeTuple(broadcastShape(sequence(args, m)!.map((each) => integers(each, m)))),
  ),
  native('resize', 'a, new_shape', (m, a, shape) => {
    const array = asArray(a, m);
    const wanted = shapeOf(shape, m);
    const data = flat(array) as Items;
    const out = newBuffer(array.dtype, sizeOf(wanted));
    for (let i = 0; data.length > 0 && i < out.length; i++) (out as Items)[i] = data[i % data.length]!;
    return wrap(array.dtype, wanted, out);
  }),
  native('shape', 'a', (m, a) => shapeTuple(asArray(a, m).shape)),
  native('ndim', 'a', (m, a) => BigInt(asArray(a, m).shape.length)),
  native('size', 'a, axis=None', (m, a, axis) => {
    const array = asArray(a, m);
    return BigInt(axis === null ? sizeOf(array.shape) : array.shape[axisOf(integer(axis), array.shape.length)]!);
  }),
  atLeastNative(1),
  atLeastNative(2),
  atLeastNative(3),
];
