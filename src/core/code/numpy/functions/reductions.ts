import { PyError, type Machine, type Value } from '../../value';
import { asArray, integer, real } from '../asArray';
import { axesOf, axisOf } from '../axes';
import { as } from '../cast';
import { dtypeOf, isFloat } from '../dtype';
import {
  contiguous,
  flat,
  indexArray,
  scatter,
  single,
  sizeOf,
  unwrap,
  view,
  wrap,
  type ElementType,
  type Items,
  type NdArray,
} from '../ndarray';
import { native } from '../signature';
import { apply } from '../ufunc/apply';
import { ufuncNamed } from '../ufunc/define';
import { accumulate, reduce, type ReduceOptions } from '../ufunc/reduce';
import { outOf, whereOf } from '../ufunc/ufuncObject';

const strong = (array: NdArray): { array: NdArray; weak: undefined } => ({ array, weak: undefined });

/** A binary ufunc on arrays, or on an array and one of Python's floats. */
export function binary(name: string, a: NdArray, b: NdArray | number, machine: Machine): NdArray {
  const other = typeof b === 'number' ? { array: single('float64', b), weak: 'float' as const } : strong(b);
  return apply(ufuncNamed(name), [strong(a), other], machine);
}

export function unary(name: string, a: NdArray, machine: Machine): NdArray {
  return apply(ufuncNamed(name), [strong(a)], machine);
}

function countAlong(a: NdArray, axes: readonly number[] | undefined): number {
  return axes === undefined ? sizeOf(a.shape) : axes.reduce((n, k) => n * a.shape[k]!, 1);
}

/** Sums of halves run in float32, and integers' means in float64. */
function meanType(dtype: ElementType): ElementType {
  return dtype === 'float16' ? 'float32' : isFloat(dtype) ? dtype : 'float64';
}

/** `np.mean`. */
export function mean(
  a: NdArray,
  axes: readonly number[] | undefined,
  machine: Machine,
  options: ReduceOptions = {},
): NdArray {
  if (a.dtype === 'object' || a.dtype === 'str')
    throw new PyError('TypeError', "unsupported operand type(s) for /: 'str' and 'int'");
  const dtype = options.dtype ?? meanType(a.dtype);
  const where = options.where;
  const n = where ? maskedCount(a, axes, where, machine) : countAlong(a, axes);
  if (n === 0) machine.warn('RuntimeWarning', 'Mean of empty slice.');
  const sum = reduce(ufuncNamed('add'), a, axes, machine, { dtype, keepdims: options.keepdims, where });
  const made = divided(sum, n, machine);
  const result = a.dtype === 'float16' && !options.dtype ? as(made, 'float16') : made;
  return { ...result, library: a.library };
}

/** A sum over a count; a single one warns as scalars do. */
function divided(sum: NdArray, n: NdArray | number, machine: Machine): NdArray {
  if (sum.shape.length > 0 || typeof n !== 'number') return binary('divide', sum, n, machine);
  const operands = [strong(sum), { array: single('float64', n), weak: 'float' as const }];
  return apply(ufuncNamed('divide'), operands, machine, { scalars: true });
}

function maskedCount(a: NdArray, axes: readonly number[] | undefined, where: NdArray, machine: Machine): NdArray {
  const ones = wrap('float64', a.shape, new Float64Array(sizeOf(a.shape)).fill(1));
  return reduce(ufuncNamed('add'), ones, axes, machine, { where });
}

/** `np.var`: the mean of squared distances from the mean, over `n - ddof`. */
export function variance(
  a: NdArray,
  axes: readonly number[] | undefined,
  machine: Machine,
  ddof = 0,
  keepdims = false,
  wanted?: ElementType,
): NdArray {
  const dtype = wanted ?? meanType(a.dtype);
  const n = countAlong(a, axes);
  if (n - ddof <= 0) machine.warn('RuntimeWarning', 'Degrees of freedom <= 0 for slice');
  const values = as(a, dtype);
  const middle = binary('divide', reduce(ufuncNamed('add'), values, axes, machine, { keepdims: true }), n, machine);
  const apart = binary('subtract', values, middle, machine);
  const squares = binary('multiply', apart, apart, machine);
  const sum = reduce(ufuncNamed('add'), squares, axes, machine, { keepdims });
  const made = divided(sum, Math.max(n - ddof, 0), machine);
  return a.dtype === 'float16' && !wanted ? as(made, 'float16') : made;
}

export function deviation(
  a: NdArray,
  axes: readonly number[] | undefined,
  machine: Machine,
  ddof = 0,
  keepdims = false,
  wanted?: ElementType,
): NdArray {
  const made = variance(a, axes, machine, ddof, keepdims, wanted ?? (a.dtype === 'float16' ? 'float32' : undefined));
  const root = unary('sqrt', made, machine);
  return a.dtype === 'float16' && !wanted ? as(root, 'float16') : root;
}

/** The array with one axis last, and row by row. */
export function axisLast(a: NdArray, axis: number): NdArray {
  const order = [...a.shape.map((_, k) => k).filter((k) => k !== axis), axis];
  return view(
    a,
    order.map((k) => a.shape[k]!),
    order.map((k) => a.strides[k]!),
  );
}

