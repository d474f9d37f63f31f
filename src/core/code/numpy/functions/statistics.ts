import { PyError, type Machine, type Value } from '../../value';
import { asArray, integer, real, tuple } from '../asArray';
import { axesOf, axisOf } from '../axes';
import { broadcastTo } from '../broadcast';
import { as } from '../cast';
import { fitter, isFloat } from '../dtype';
import { flat, numbers, sizeOf, unwrap, view, wrap, type ElementType, type Items, type NdArray } from '../ndarray';
import { native } from '../signature';
import { ufuncNamed } from '../ufunc/define';
import { reduce } from '../ufunc/reduce';
import { argExtreme, binary, mean, unary } from './reductions';
import { concatenate } from './joining';
import { atLeastOf } from './shape';
import { dot } from '../linalg/matmul';
import { transposed } from '../ufunc/apply';

/** Rows of the axes given (undefined: all), as float64, and the shape that is left. */
function rows(
  a: NdArray,
  axes: readonly number[] | undefined,
): { data: Float64Array; length: number; shape: number[]; kept: number[] } {
  const gone = axes ?? a.shape.map((_, k) => k);
  const left = a.shape.map((_, k) => k).filter((k) => !gone.includes(k));
  const order = [...left, ...gone];
  const seen = view(
    a,
    order.map((k) => a.shape[k]!),
    order.map((k) => a.strides[k]!),
  );
  return {
    data: numbers(as(seen, isFloat(a.dtype) ? a.dtype : 'float64')),
    length: sizeOf(gone.map((k) => a.shape[k]!)),
    shape: left.map((k) => a.shape[k]!),
    kept: a.shape.map((n, k) => (gone.includes(k) ? 1 : n)),
  };
}

function mapped(m: Machine, a: NdArray, axis: Value, keepdims: Value, f: (row: Float64Array) => number): Value {
  const { data, length, shape, kept } = rows(a, axesOf(axis, a.shape.length, m));
  m.spend(data.length * 4);
  const dtype: ElementType = isFloat(a.dtype) ? a.dtype : 'float64';
  const fit = fitter(dtype);
  const out = new Float64Array(sizeOf(shape));
  for (let r = 0; r < out.length; r++) out[r] = fit(f(data.slice(r * length, (r + 1) * length)));
  return unwrap(wrap(dtype, m.truth(keepdims) ? kept : shape, out));
}

/** NumPy's linear quantile and its kin, of a sorted row. */
function quantile(sorted: Float64Array, q: number, method: string): number {
  const n = sorted.length;
  if (n === 0 || Number.isNaN(sorted[n - 1])) return NaN;
  const at = q * (n - 1);
  const low = Math.floor(at);
  const a = sorted[low]!;
  const b = sorted[Math.min(low + 1, n - 1)]!;
  const t = at - low;
  if (method === 'lower') return a;
  if (method === 'higher') return t > 0 ? b : a;
  if (method === 'midpoint') return t > 0 ? (a + b) / 2 : a;
  if (method === 'nearest') return t < 0.5 || (t === 0.5 && low % 2 === 0) ? a : b;
  const d = b - a;
  return t >= 0.5 ? b - d * (1 - t) : a + d * t;
}

function quantiles(
  m: Machine,
  a: NdArray,
  q: Value,
  scale: number,
  axis: Value,
  method: Value,
  keepdims: Value,
  skip: boolean,
): Value {
  const wanted = asArray(q, m);
  const levels = Array.from(numbers(wanted), (x) => x / scale);
  if (levels.some((x) => !(x >= 0 && x <= 1))) {
    throw new PyError(
      'ValueError',
      scale === 100 ? 'Percentiles must be in the range [0, 100]' : 'Quantiles must be in the range [0, 1]',
    );
  }
  const made = levels.map((level) =>
    asArray(
      mapped(m, a, axis, keepdims, (row) =>
        quantile(
          (skip ? row.filter((x) => !Number.isNaN(x)) : row).sort(),
          level,
          typeof method === 'string' ? method : 'linear',
        ),
      ),
      m,
    ),
  );
  if (wanted.shape.length === 0) return unwrap(made[0]!);
  const shape = [...wanted.shape, ...made[0]!.shape];
  return wrap(made[0]!.dtype, shape, Float64Array.from(made.flatMap((each) => Array.from(numbers(each)))));
}

