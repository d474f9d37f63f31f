import { PyError, type Machine, type Value } from '../../value';
import { asArray, integer, real, sequence } from '../asArray';
import { axisOf } from '../axes';
import { isFloat, isWide, promote } from '../dtype';
import { as } from '../cast';
import { flat, newArray, numbers, unwrap, view, wrap, type Items, type NdArray } from '../ndarray';
import { native } from '../signature';
import { reduce } from '../ufunc/reduce';
import { ufuncNamed } from '../ufunc/define';
import { concatenate } from './joining';
import { binary } from './reductions';
import { moveAxes, ravel } from './shape';

/** From `start` to `stop` of one axis, as a view. */
export function part(a: NdArray, axis: number, start: number, stop: number): NdArray {
  const shape = a.shape.map((n, k) => (k === axis ? Math.max(0, stop - start) : n));
  return view(a, shape, a.strides, a.offset + start * a.strides[axis]!);
}

function diff(a: NdArray, axis: number, m: Machine): NdArray {
  const n = a.shape[axis]!;
  return binary(
    a.dtype === 'bool' ? 'not_equal' : 'subtract',
    part(a, axis, Math.min(1, n), n),
    part(a, axis, 0, n - 1),
    m,
  );
}

/** Central differences inside, one-sided ones at the ends. */
function gradient(given: NdArray, axis: number, spacing: number | Float64Array): NdArray {
  const a = moveAxes(given, [axis], [0]);
  const data = numbers(a);
  const n = a.shape[0]!;
  if (n < 2)
    throw new PyError(
      'ValueError',
      'Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required.',
    );
  const width = data.length / n;
  const out = new Float64Array(data.length);
  const at = (i: number): number => (typeof spacing === 'number' ? i * spacing : spacing[i]!);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < width; j++) {
      const f = (k: number): number => data[k * width + j]!;
      const p = i * width + j;
      if (i === 0) out[p] = (f(1) - f(0)) / (typeof spacing === 'number' ? spacing : at(1) - at(0));
      else if (i === n - 1) out[p] = (f(i) - f(i - 1)) / (typeof spacing === 'number' ? spacing : at(i) - at(i - 1));
      else if (typeof spacing === 'number') out[p] = (f(i + 1) - f(i - 1)) / (2 * spacing);
      else {
        const [d, e] = [at(i) - at(i - 1), at(i + 1) - at(i)];
        out[p] = (-e / (d * (d + e))) * f(i - 1) + ((e - d) / (d * e)) * f(i) + (d / (e * (d + e))) * f(i + 1);
      }
    }
  }
  return moveAxes(wrap(isFloat(given.dtype) ? given.dtype : 'float64', a.shape, out), [0], [axis]);
}

/** The full convolution of two rows, or a stretch of it. */
function convolve(m: Machine, one: NdArray, other: NdArray, mode: string): NdArray {
  let [a, b] = [one, other];
  if (a.shape[0] === 0 || b.shape[0] === 0)
    throw new PyError('ValueError', `${a.shape[0] === 0 ? 'a' : 'v'} cannot be empty`);
  if (b.shape[0]! > a.shape[0]!) [a, b] = [b, a];
  const dtype = promote(a.dtype, b.dtype);
  const [x, y] = [flat(as(a, dtype)) as Items, flat(as(b, dtype)) as Items];
  const [n, k] = [x.length, y.length];
  m.spend(n * k);
  const out = newArray(dtype, [n + k - 1]);
  const items = out.buffer as Items;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < k; j++) {
      items[i + j] = isWide(dtype)
        ? (items[i + j] as bigint) + (x[i] as bigint) * (y[j] as bigint)
        : (items[i + j] as number) + (x[i] as number) * (y[j] as number);
    }
  }
  if (mode === 'full') return out;
  const cut = mode === 'same' ? Math.floor((k - 1) / 2) : k - 1;
  return part(out, 0, cut, mode === 'same' ? cut + n : n);
}

const reversed = (a: NdArray): NdArray =>
  view(a, a.shape, [-a.strides[0]!], a.offset + (a.shape[0]! - 1) * a.strides[0]!);
const modeText = (value: Value): string => (typeof value === 'string' ? value : 'full');

