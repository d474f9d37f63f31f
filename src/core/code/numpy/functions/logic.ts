import type { Machine, Value } from '../../value';
import { asArray, real } from '../asArray';
import { commonShape, spread } from '../broadcast';
import { as } from '../cast';
import { isFloat } from '../dtype';
import { flat, numbers, sizeOf, unwrap, wrap, type Items, type NdArray } from '../ndarray';
import { operand } from '../operand';
import { native } from '../signature';
import { apply, sameShape } from '../ufunc/apply';
import { ufuncNamed } from '../ufunc/define';

const tolerances = 'a, b, rtol=1e-05, atol=1e-08, equal_nan=False';

/** `|a - b| <= atol + rtol |b|`, infinities only with themselves. */
function isClose(m: Machine, a: Value, b: Value, rtol: number, atol: number, equalNan: boolean): NdArray {
  const [one, other] = [asArray(a, m), asArray(b, m)];
  const sum = apply(ufuncNamed('not_equal'), [operand(one, m), operand(other, m)], m);
  const x = spread(as(one, 'float64'), sum.shape) as Float64Array;
  const y = spread(as(other, 'float64'), sum.shape) as Float64Array;
  const out = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const [p, q] = [x[i]!, y[i]!];
    const close = Number.isFinite(p) && Number.isFinite(q) ? Math.abs(p - q) <= atol + rtol * Math.abs(q) : p === q;
    out[i] = close || (equalNan && Number.isNaN(p) && Number.isNaN(q)) ? 1 : 0;
  }
  return wrap('bool', sum.shape, out);
}

function equalArrays(m: Machine, one: NdArray, other: NdArray, equalNan: boolean): boolean {
  const made = apply(ufuncNamed('equal'), [operand(one, m), operand(other, m)], m);
  const data = flat(made) as Float64Array;
  if (!equalNan || !isFloat(one.dtype) || !isFloat(other.dtype)) return data.every((x) => x !== 0);
  const [x, y] = [numbers(one), numbers(other)];
  return data.every((same, i) => same !== 0 || (Number.isNaN(x[i]) && Number.isNaN(y[i])));
}

const all = (a: NdArray): boolean => (flat(a) as Float64Array).every((x) => x !== 0);

export const logic = [
  native('isclose', tolerances, (m, a, b, rtol, atol, equalNan) =>
    unwrap(isClose(m, a, b, real(rtol), real(atol), m.truth(equalNan))),
  ),
  native('allclose', tolerances, (m, a, b, rtol, atol, equalNan) =>
    all(isClose(m, a, b, real(rtol), real(atol), m.truth(equalNan))),
  ),
  native('array_equal', 'a1, a2, equal_nan=False', (m, a, b, equalNan) => {
    const [one, other] = [asArray(a, m), asArray(b, m)];
    return sameShape(one.shape, other.shape) && equalArrays(m, one, other, m.truth(equalNan));
  }),
  native('array_equiv', 'a1, a2', (m, a, b) => {
    const [one, other] = [asArray(a, m), asArray(b, m)];
    return commonShape([one.shape, other.shape]) !== undefined && equalArrays(m, one, other, false);
  }),
  native('isreal', 'x', (m, x) => {
    const a = asArray(x, m);
    return unwrap(wrap('bool', a.shape, new Float64Array(sizeOf(a.shape)).fill(1)));
  }),
  native('iscomplexobj', 'x', () => false),
  native('isrealobj', 'x', () => true),
  ...(['isposinf', 'isneginf'] as const).map((name) =>
    native(name, 'x, out=None', (m, x) => {
      const a = asArray(x, m);
      const wanted = name === 'isposinf' ? Infinity : -Infinity;
      return unwrap(
        wrap(
          'bool',
          a.shape,
          Float64Array.from(flat(a) as Items, (each) => (each === wanted ? 1 : 0)),
        ),
      );
    }),
  ),
];