/** The places of the greatest or least along an axis (undefined: of all); the first of equals, NaN before all. */
export function argExtreme(
  given: NdArray,
  axis: number | undefined,
  name: 'argmax' | 'argmin',
  machine: Machine,
): NdArray {
  const a = axis === undefined ? wrap(given.dtype, [sizeOf(given.shape)], flat(given)) : axisLast(given, axis);
  const length = a.shape.at(-1) ?? 1;
  if (length === 0) throw new PyError('ValueError', `attempt to get ${name} of an empty sequence`);
  const data = flat(a) as Items;
  machine.spend(data.length);
  const rows = data.length / length;
  const out = new Float64Array(rows);
  const most = name === 'argmax';
  for (let r = 0; r < rows; r++) {
    let best = 0;
    let found = data[r * length]!;
    for (let i = 1; i < length && found === found; i++) {
      const x = data[r * length + i]!;
      if (x !== x || (most ? x > found : x < found)) {
        best = i;
        found = x;
      }
    }
    out[r] = best;
  }
  return indexArray(out, a.shape.slice(0, -1));
}

function store(made: NdArray, out: Value): Value {
  const target = outOf(out);
  if (!target) return unwrap(made);
  scatter(target, flat(as(made, target.dtype)));
  return target;
}

/** sum, prod, max, min, any, all. */
function reduction(name: string, ufunc: string, truth = false) {
  return native(
    name,
    truth
      ? 'a, axis=None, out=None, keepdims=False, *, where=True'
      : name === 'sum' || name === 'prod'
        ? 'a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=True'
        : 'a, axis=None, out=None, keepdims=False, initial=None, where=True',
    (m, a, ...rest) => {
      const typed = name === 'sum' || name === 'prod';
      const dtype = typed ? dtypeOf(rest[1]!, m) : undefined;
      const axis = rest[0]!;
      const [out, keepdims, initial, where] = typed
        ? rest.slice(2)
        : truth
          ? [rest[1]!, rest[2]!, null, rest[3]!]
          : rest.slice(1);
      const array = asArray(a, m);
      const source = truth ? as(array, 'bool') : array;
      const options = { dtype, keepdims: m.truth(keepdims!), initial: initial!, where: whereOf(where, m) };
      return store(reduce(ufuncNamed(ufunc), source, axesOf(axis, array.shape.length, m), m, options), out!);
    },
  );
}

function running(name: string, ufunc: string) {
  return native(name, 'a, axis=None, dtype=None, out=None', (m, a, axis, dtype, out) => {
    const array = asArray(a, m);
    const source = axis === null ? wrap(array.dtype, [sizeOf(array.shape)], flat(array)) : array;
    const along = axis === null ? 0 : axisOf(integer(axis), array.shape.length);
    return store(accumulate(ufuncNamed(ufunc), source, along, m, dtypeOf(dtype, m)), out);
  });
}

function extremePlace(name: 'argmax' | 'argmin') {
  return native(name, 'a, axis=None, out=None, *, keepdims=False', (m, a, axis, _out, keepdims) => {
    const array = asArray(a, m);
    const along = axis === null ? undefined : axisOf(integer(axis), array.shape.length);
    const made = argExtreme(array, along, name, m);
    if (!m.truth(keepdims)) return unwrap(made);
    return wrap(
      'int64',
      array.shape.map((n, k) => (along === undefined || k === along ? 1 : n)),
      contiguous(made).buffer,
    );
  });
}

export const reductions = [
  reduction('sum', 'add'),
  reduction('prod', 'multiply'),
  reduction('max', 'maximum'),
  reduction('min', 'minimum'),
  reduction('amax', 'maximum'),
  reduction('amin', 'minimum'),
  reduction('any', 'logical_or', true),
  reduction('all', 'logical_and', true),
  running('cumsum', 'add'),
  running('cumprod', 'multiply'),
  extremePlace('argmax'),
  extremePlace('argmin'),
  native(
    'mean',
    'a, axis=None, dtype=None, out=None, keepdims=False, *, where=True',
    (m, a, axis, dtype, out, keepdims, where) => {
      const array = asArray(a, m);
      const options = { dtype: dtypeOf(dtype, m), keepdims: m.truth(keepdims), where: whereOf(where, m) };
      return store(mean(array, axesOf(axis, array.shape.length, m), m, options), out);
    },
  ),
  native(
    'var',
    'a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=None, correction=None',
    (m, a, axis, dtype, out, ddof, keepdims, _where, _mean, correction) => {
      const array = asArray(a, m);
      const less = real(correction ?? ddof);
      return store(
        variance(array, axesOf(axis, array.shape.length, m), m, less, m.truth(keepdims), dtypeOf(dtype, m)),
        out,
      );
    },
  ),
  native(
    'std',
    'a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=True, mean=None, correction=None',
    (m, a, axis, dtype, out, ddof, keepdims, _where, _mean, correction) => {
      const array = asArray(a, m);
      const less = real(correction ?? ddof);
      return store(
        deviation(array, axesOf(axis, array.shape.length, m), m, less, m.truth(keepdims), dtypeOf(dtype, m)),
        out,
      );
    },
  ),
  native('ptp', 'a, axis=None, out=None, keepdims=False', (m, a, axis, out, keepdims) => {
    const array = asArray(a, m);
    const axes = axesOf(axis, array.shape.length, m);
    const options = { keepdims: m.truth(keepdims) };
    const most = reduce(ufuncNamed('maximum'), array, axes, m, options);
    return store(binary('subtract', most, reduce(ufuncNamed('minimum'), array, axes, m, options), m), out);
  }),
  native('count_nonzero', 'a, axis=None, *, keepdims=False', (m, a, axis, keepdims) => {
    const array = as(asArray(a, m), 'bool');
    const made = reduce(ufuncNamed('add'), array, axesOf(axis, array.shape.length, m), m, {
      dtype: 'int64',
      keepdims: m.truth(keepdims),
    });
    return axis === null && keepdims === false ? (made.buffer as BigInt64Array)[0]! : unwrap(made);
  }),
];