function interpolate(x: number, xp: Float64Array, fp: Float64Array, left: number, right: number): number {
  const n = xp.length;
  if (Number.isNaN(x)) return NaN;
  if (x < xp[0]!) return left;
  if (x > xp[n - 1]!) return right;
  let j = 0;
  while (j < n - 2 && xp[j + 1]! <= x) j++;
  if (x === xp[n - 1]) return fp[n - 1]!;
  const slope = (fp[j + 1]! - fp[j]!) / (xp[j + 1]! - xp[j]!);
  return slope * (x - xp[j]!) + fp[j]!;
}

function trapezoid(name: string) {
  return native(name, 'y, x=None, dx=1.0, axis=-1', (m, y, x, dx, axis) => {
    const a = asArray(y, m);
    const k = axisOf(integer(axis), a.shape.length);
    const n = a.shape[k]!;
    const width = x === null ? real(dx) : diff(asArray(x, m), 0, m);
    const middle = binary('add', part(a, k, 1, n), part(a, k, 0, n - 1), m);
    const areas = binary('divide', binary('multiply', middle, width, m), 2, m);
    return unwrap(reduce(ufuncNamed('add'), areas, [k], m));
  });
}

export const differences = [
  native('diff', 'a, n=1, axis=-1, prepend=None, append=None', (m, a, n, axis, prepend, append) => {
    let made = asArray(a, m);
    if (made.shape.length === 0)
      throw new PyError('ValueError', 'diff requires input that is at least one dimensional');
    const k = axisOf(integer(axis), made.shape.length);
    const ends = [prepend, append].map((each) => (each === null ? [] : [ravel(asArray(each, m))]));
    if (prepend !== null || append !== null) made = concatenate([...ends[0]!, made, ...ends[1]!], k, m);
    for (let i = 0; i < integer(n); i++) made = diff(made, k, m);
    return made;
  }),
  native('ediff1d', 'ary, to_end=None, to_begin=None', (m, a) => diff(ravel(asArray(a, m)), 0, m)),
  native('gradient', 'f, *varargs, axis=None, edge_order=1', (m, f, axis, _edge, rest) =>
    gradients(m, asArray(f, m), axis, rest),
  ),
  trapezoid('trapezoid'),
  trapezoid('trapz'),
  native('convolve', 'a, v, mode="full"', (m, a, v, mode) => convolve(m, asArray(a, m), asArray(v, m), modeText(mode))),
  native('correlate', 'a, v, mode="valid"', (m, a, v, mode) =>
    convolve(m, asArray(a, m), reversed(asArray(v, m)), modeText(mode)),
  ),
  native('interp', 'x, xp, fp, left=None, right=None, period=None', (m, x, xp, fp, left, right) => {
    const [points, values] = [numbers(asArray(xp, m)), numbers(asArray(fp, m))];
    if (points.length !== values.length) throw new PyError('ValueError', 'fp and xp are not of the same length.');
    if (points.length === 0) throw new PyError('ValueError', 'array of sample points is empty');
    const a = asArray(x, m);
    m.spend(a.buffer.length * points.length);
    const [l, r] = [left === null ? values[0]! : real(left), right === null ? values.at(-1)! : real(right)];
    return unwrap(
      wrap(
        'float64',
        a.shape,
        numbers(a).map((each) => interpolate(each, points, values, l, r)),
      ),
    );
  }),
  native('polyval', 'p, x', (m, p, x) => {
    const a = asArray(x, m);
    let sum: NdArray = newArray(promote(asArray(p, m).dtype, a.dtype), a.shape);
    const coefficients = asArray(p, m);
    for (let i = 0; i < coefficients.shape[0]!; i++) {
      sum = binary(
        'add',
        binary('multiply', sum, a, m),
        view(coefficients, [], [], coefficients.offset + i * coefficients.strides[0]!),
        m,
      );
    }
    return unwrap(sum);
  }),
];

function gradients(m: Machine, a: NdArray, axis: Value, rest: Value): Value {
  const given = sequence(rest, m) ?? [];
  const axes = axis === null ? a.shape.map((_, k) => k) : [axisOf(integer(axis), a.shape.length)];
  const made = axes.map((k, i) => {
    const spacing = given[given.length === 1 ? 0 : i];
    if (spacing === undefined) return gradient(a, k, 1);
    const s = asArray(spacing, m);
    return gradient(a, k, s.shape.length === 0 ? real(spacing) : numbers(s));
  });
  return made.length === 1 ? made[0]! : { kind: 'tuple', items: made };
}
