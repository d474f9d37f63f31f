import { PyError, type Machine, type Value } from '../../value';
import { arrayIn, asArray, integer, newFrom, real, shapeOf, tuple, typeName } from '../asArray';
import { as, element } from '../cast';
import { broadcastTo } from '../broadcast';
import { dtypeOf, fitter, isFloat, isWide } from '../dtype';
import {
  copyOf,
  flat,
  newArray,
  sizeOf,
  unwrap,
  view,
  wrap,
  type ElementType,
  type Items,
  type NdArray,
} from '../ndarray';
import { native } from '../signature';
import { linspace } from './linspace';

function filled(shape: readonly number[], dtype: ElementType, value: Value): NdArray {
  const out = newArray(dtype, shape);
  if (value !== 0n) (out.buffer as unknown as Value[]).fill(element(dtype, value));
  return out;
}

function full(shape: Value, value: Value, dtype: ElementType | undefined, machine: Machine): NdArray {
  const given = asArray(value, machine);
  const out = newArray(dtype ?? given.dtype, shapeOf(shape, machine));
  const data = flat(broadcastTo(as(given, out.dtype), out.shape)) as Items;
  for (let i = 0; i < data.length; i++) (out.buffer as Items)[i] = data[i]!;
  return out;
}

/** A function of the `_like` family. */
function like(name: string, value: Value) {
  return native(name, 'a, dtype=None, order="K", subok=True, shape=None', (m, a, dtype, _order, _subok, shape) => {
    const model = asArray(a, m);
    const wanted = shape === null ? [...model.shape] : shapeOf(shape, m);
    m.allocate(sizeOf(wanted));
    return filled(wanted, dtypeOf(dtype, m) ?? model.dtype, value);
  });
}

function isWhole(value: Value): boolean {
  if (typeof value === 'bigint' || typeof value === 'boolean') return true;
  const a = arrayIn(value);
  return a !== undefined && !isFloat(a.dtype);
}

/** `np.arange`: as many as fit in the half-open range, each `start + i * ((start + step) - start)`. */
function arange(first: Value, second: Value, step: Value, dtype: ElementType | undefined, machine: Machine): NdArray {
  const [start, stop] = second === null ? [0n, first] : [first, second];
  const by = step ?? 1n;
  const whole = isWhole(start) && isWhole(stop) && isWhole(by);
  const [a, b, s] = [real(start), real(stop), real(by)];
  if (s === 0) throw new PyError('ZeroDivisionError', 'division by zero');
  if (Number.isNaN(a) || Number.isNaN(b)) throw new PyError('ValueError', 'arange: cannot compute length');
  const length = Math.max(0, Math.ceil((b - a) / s));
  machine.allocate(length);
  machine.spend(length);
  const kinds = [start, stop, by]
    .map((each) => arrayIn(each)?.dtype)
    .filter((each) => each !== undefined && isFloat(each));
  const out = newArray(
    dtype ??
      (whole
        ? 'int64'
        : kinds.length === 1 && ![start, stop, by].some((e) => typeof e === 'number')
          ? kinds[0]!
          : 'float64'),
    [length],
  );
  const items = out.buffer as Items;
  const fit = fitter(out.dtype);
  const delta = whole ? s : a + s - a;
  for (let i = 0; i < length; i++) {
    const x = a + i * delta;
    items[i] = isWide(out.dtype)
      ? BigInt(Math.trunc(a)) + BigInt(i) * BigInt(Math.trunc(a + s) - Math.trunc(a))
      : fit(x);
  }
  return out;
}

function countOf(value: Value): number {
  const count = integer(value);
  if (count < 0) throw new PyError('ValueError', `Number of samples, ${count}, must be non-negative.`);
  return count;
}

function eye(n: number, m: number, k: number, dtype: ElementType, machine: Machine): NdArray {
  if (n < 0 || m < 0) throw new PyError('ValueError', 'negative dimensions are not allowed');
  machine.allocate(n * m);
  const out = newArray(dtype, [n, m]);
  for (let i = 0; i < n; i++) {
    if (i + k >= 0 && i + k < m) (out.buffer as Items)[i * m + i + k] = element(dtype, 1n);
  }
  return out;
}

/** Lower triangle (`keep` true at and below diagonal `k`) or upper one, of the last two axes. */
function triangle(a: NdArray, keep: (i: number, j: number) => boolean): NdArray {
  const wide = a.shape.length === 1 ? broadcastTo(a, [a.shape[0]!, a.shape[0]!]) : a;
  const out = copyOf(wide);
  const [n, m] = wide.shape.slice(-2) as [number, number];
  const items = out.buffer as Items;
  const zero = element(a.dtype, 0n);
  for (let p = 0; p < items.length; p++) if (!keep(Math.floor(p / m) % n, p % m)) items[p] = zero;
  return out;
}

