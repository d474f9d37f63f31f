import { PyError, type Machine, type Value } from '../../value';
import { arrayIn, asArray, floats, integer, real, sequence, tuple } from '../asArray';
import { axisOf } from '../axes';
import { as } from '../cast';
import { isFloat, promote } from '../dtype';
import {
  contiguous,
  flat,
  indexArray,
  newArray,
  newBuffer,
  numbers,
  sizeOf,
  unwrap,
  wrap,
  type Items,
  type NdArray,
} from '../ndarray';
import { native } from '../signature';
import { arraysOf, concatenate, takeAlong } from './joining';
import { linspace } from './linspace';
import { axisLast } from './reductions';
import { moveAxes, ravel } from './shape';

/** NaN stands behind every number. */
function compare(a: Value, b: Value): number {
  if (a! < b!) return -1;
  if (a! > b!) return 1;
  return (a !== a ? 1 : 0) - (b !== b ? 1 : 0);
}

/** The order that sorts one row, equals kept as they stand. */
function rowOrder(data: Items, start: number, length: number): number[] {
  return Array.from({ length }, (_, i) => i).sort((x, y) => compare(data[start + x]!, data[start + y]!));
}

/** Applies a row's new order along an axis: places, or the elements there. */
function ordered(given: NdArray, axis: number, machine: Machine, places: boolean): NdArray {
  const a = contiguous(axisLast(given, axis));
  const data = a.buffer as Items;
  const length = a.shape.at(-1)!;
  machine.spend(data.length * Math.ceil(Math.log2(length + 2)));
  machine.allocate(data.length);
  const out = newArray(places ? 'int64' : a.dtype, a.shape);
  for (let r = 0; r < data.length; r += length) {
    rowOrder(data, r, length).forEach(
      (from, i) => ((out.buffer as Items)[r + i] = places ? BigInt(from) : data[r + from]!),
    );
  }
  return contiguous(moveAxes(out, [a.shape.length - 1], [axis]));
}

function orderer(name: string, places: boolean) {
  const make = (m: Machine, a: Value, axis: Value): Value => {
    const array = asArray(a, m);
    return axis === null
      ? ordered(ravel(array), 0, m, places)
      : ordered(array, axisOf(integer(axis), array.shape.length), m, places);
  };
  return name.endsWith('partition')
    ? native(name, 'a, kth, axis=-1, kind="introselect"', (m, a, _kth, axis) => make(m, a, axis))
    : native(name, 'a, axis=-1, kind=None, order=None, *, stable=None', (m, a, axis) => make(m, a, axis));
}