function median(row: Float64Array): number {
  if (row.length === 0) return NaN;
  const s = row.sort();
  const n = s.length;
  if (Number.isNaN(s[n - 1])) return NaN;
  return n % 2 === 1 ? s[(n - 1) / 2]! : (s[n / 2 - 1]! + s[n / 2]!) / 2;
}

const present = (row: Float64Array): Float64Array => row.filter((x) => !Number.isNaN(x));

function replaced(a: NdArray, by: number): NdArray {
  if (!isFloat(a.dtype)) return a;
  return wrap(
    a.dtype,
    a.shape,
    numbers(a).map((x) => (Number.isNaN(x) ? by : x)),
  );
}

function notNan(a: NdArray): NdArray {
  const data = flat(a) as Items;
  return wrap(
    'bool',
    a.shape,
    Float64Array.from(data, (x) => (x !== x ? 0 : 1)),
  );
}

function nanReduction(
  name: string,
  run: (m: Machine, a: NdArray, axes: readonly number[] | undefined, keepdims: boolean, ddof: number) => NdArray,
) {
  return native(
    name,
    'a, axis=None, dtype=None, out=None, ddof=0, keepdims=False',
    (m, a, axis, _d, _o, ddof, keepdims) => {
      const array = asArray(a, m);
      return unwrap(run(m, array, axesOf(axis, array.shape.length, m), m.truth(keepdims), real(ddof)));
    },
  );
}

function nanVariance(
  m: Machine,
  a: NdArray,
  axes: readonly number[] | undefined,
  keepdims: boolean,
  ddof: number,
): NdArray {
  const where = notNan(a);
  const middle = mean(replaced(a, 0), axes, m, { where, keepdims: true });
  const apart = binary('subtract', replaced(a, 0), middle, m);
  const squares = binary('multiply', binary('multiply', apart, apart, m), where, m);
  const count = reduce(ufuncNamed('add'), as(where, 'float64'), axes, m, { keepdims });
  return binary(
    'divide',
    reduce(ufuncNamed('add'), squares, axes, m, { keepdims }),
    binary('subtract', count, ddof, m),
    m,
  );
}

function nanArg(name: 'argmax' | 'argmin') {
  return native(`nan${name}`, 'a, axis=None', (m, a, axis) => {
    const array = asArray(a, m);
    const filled = replaced(array, name === 'argmax' ? -Infinity : Infinity);
    return unwrap(argExtreme(filled, axis === null ? undefined : axisOf(integer(axis), array.shape.length), name, m));
  });
}

/** Covariance of the rows, over `n - ddof`. */
function covariance(m: Machine, a: NdArray, ddof: number): NdArray {
  const values = as(atLeastOf(a, 2), 'float64');
  const apart = binary('subtract', values, mean(values, [1], m, { keepdims: true }), m);
  return binary('multiply', dot(apart, transposed(apart), m), 1 / (values.shape[1]! - ddof), m);
}

function observations(m: Machine, x: Value, y: Value, rowvar: Value): NdArray {
  const one = atLeastOf(asArray(x, m), 2);
  const seen = m.truth(rowvar) || one.shape[0] === 1 ? one : transposed(one);
  return y === null ? seen : concatenate([seen, atLeastOf(asArray(y, m), 2)], 0, m);
}

