import { PyError, type Machine, type Value } from '../../value';
import { arrayIn, asArray, integer, integers, list, real, sequence } from '../asArray';
import { axisOf } from '../axes';
import { broadcastTo } from '../broadcast';
import { as } from '../cast';
import { dtypeOf, promote } from '../dtype';
import { sliceRange } from '../pick';
import { flat, gather, newArray, scatter, sizeOf, view, wrap, type ElementType, type NdArray } from '../ndarray';
import { native } from '../signature';
import { outOf } from '../ufunc/ufuncObject';
import { linspace } from './linspace';
import { atLeastOf, expandDims, ravel, reshape, transpose } from './shape';

/** Arrays of a list or a tuple; the rows of an array. */
export function arraysOf(value: Value, machine: Machine): NdArray[] {
  const items = sequence(value, machine) ?? [...machine.iterate(value)];
  return items.map((each) => asArray(each, machine));
}

function common(arrays: readonly NdArray[]): ElementType {
  return arrays.map((a) => a.dtype).reduce(promote);
}

/** `np.concatenate` along an axis. @throws PyError ValueError in NumPy's words when the others differ */
export function concatenate(arrays: readonly NdArray[], axis: number, machine: Machine, wanted?: ElementType): NdArray {
  const first = arrays[0];
  if (!first) throw new PyError('ValueError', 'need at least one array to concatenate');
  const depth = first.shape.length;
  if (depth === 0) throw new PyError('ValueError', 'zero-dimensional arrays cannot be concatenated');
  const k = axisOf(axis, depth);
  arrays.forEach((a, i) => {
    if (a.shape.length !== depth) {
      throw new PyError(
        'ValueError',
        `all the input arrays must have same number of dimensions, but the array at index 0 has ${depth} dimension(s) and the array at index ${i} has ${a.shape.length} dimension(s)`,
      );
    }
    a.shape.forEach((n, d) => {
      if (d !== k && n !== first.shape[d]) {
        throw new PyError(
          'ValueError',
          `all the input array dimensions except for the concatenation axis must match exactly, but along dimension ${d}, the array at index 0 has size ${first.shape[d]!} and the array at index ${i} has size ${n}`,
        );
      }
    });
  });
  const shape = first.shape.map((n, d) => (d === k ? arrays.reduce((sum, a) => sum + a.shape[k]!, 0) : n));
  machine.allocate(sizeOf(shape));
  machine.spend(sizeOf(shape));
  const out = newArray(wanted ?? common(arrays), shape);
  let at = 0;
  for (const a of arrays) {
    scatter(view(out, a.shape, out.strides, at * out.strides[k]!), flat(as(a, out.dtype)));
    at += a.shape[k]!;
  }
  return { ...out, library: first.library };
}

export function stack(arrays: readonly NdArray[], axis: number, machine: Machine): NdArray {
  const first = arrays[0];
  if (!first) throw new PyError('ValueError', 'need at least one array to stack');
  if (arrays.some((a) => a.shape.join() !== first.shape.join())) {
    throw new PyError('ValueError', 'all input arrays must have the same shape');
  }
  const k = axisOf(axis, first.shape.length + 1);
  return concatenate(
    arrays.map((a) => expandDims(a, [k])),
    k,
    machine,
  );
}

function hstack(arrays: readonly NdArray[], m: Machine): NdArray {
  const raised = arrays.map((a) => atLeastOf(a, 1));
  return concatenate(raised, raised[0]?.shape.length === 1 ? 0 : 1, m);
}

function columns(arrays: readonly NdArray[], m: Machine): NdArray {
  return concatenate(
    arrays.map((a) => (a.shape.length < 2 ? transpose(atLeastOf(a, 2), undefined) : a)),
    1,
    m,
  );
}