function bisect(sorted: Items, x: Value, right: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const c = compare(sorted[middle]!, x);
    if (c < 0 || (right && c === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function search(m: Machine, sorted: NdArray, values: NdArray, right: boolean): NdArray {
  const dtype = promote(sorted.dtype, values.dtype);
  const line = flat(as(sorted, dtype)) as Items;
  const data = flat(as(values, dtype)) as Items;
  m.spend(data.length * 8);
  return indexArray(
    Array.from(data, (x) => bisect(line, x, right)),
    values.shape,
  );
}

/** Sorted distinct values with first places, inverse and counts. */
function distinct(a: NdArray): { values: NdArray; first: number[]; inverse: number[]; counts: number[] } {
  const data = flat(a) as Items;
  const order = rowOrder(data, 0, data.length);
  const first: number[] = [];
  const counts: number[] = [];
  const inverse = new Array<number>(data.length);
  order.forEach((at, i) => {
    if (i === 0 || compare(data[at]!, data[order[i - 1]!]!) !== 0) {
      first.push(at);
      counts.push(0);
    }
    counts[counts.length - 1]!++;
    inverse[at] = counts.length - 1;
  });
  const out = newBuffer(a.dtype, first.length);
  first.forEach((at, i) => ((out as Items)[i] = data[at]!));
  return { values: wrap(a.dtype, [first.length], out), first, inverse, counts };
}

/** Distinct rows along an axis: rows are told apart by all their elements. */
function distinctRows(
  m: Machine,
  given: NdArray,
  axis: number,
): { values: NdArray; first: number[]; inverse: number[]; counts: number[] } {
  const a = contiguous(moveAxes(given, [axis], [0]));
  const data = a.buffer as Items;
  const n = a.shape[0]!;
  const width = n === 0 ? 0 : data.length / n;
  const against = (x: number, y: number): number => {
    for (let j = 0; j < width; j++) {
      const c = compare(data[x * width + j]!, data[y * width + j]!);
      if (c !== 0) return c;
    }
    return 0;
  };
  const order = Array.from({ length: n }, (_, i) => i).sort(against);
  const first: number[] = [];
  const counts: number[] = [];
  const inverse = new Array<number>(n);
  order.forEach((at, i) => {
    if (i === 0 || against(at, order[i - 1]!) !== 0) {
      first.push(at);
      counts.push(0);
    }
    counts[counts.length - 1]!++;
    inverse[at] = counts.length - 1;
  });
  return { values: takeAlong(given, first, axis, m), first, inverse, counts };
}

const distinctOf = (m: Machine, value: Value): NdArray => distinct(ravel(asArray(value, m))).values;

function isIn(m: Machine, element: Value, among: Value, invert: boolean): Value {
  const a = asArray(element, m);
  const b = asArray(among, m);
  const dtype = promote(a.dtype, b.dtype);
  const known = new Set(Array.from(flat(as(b, dtype)) as Items));
  const out = Float64Array.from(flat(as(a, dtype)) as Items, (x) => (known.has(x) !== invert ? 1 : 0));
  return unwrap(wrap('bool', a.shape, out));
}

function setOperation(name: string, keep: (inOther: boolean) => boolean) {
  return native(name, 'ar1, ar2, assume_unique=False', (m, a, b) => {
    const one = distinctOf(m, a);
    const found = asArray(isIn(m, one, b, false), m).buffer as Float64Array;
    const places = Array.from(found.keys()).filter((i) => keep(found[i] !== 0));
    return takeAlong(one, places, 0, m);
  });
}

function histogram(m: Machine, a: NdArray, bins: Value, range: Value, weights: Value, density: boolean): Value {
  const data = numbers(a);
  let edges: Float64Array;
  if (typeof bins === 'bigint' || (arrayIn(bins)?.shape.length ?? 1) === 0) {
    const ends = range === null ? undefined : sequence(range, m);
    let low = ends ? real(ends[0]!) : data.length === 0 ? 0 : data.reduce((x, y) => Math.min(x, y));
    let high = ends ? real(ends[1]!) : data.length === 0 ? 1 : data.reduce((x, y) => Math.max(x, y));
    if (low === high) [low, high] = [low - 0.5, high + 0.5];
    edges = linspace(low, high, integer(bins) + 1, true)[0];
  } else edges = numbers(asArray(bins, m));
  const counts = new Float64Array(edges.length - 1);
  const w = weights === null ? undefined : numbers(asArray(weights, m));
  data.forEach((x, i) => {
    const at = x === edges.at(-1) ? counts.length - 1 : bisect(edges, x, true) - 1;
    if (at >= 0 && at < counts.length) counts[at]! += w ? w[i]! : 1;
  });
  const total = counts.reduce((x, y) => x + y, 0);
  const made = density
    ? floats(counts.map((c, i) => c / (edges[i + 1]! - edges[i]!) / total))
    : w
      ? floats(counts)
      : indexArray(counts);
  return tuple([made, typeof bins === 'bigint' ? floats(edges) : asArray(bins, m)]);
}

export const sorting = [
  orderer('sort', false),
  orderer('argsort', true),
  orderer('partition', false),
  orderer('argpartition', true),
  native('lexsort', 'keys, axis=-1', (m, keys) => {
    const rows = arraysOf(keys, m).map((a) => flat(a) as Items);
    const order = Array.from({ length: rows[0]!.length }, (_, i) => i);
    return indexArray(order.sort((x, y) => rows.reduceRight((c, row) => (c !== 0 ? c : compare(row[x]!, row[y]!)), 0)));
  }),
  native('searchsorted', 'a, v, side="left", sorter=None', (m, a, v, side) =>
    unwrap(search(m, asArray(a, m), asArray(v, m), side === 'right')),
  ),
  native('digitize', 'x, bins, right=False', (m, x, bins, right) => {
    const edges = asArray(bins, m);
    const data = numbers(edges);
    if (data.length > 1 && data[0]! > data.at(-1)!) {
      const up = wrap(edges.dtype, edges.shape, (flat(edges) as Float64Array).slice().reverse());
      const found = search(m, up, asArray(x, m), m.truth(right));
      return unwrap(
        indexArray(
          numbers(found).map((i) => data.length - i),
          found.shape,
        ),
      );
    }
    return unwrap(search(m, edges, asArray(x, m), !m.truth(right)));
  }),
  native('bincount', 'x, /, weights=None, minlength=0', (m, x, weights, minlength) => {
    const a = asArray(x, m);
    if (isFloat(a.dtype) && sizeOf(a.shape) > 0) {
      throw new PyError(
        'TypeError',
        "Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'",
      );
    }
    if (a.shape.length !== 1) throw new PyError('ValueError', 'object too deep for desired array');
    const data = numbers(a);
    if (data.some((v) => v < 0)) throw new PyError('ValueError', "'list' argument must have no negative elements");
    const length = data.reduce((n, v) => Math.max(n, v + 1), integer(minlength));
    m.allocate(length);
    const out = new Float64Array(length);
    const w = weights === null ? undefined : numbers(asArray(weights, m));
    data.forEach((v, i) => (out[v]! += w ? w[i]! : 1));
    return w ? floats(out) : indexArray(out);
  }),
  native('histogram', 'a, bins=10, range=None, density=False, weights=None', (m, a, bins, range, density, weights) =>
    histogram(m, asArray(a, m), bins, range, weights, m.truth(density)),
  ),
  native(
    'unique',
    'ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, sorted=True',
    (m, a, index, inverse, counts, axis) => {
      const array = asArray(a, m);
      const found =
        axis === null ? distinct(ravel(array)) : distinctRows(m, array, axisOf(integer(axis), array.shape.length));
      const out: Value[] = [found.values];
      if (m.truth(index)) out.push(indexArray(found.first));
      if (m.truth(inverse)) out.push(indexArray(found.inverse, axis === null ? array.shape : [found.inverse.length]));
      if (m.truth(counts)) out.push(indexArray(found.counts));
      return out.length === 1 ? out[0]! : tuple(out);
    },
  ),
  native('isin', 'element, test_elements, assume_unique=False, invert=False', (m, a, b, _u, invert) =>
    isIn(m, a, b, m.truth(invert)),
  ),
  setOperation('intersect1d', (inOther) => inOther),
  setOperation('setdiff1d', (inOther) => !inOther),
  native(
    'union1d',
    'ar1, ar2',
    (m, a, b) => distinct(concatenate([ravel(asArray(a, m)), ravel(asArray(b, m))], 0, m)).values,
  ),
  native('setxor1d', 'ar1, ar2, assume_unique=False', (m, a, b) => {
    const [one, other] = [distinctOf(m, a), distinctOf(m, b)];
    const both = concatenate([one, other], 0, m);
    const { values, counts } = distinct(both);
    return takeAlong(
      values,
      Array.from(counts.keys()).filter((i) => counts[i] === 1),
      0,
      m,
    );
  }),
];
