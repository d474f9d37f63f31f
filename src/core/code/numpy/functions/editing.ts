import { PyError, type Machine, type Value } from '../../value';
import { arrayIn, asArray, integer, integers, list, sequence, tuple } from '../asArray';
import { axisOf } from '../axes';
import { broadcastTo } from '../broadcast';
import { as, element } from '../cast';
import { dtypeOf } from '../dtype';
import {
  copyOf,
  flat,
  indexArray,
  newArray,
  scatter,
  sizeOf,
  unwrap,
  view,
  wrap,
  type Items,
  type NdArray,
} from '../ndarray';
import { native } from '../signature';
import { part } from './differences';
import { arraysOf, concatenate, stack, takeAlong } from './joining';
import { moveAxes, ravel, reshape } from './shape';

/** Where each place of a padded axis comes from; -1 is the constant. */
function source(i: number, n: number, mode: string): number {
  if (i >= 0 && i < n) return i;
  if (mode === 'edge') return i < 0 ? 0 : n - 1;
  if (mode === 'wrap') return ((i % n) + n) % n;
  if (mode === 'symmetric') {
    const p = ((i % (2 * n)) + 2 * n) % (2 * n);
    return p < n ? p : 2 * n - 1 - p;
  }
  if (mode === 'reflect') {
    if (n === 1) return 0;
    const period = 2 * (n - 1);
    const p = ((i % period) + period) % period;
    return p < n ? p : period - p;
  }
  return -1;
}

/** A number, a pair, or a pair for each axis. */
function pairs(m: Machine, value: Value, depth: number): (readonly [Value, Value])[] {
  const outer = sequence(value, m) ?? (arrayIn(value)?.shape.length ? [...m.iterate(value)] : undefined);
  if (!outer) return Array.from({ length: depth }, () => [value, value]);
  const inner = outer.map((each) => sequence(each, m));
  if (inner[0]) {
    const each = inner.map((pair) => [pair![0]!, pair!.at(-1)!] as const);
    return Array.from({ length: depth }, (_, k) => each[each.length === 1 ? 0 : k]!);
  }
  return Array.from({ length: depth }, () => [outer[0]!, outer.at(-1)!]);
}

function pad(m: Machine, a: NdArray, widths: Value, mode: string, constants: Value): NdArray {
  if (!['constant', 'edge', 'wrap', 'symmetric', 'reflect'].includes(mode)) {
    throw new PyError('ValueError', `mode '${mode}' is not supported`);
  }
  const sides = pairs(m, widths, a.shape.length).map(([before, after]) => [integer(before), integer(after)] as const);
  const fills = pairs(m, constants, a.shape.length);
  let made = a;
  sides.forEach(([before, after], k) => {
    const n = made.shape[k]!;
    const places = Array.from({ length: before + n + after }, (_, i) => source(i - before, n, mode));
    if (mode !== 'constant') made = takeAlong(made, places, k, m);
    else {
      const block = (length: number, value: Value): NdArray => {
        const out = newArray(
          a.dtype,
          made.shape.map((each, d) => (d === k ? length : each)),
        );
        (out.buffer as unknown as Value[]).fill(element(a.dtype, value));
        return out;
      };
      made = concatenate([block(before, fills[k]![0]), made, block(after, fills[k]![1])], k, m);
    }
  });
  return made;
}

function insert(m: Machine, given: NdArray, object: Value, values: Value, axis: Value): NdArray {
  const a = axis === null ? ravel(given) : given;
  const k = axis === null ? 0 : axisOf(integer(axis), a.shape.length);
  const n = a.shape[k]!;
  const places = integers(object, m);
  for (const place of places) {
    if (place < -n || place > n)
      throw new PyError('IndexError', `index ${place} is out of bounds for axis ${k} with size ${n}`);
  }
  const block = as(asArray(values, m), a.dtype);
  const single = places.length === 1;
  const count =
    single && block.shape.length === a.shape.length
      ? block.shape[k]!
      : single && a.shape.length === 1
        ? sizeOf(block.shape)
        : places.length;
  const shape = a.shape.map((length, d) => (d === k ? count : length));
  const wide = broadcastTo(
    single && block.shape.length === a.shape.length - 1 && block.shape.length > 0
      ? reshape(
          block,
          a.shape.map((length, d) => (d === k ? 1 : length)),
        )
      : block,
    shape,
  );
  const marks = places.map((place, i) => [place < 0 ? place + n : place, i] as const).sort((x, y) => x[0] - y[0]);
  const parts: NdArray[] = [];
  let from = 0;
  for (const [place, i] of marks) {
    parts.push(part(a, k, from, place), single ? wide : part(wide, k, i, i + 1));
    from = place;
  }
  return concatenate([...parts, part(a, k, from, n)], k, m);
}

/** `np.vectorize`: the function on each element, the dtype of the first result. */
function mapped(m: Machine, call: Value, args: readonly Value[]): Value {
  const arrays = args.map((each) => asArray(each, m));
  const shape = arrays.length === 1 ? arrays[0]!.shape : broadcastShapeOf(m, arrays);
  const lines = arrays.map((a) => ravel(copyOf(broadcastTo(a, shape))));
  const out = Array.from({ length: sizeOf(shape) }, (_, i) =>
    m.call(
      call,
      lines.map((line) => unwrap(wrap(line.dtype, [], (line.buffer as Float64Array).slice(i, i + 1)))),
    ),
  );
  const made = asArray(list(out), m);
  return unwrap(reshape(made, shape));
}