/** `np.array_split`: into parts of lengths that differ by one at most, or at the places named. */
function split(m: Machine, a: NdArray, parts: Value, axis: number, equal: boolean): Value {
  const k = axisOf(axis, a.shape.length);
  const n = a.shape[k]!;
  let ends: number[];
  if (sequence(parts, m) || (arrayIn(parts)?.shape.length ?? 0) > 0) {
    ends = [
      ...integers(parts, m).map((at) => sliceRange({ kind: 'slice', start: null, stop: BigInt(at), step: null }, n)[2]),
      n,
    ];
  } else {
    const count = integer(parts);
    if (count <= 0) throw new PyError('ValueError', 'number sections must be larger than 0.');
    if (equal && n % count !== 0) throw new PyError('ValueError', 'array split does not result in an equal division');
    const [each, extra] = [Math.floor(n / count), n % count];
    ends = Array.from({ length: count }, (_, i) => (i + 1) * each + Math.min(i + 1, extra));
  }
  let start = 0;
  return list(
    ends.map((end) => {
      const part = view(
        a,
        a.shape.map((each, d) => (d === k ? Math.max(0, end - start) : each)),
        a.strides,
        a.offset + (end > start ? start * a.strides[k]! : 0),
      );
      start = end;
      return part;
    }),
  );
}

function splitAlong(name: string, axis: (a: NdArray) => number) {
  return native(name, 'ary, indices_or_sections', (m, a, parts) => {
    const array = asArray(a, m);
    return split(m, array, parts, axis(array), true);
  });
}

export function repeat(m: Machine, given: NdArray, repeats: Value, axis: Value): NdArray {
  const a = axis === null ? ravel(given) : given;
  const k = axis === null ? 0 : axisOf(integer(axis), a.shape.length);
  const counts = integers(repeats, m);
  const n = a.shape[k]!;
  if (counts.length !== 1 && counts.length !== n) {
    throw new PyError('ValueError', `operands could not be broadcast together with shape (${n},) (${counts.length},)`);
  }
  if (counts.some((c) => c < 0)) throw new PyError('ValueError', 'repeats may not contain negative values.');
  const places: number[] = [];
  for (let i = 0; i < n; i++) for (let c = counts[counts.length === 1 ? 0 : i]!; c > 0; c--) places.push(i);
  return takeAlong(a, places, k, m);
}

/** The slices of an axis at places that are known to be good. */
export function takeAlong(a: NdArray, places: readonly number[], axis: number, machine: Machine): NdArray {
  const shape = a.shape.map((n, d) => (d === axis ? places.length : n));
  machine.allocate(sizeOf(shape));
  machine.spend(sizeOf(shape));
  const out = newArray(a.dtype, shape);
  places.forEach((place, i) => {
    const rest = shape.map((n, d) => (d === axis ? 1 : n));
    const from = gather(view(a, rest, a.strides, a.offset + place * a.strides[axis]!), rest, a.strides);
    scatter(view(out, rest, out.strides, i * out.strides[axis]!), from);
  });
  return { ...out, library: a.library };
}

function tile(m: Machine, given: NdArray, reps: readonly number[]): NdArray {
  const depth = Math.max(reps.length, given.shape.length);
  const a = reshape(given, [...new Array<number>(depth - given.shape.length).fill(1), ...given.shape]);
  const counts = [...new Array<number>(depth - reps.length).fill(1), ...reps];
  const shape = a.shape.map((n, k) => n * counts[k]!);
  m.allocate(sizeOf(shape));
  const wide: number[] = [];
  const strides: number[] = [];
  a.shape.forEach((n, k) => {
    wide.push(counts[k]!, n);
    strides.push(0, a.strides[k]!);
  });
  return wrap(a.dtype, shape, gather(a, wide, strides));
}

/** `np.c_` and `np.r_`: what stands in the brackets, joined. */
function indexJoin(name: string, join: (arrays: NdArray[], m: Machine) => NdArray): Value {
  const get = native('__getitem__', 'index', (m, index) => {
    const parts = index !== null && typeof index === 'object' && index.kind === 'tuple' ? index.items : [index];
    return join(
      parts.map((part) => rangeOrArray(m, part)),
      m,
    );
  });
  return { kind: 'object', type: name, get: (member) => (member === '__getitem__' ? get : undefined) };
}