/** The diagonal of the two axes given, as a view, last. */
export function diagonal(a: NdArray, k: number, first = 0, second = 1): NdArray {
  const n = a.shape[first]!;
  const m = a.shape[second]!;
  const length = Math.max(0, k >= 0 ? Math.min(n, m - k) : Math.min(n + k, m));
  const rest = a.shape.map((_, i) => i).filter((i) => i !== first && i !== second);
  const offset = a.offset + (length === 0 ? 0 : k >= 0 ? k * a.strides[second]! : -k * a.strides[first]!);
  return view(
    a,
    [...rest.map((i) => a.shape[i]!), length],
    [...rest.map((i) => a.strides[i]!), a.strides[first]! + a.strides[second]!],
    offset,
  );
}

function diag(a: NdArray, k: number, machine: Machine): NdArray {
  if (a.shape.length === 2) return diagonal(a, k);
  if (a.shape.length !== 1) throw new PyError('ValueError', 'Input must be 1- or 2-d.');
  const n = a.shape[0]! + Math.abs(k);
  machine.allocate(n * n);
  const out = newArray(a.dtype, [n, n]);
  const data = flat(a) as Items;
  for (let i = 0; i < data.length; i++) {
    (out.buffer as Items)[(i + Math.max(0, -k)) * n + i + Math.max(0, k)] = data[i]!;
  }
  return out;
}

function spaced(values: Float64Array, dtype: Value, machine: Machine): Value {
  machine.allocate(values.length);
  const wanted = dtypeOf(dtype, machine);
  const made = wrap('float64', [values.length], values);
  if (wanted !== undefined && !isFloat(wanted))
    return as(wrap('float64', [values.length], values.map(Math.floor)), wanted);
  return wanted ? as(made, wanted) : made;
}

/** `linspace` between arrays: the points run along the first axis. */
function linspaceOf(m: Machine, start: Value, stop: Value, num: Value, endpoint: boolean): readonly [NdArray, Value] {
  const count = countOf(num);
  const from = asArray(start, m);
  const to = asArray(stop, m);
  if (from.shape.length === 0 && to.shape.length === 0) {
    const [values, step] = linspace(real(start), real(stop), count, endpoint);
    return [wrap('float64', [count], values), unwrap(wrap('float64', [], Float64Array.of(step)))];
  }
  const shape = from.shape.length > 0 ? from.shape : to.shape;
  const size = sizeOf(shape);
  const a = flat(broadcastTo(as(from, 'float64'), shape)) as Float64Array;
  const b = flat(broadcastTo(as(to, 'float64'), shape)) as Float64Array;
  m.allocate(count * size);
  const out = newArray('float64', [count, ...shape]);
  for (let j = 0; j < size; j++) {
    const [values] = linspace(a[j]!, b[j]!, count, endpoint);
    for (let i = 0; i < count; i++) (out.buffer as Float64Array)[i * size + j] = values[i]!;
  }
  return [out, null];
}