function broadcastShapeOf(m: Machine, arrays: readonly NdArray[]): readonly number[] {
  let shape: readonly number[] = [];
  for (const a of arrays) if (sizeOf(a.shape) >= sizeOf(shape) && a.shape.length >= shape.length) shape = a.shape;
  m.spend(sizeOf(shape));
  return shape;
}

function alongAxis(m: Machine, call: Value, axis: number, a: NdArray, rest: readonly Value[]): Value {
  const k = axisOf(axis, a.shape.length);
  const seen = moveAxes(a, [k], [a.shape.length - 1]);
  const outer = seen.shape.slice(0, -1);
  const n = seen.shape.at(-1)!;
  const rows = reshape(seen, [sizeOf(outer), n]);
  const made = Array.from({ length: rows.shape[0]! }, (_, i) =>
    asArray(m.call(call, [view(rows, [n], [rows.strides[1]!], rows.offset + i * rows.strides[0]!), ...rest]), m),
  );
  const joined = stack(made, 0, m);
  const inner = joined.shape.slice(1);
  const shaped = reshape(joined, [...outer, ...inner]);
  return unwrap(inner.length === 1 ? moveAxes(shaped, [outer.length], [k]) : shaped);
}

function counting(shape: readonly number[], k: number): NdArray {
  const line = indexArray(Array.from({ length: shape[k]! }, (_, i) => i));
  return broadcastTo(
    reshape(
      line,
      shape.map((n, d) => (d === k ? n : 1)),
    ),
    shape,
  );
}

export const editing = [
  native('pad', 'array, pad_width, mode="constant", *, constant_values=0', (m, a, widths, mode, constants) =>
    pad(m, asArray(a, m), widths, typeof mode === 'string' ? mode : '', constants),
  ),
  native('insert', 'arr, obj, values, axis=None', (m, a, object, values, axis) =>
    insert(m, asArray(a, m), object, values, axis),
  ),
  native('trim_zeros', 'filt, trim="fb"', (m, a, trim) => {
    const data = flat(asArray(a, m)) as Items;
    const sides = typeof trim === 'string' ? trim : 'fb';
    let [start, stop] = [0, data.length];
    const zero = (i: number): boolean => data[i] === 0 || data[i] === 0n;
    while (sides.includes('f') && start < stop && zero(start)) start++;
    while (sides.includes('b') && stop > start && zero(stop - 1)) stop--;
    const items = sequence(a, m);
    return items ? list(items.slice(start, stop)) : part(asArray(a, m), 0, start, stop);
  }),
  native('meshgrid', '*xi, indexing="xy", sparse=False, copy=True', (m, indexing, sparse, _copy, xi) =>
    meshgrid(m, xi, indexing, m.truth(sparse)),
  ),
  native('indices', 'dimensions, dtype=None', (m, dimensions, dtype) => {
    const shape = integers(dimensions, m);
    return as(
      stack(
        shape.map((_, k) => counting(shape, k)),
        0,
        m,
      ),
      dtypeOf(dtype, m) ?? 'int64',
    );
  }),
  native('fromfunction', 'function, shape, *, dtype=None', (m, call, shape, dtype) => {
    const lengths = integers(shape, m);
    return m.call(
      call,
      lengths.map((_, k) => as(copyOf(counting(lengths, k)), dtypeOf(dtype, m) ?? 'float64')),
    );
  }),
  native('vander', 'x, N=None, increasing=False', (m, x, n, increasing) => {
    const a = asArray(x, m);
    const data = flat(a) as Items;
    const width = n === null ? data.length : integer(n);
    const out = newArray(a.dtype, [data.length, width]);
    const up = m.truth(increasing);
    for (let p = 0; p < data.length * width; p++) {
      const power = up ? p % width : width - 1 - (p % width);
      const base = data[Math.floor(p / width)]!;
      (out.buffer as Items)[p] = typeof base === 'bigint' ? base ** BigInt(power) : (base as number) ** power;
    }
    return out;
  }),
  native('vectorize', 'pyfunc, otypes=None, doc=None, excluded=None, cache=False, signature=None', (_m, call) => ({
    kind: 'native',
    name: 'vectorize',
    call: (args, _keywords, machine) => mapped(machine, call, args),
  })),
  native('apply_along_axis', 'func1d, axis, arr, *args', (m, call, axis, a, rest) =>
    alongAxis(m, call, integer(axis), asArray(a, m), sequence(rest, m) ?? []),
  ),
];

/** `np.meshgrid`: coordinates over a grid, `xy` with the first along columns. */
export function meshgrid(m: Machine, xi: Value, indexing: Value, sparse: boolean): Value {
  const lines = arraysOf(xi, m).map((a) => ravel(a));
  const xy = indexing !== 'ij' && lines.length > 1;
  const place = (k: number): number => (xy && k < 2 ? 1 - k : k);
  const shape = lines.map((_, k) => lines[place(k)]!.shape[0]!);
  return tuple(
    lines.map((a, k) => {
      const seen = reshape(
        a,
        shape.map((n, d) => (d === place(k) ? n : 1)),
      );
      if (sparse) return seen;
      const out = newArray(a.dtype, shape);
      m.allocate(sizeOf(shape));
      scatter(out, flat(broadcastTo(seen, shape)));
      return out;
    }),
  );
}