function rangeOrArray(m: Machine, part: Value): NdArray {
  if (part === null || typeof part !== 'object' || part.kind !== 'slice') return atLeastOf(asArray(part, m), 1);
  const step = part.step;
  if (step !== null && typeof step === 'object' && step.kind === 'complex') {
    const [values] = linspace(
      part.start === null ? 0 : real(part.start),
      real(part.stop),
      Math.trunc(Math.abs(step.im)),
      true,
    );
    return wrap('float64', [values.length], values);
  }
  const arange = (m.state.get('numpy.functions') as ReadonlyMap<string, Value>).get('arange')!;
  return asArray(m.call(arange, [part.start ?? 0n, part.stop, step ?? 1n]), m);
}

function grid(name: string, open: boolean): Value {
  const get = native('__getitem__', 'index', (m, index) => {
    const parts = index !== null && typeof index === 'object' && index.kind === 'tuple' ? index.items : undefined;
    if (!parts) return rangeOrArray(m, index);
    const axes = parts.map((part) => rangeOrArray(m, part));
    const seen = axes.map((a, k) =>
      reshape(
        a,
        axes.map((_, d) => (d === k ? -1 : 1)),
      ),
    );
    if (open) return { kind: 'tuple', items: seen };
    const shape = axes.map((a) => a.shape[0]!);
    return stack(
      seen.map((a) => broadcastTo(a, shape)),
      0,
      m,
    );
  });
  return { kind: 'object', type: name, get: (member) => (member === '__getitem__' ? get : undefined) };
}

export const indexObjects: ReadonlyMap<string, Value> = new Map([
  ['c_', indexJoin('CClass', columns)],
  ['r_', indexJoin('RClass', (arrays, m) => concatenate(arrays, 0, m))],
  ['mgrid', grid('MGridClass', false)],
  ['ogrid', grid('OGridClass', true)],
]);

function concatenateNative(name: string) {
  return native(name, 'arrays, axis=0, out=None, *, dtype=None, casting="same_kind"', (m, arrays, axis, out, dtype) => {
    const given = arraysOf(arrays, m);
    const made =
      axis === null
        ? concatenate(
            given.map((a) => ravel(a)),
            0,
            m,
            dtypeOf(dtype, m),
          )
        : concatenate(given, integer(axis), m, dtypeOf(dtype, m));
    const target = outOf(out);
    if (!target) return made;
    scatter(target, flat(as(made, target.dtype)));
    return target;
  });
}

export const joining = [
  concatenateNative('concatenate'),
  concatenateNative('concat'),
  native('stack', 'arrays, axis=0, out=None', (m, arrays, axis) => stack(arraysOf(arrays, m), integer(axis), m)),
  native('vstack', 'tup', (m, arrays) =>
    concatenate(
      arraysOf(arrays, m).map((a) => atLeastOf(a, 2)),
      0,
      m,
    ),
  ),
  native('hstack', 'tup', (m, arrays) => hstack(arraysOf(arrays, m), m)),
  native('dstack', 'tup', (m, arrays) =>
    concatenate(
      arraysOf(arrays, m).map((a) => atLeastOf(a, 3)),
      2,
      m,
    ),
  ),
  native('column_stack', 'tup', (m, arrays) => columns(arraysOf(arrays, m), m)),
  native('split', 'ary, indices_or_sections, axis=0', (m, a, parts, axis) =>
    split(m, asArray(a, m), parts, integer(axis), true),
  ),
  native('array_split', 'ary, indices_or_sections, axis=0', (m, a, parts, axis) =>
    split(m, asArray(a, m), parts, integer(axis), false),
  ),
  splitAlong('vsplit', () => 0),
  splitAlong('hsplit', (a) => (a.shape.length > 1 ? 1 : 0)),
  splitAlong('dsplit', () => 2),
  native('tile', 'A, reps', (m, a, reps) => tile(m, asArray(a, m), integers(reps, m))),
  native('repeat', 'a, repeats, axis=None', (m, a, repeats, axis) => repeat(m, asArray(a, m), repeats, axis)),
  native('append', 'arr, values, axis=None', (m, a, values, axis) => {
    const [one, other] = [asArray(a, m), asArray(values, m)];
    return axis === null ? concatenate([ravel(one), ravel(other)], 0, m) : concatenate([one, other], integer(axis), m);
  }),
];