export const creation = [
  native(
    'array',
    'object, dtype=None, *, copy=True, order="K", subok=False, ndmin=0, like=None',
    (m, object, dtype, copy, _order, _subok, ndmin) => {
      const wanted = dtypeOf(dtype, m);
      const made = copy === false ? asArray(object, m, wanted) : newFrom(object, m, wanted);
      const lead = Math.max(0, integer(ndmin) - made.shape.length);
      return lead === 0
        ? made
        : view(
            made,
            [...new Array<number>(lead).fill(1), ...made.shape],
            [...new Array<number>(lead).fill(0), ...made.strides],
          );
    },
  ),
  native('asarray', 'a, dtype=None, order=None, *, copy=None, like=None', (m, a, dtype) =>
    asArray(a, m, dtypeOf(dtype, m)),
  ),
  native('asanyarray', 'a, dtype=None, order=None', (m, a, dtype) => asArray(a, m, dtypeOf(dtype, m))),
  native('ascontiguousarray', 'a, dtype=None', (m, a, dtype) => asArray(a, m, dtypeOf(dtype, m))),
  native('copy', 'a, order="K", subok=False', (m, a) => newFrom(a, m)),
  native('zeros', 'shape, dtype=None, order="C"', (m, shape, dtype) =>
    filled(shapeOf(shape, m), dtypeOf(dtype, m) ?? 'float64', 0n),
  ),
  native('empty', 'shape, dtype=None, order="C"', (m, shape, dtype) =>
    filled(shapeOf(shape, m), dtypeOf(dtype, m) ?? 'float64', 0n),
  ),
  native('ones', 'shape, dtype=None, order="C"', (m, shape, dtype) =>
    filled(shapeOf(shape, m), dtypeOf(dtype, m) ?? 'float64', 1n),
  ),
  native('full', 'shape, fill_value, dtype=None, order="C"', (m, shape, value, dtype) =>
    full(shape, value, dtypeOf(dtype, m), m),
  ),
  like('zeros_like', 0n),
  like('empty_like', 0n),
  like('ones_like', 1n),
  native('full_like', 'a, fill_value, dtype=None, order="K", subok=True, shape=None', (m, a, value, dtype) => {
    const model = asArray(a, m);
    return full(tuple(model.shape.map(BigInt)), value, dtypeOf(dtype, m) ?? model.dtype, m);
  }),
  native('arange', 'start=None, stop=None, step=None, dtype=None, *, like=None', (m, start, stop, step, dtype) => {
    if (start === null && stop === null) throw new PyError('TypeError', 'arange() requires stop to be specified.');
    if (typeof start === 'object' && start !== null && !arrayIn(start)) {
      throw new PyError('TypeError', `unsupported operand type(s) for -: '${typeName(start)}' and 'int'`);
    }
    return start === null
      ? arange(stop, null, step, dtypeOf(dtype, m), m)
      : arange(start, stop, step, dtypeOf(dtype, m), m);
  }),
  native(
    'linspace',
    'start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0',
    (m, start, stop, num, endpoint, retstep, dtype) => {
      const [made, step] = linspaceOf(m, start, stop, num, m.truth(endpoint));
      const values = made.shape.length === 1 ? spaced(made.buffer as Float64Array, dtype, m) : made;
      return m.truth(retstep) ? tuple([values, step]) : values;
    },
  ),
  native(
    'logspace',
    'start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0',
    (m, start, stop, num, endpoint, base, dtype) => {
      const [values] = linspace(real(start), real(stop), countOf(num), m.truth(endpoint));
      const b = real(base);
      return spaced(
        values.map((x) => b ** x),
        dtype,
        m,
      );
    },
  ),
  native(
    'geomspace',
    'start, stop, num=50, endpoint=True, dtype=None, axis=0',
    (m, start, stop, num, endpoint, dtype) => {
      const [from, to] = [real(start), real(stop)];
      if (from === 0 || to === 0) throw new PyError('ValueError', 'Geometric sequence cannot include zero');
      const sign = from < 0 && to < 0 ? -1 : 1;
      const ends = m.truth(endpoint);
      const [logs] = linspace(Math.log10(sign * from), Math.log10(sign * to), countOf(num), ends);
      const values = logs.map((x) => sign * 10 ** x);
      if (values.length > 0) values[0] = from;
      if (values.length > 1 && ends) values[values.length - 1] = to;
      return spaced(values, dtype, m);
    },
  ),
  native('eye', 'N, M=None, k=0, dtype=None, order="C"', (m, n, columns, k, dtype) =>
    eye(integer(n), columns === null ? integer(n) : integer(columns), integer(k), dtypeOf(dtype, m) ?? 'float64', m),
  ),
  native('identity', 'n, dtype=None', (m, n, dtype) =>
    eye(integer(n), integer(n), 0, dtypeOf(dtype, m) ?? 'float64', m),
  ),
  native('tri', 'N, M=None, k=0, dtype=None', (m, n, columns, k, dtype) => {
    const shape = [integer(n), columns === null ? integer(n) : integer(columns)];
    const shift = integer(k);
    return triangle(filled(shape, dtypeOf(dtype, m) ?? 'float64', 1n), (i, j) => j <= i + shift);
  }),
  native('tril', 'm, k=0', (m, a, k) => {
    const shift = integer(k);
    return triangle(asArray(a, m), (i, j) => j <= i + shift);
  }),
  native('triu', 'm, k=0', (m, a, k) => {
    const shift = integer(k);
    return triangle(asArray(a, m), (i, j) => j >= i + shift);
  }),
  native('diag', 'v, k=0', (m, v, k) => diag(asArray(v, m), integer(k), m)),
  native('diagflat', 'v, k=0', (m, v, k) => {
    const a = asArray(v, m);
    return diag(wrap(a.dtype, [sizeOf(a.shape)], flat(a)), integer(k), m);
  }),
  native('diagonal', 'a, offset=0, axis1=0, axis2=1', (m, a, k, one, two) =>
    diagonal(asArray(a, m), integer(k), integer(one), integer(two)),
  ),
];