export const statistics = [
  native('median', 'a, axis=None, out=None, overwrite_input=False, keepdims=False', (m, a, axis, _o, _w, keepdims) =>
    mapped(m, asArray(a, m), axis, keepdims, median),
  ),
  native('nanmedian', 'a, axis=None, out=None, overwrite_input=False, keepdims=False', (m, a, axis, _o, _w, keepdims) =>
    mapped(m, asArray(a, m), axis, keepdims, (row) => median(present(row))),
  ),
  ...(
    [
      ['percentile', 100, false],
      ['quantile', 1, false],
      ['nanpercentile', 100, true],
      ['nanquantile', 1, true],
    ] as const
  ).map(([name, scale, skip]) =>
    native(
      name,
      'a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False',
      (m, a, q, axis, _o, _w, method, keepdims) => quantiles(m, asArray(a, m), q, scale, axis, method, keepdims, skip),
    ),
  ),
  native(
    'average',
    'a, axis=None, weights=None, returned=False, *, keepdims=False',
    (m, a, axis, weights, returned, keepdims) => {
      const array = asArray(a, m);
      const axes = axesOf(axis, array.shape.length, m);
      const options = { keepdims: m.truth(keepdims) };
      if (weights === null) return unwrap(mean(array, axes, m, options));
      let w = asArray(weights, m);
      if (w.shape.length === 1 && array.shape.length > 1 && axes?.length === 1) {
        w = view(
          w,
          array.shape.map((n, k) => (k === axes[0] ? n : 1)),
          array.shape.map((_, k) => (k === axes[0] ? w.strides[0]! : 0)),
        );
      }
      const wide = broadcastTo(w, array.shape);
      const total = reduce(ufuncNamed('add'), isFloat(wide.dtype) ? wide : as(wide, 'float64'), axes, m, options);
      if (numbers(total).includes(0))
        throw new PyError('ZeroDivisionError', "Weights sum to zero, can't be normalized");
      const sum = reduce(ufuncNamed('add'), binary('multiply', array, wide, m), axes, m, options);
      const made = unwrap(binary('divide', sum, total, m));
      return m.truth(returned) ? tuple([made, unwrap(total)]) : made;
    },
  ),
  nanReduction('nansum', (m, a, axes, keepdims) => reduce(ufuncNamed('add'), replaced(a, 0), axes, m, { keepdims })),
  nanReduction('nanprod', (m, a, axes, keepdims) =>
    reduce(ufuncNamed('multiply'), replaced(a, 1), axes, m, { keepdims }),
  ),
  nanReduction('nanmean', (m, a, axes, keepdims) => mean(replaced(a, 0), axes, m, { keepdims, where: notNan(a) })),
  nanReduction('nanvar', nanVariance),
  nanReduction('nanstd', (m, a, axes, keepdims, ddof) => unary('sqrt', nanVariance(m, a, axes, keepdims, ddof), m)),
  ...(['max', 'min'] as const).map((name) =>
    native(`nan${name}`, 'a, axis=None, out=None, keepdims=False', (m, a, axis, _o, keepdims) => {
      const array = asArray(a, m);
      return unwrap(
        reduce(ufuncNamed(`f${name}`), array, axesOf(axis, array.shape.length, m), m, { keepdims: m.truth(keepdims) }),
      );
    }),
  ),
  nanArg('argmax'),
  nanArg('argmin'),
  native('cov', 'm, y=None, rowvar=True, bias=False, ddof=None', (m, x, y, rowvar, bias, ddof) => {
    const made = covariance(m, observations(m, x, y, rowvar), ddof === null ? (m.truth(bias) ? 0 : 1) : integer(ddof));
    return unwrap(sizeOf(made.shape) === 1 ? wrap('float64', [], made.buffer) : made);
  }),
  native('corrcoef', 'x, y=None, rowvar=True', (m, x, y, rowvar) => {
    const made = covariance(m, observations(m, x, y, rowvar), 1);
    const data = made.buffer as Float64Array;
    const n = made.shape[0]!;
    const spread = Array.from({ length: n }, (_, i) => Math.sqrt(data[i * n + i]!));
    const out = data.map((c, p) => Math.max(-1, Math.min(1, c / spread[Math.floor(p / n)]! / spread[p % n]!)));
    return unwrap(n === 1 ? wrap('float64', [], out) : wrap('float64', [n, n], out));
  }),
];
