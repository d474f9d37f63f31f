import { PyError, type Machine, type Value } from '../../value';
import { asArray, integer, integers, sequence } from '../asArray';
import { axisOf } from '../axes';
import { flat, sizeOf, unwrap, wrap, type NdArray } from '../ndarray';
import { native } from '../signature';
import { axisLast, binary } from '../functions/reductions';
import { diagonal } from '../functions/creation';
import { ravel, reshape, transpose } from '../functions/shape';
import { reduce, sumType } from '../ufunc/reduce';
import { ufuncNamed } from '../ufunc/define';
import { outOf } from '../ufunc/ufuncObject';
import { scatter, type Items } from '../ndarray';
import { as } from '../cast';
import { dot, matmul } from './matmul';

export function dotOf(a: NdArray, b: NdArray, m: Machine): NdArray {
  return a.shape.length === 0 || b.shape.length === 0 ? binary('multiply', a, b, m) : dot(a, b, m);
}

function into(made: NdArray, out: Value): Value {
  const target = outOf(out);
  if (!target) return unwrap(made);
  scatter(target, flat(as(made, target.dtype)));
  return target;
}

/** `np.tensordot`: sums over pairs of axes. */
export function tensordot(
  a: NdArray,
  b: NdArray,
  axesA: readonly number[],
  axesB: readonly number[],
  m: Machine,
): NdArray {
  const one = axesA.map((k) => axisOf(k, a.shape.length));
  const other = axesB.map((k) => axisOf(k, b.shape.length));
  if (one.length !== other.length || one.some((k, i) => a.shape[k] !== b.shape[other[i]!])) {
    throw new PyError('ValueError', 'shape-mismatch for sum');
  }
  const keptA = a.shape.map((_, k) => k).filter((k) => !one.includes(k));
  const keptB = b.shape.map((_, k) => k).filter((k) => !other.includes(k));
  const inner = sizeOf(one.map((k) => a.shape[k]!));
  const left = reshape(transpose(a, [...keptA, ...one]), [sizeOf(keptA.map((k) => a.shape[k]!)), inner]);
  const right = reshape(transpose(b, [...other, ...keptB]), [inner, sizeOf(keptB.map((k) => b.shape[k]!))]);
  return reshape(dot(left, right, m), [...keptA.map((k) => a.shape[k]!), ...keptB.map((k) => b.shape[k]!)]);
}

function tensorAxes(m: Machine, axes: Value, a: NdArray): readonly [number[], number[]] {
  const pair = sequence(axes, m);
  if (pair) return [integers(pair[0]!, m), integers(pair[1]!, m)];
  const n = integer(axes);
  return [Array.from({ length: n }, (_, i) => a.shape.length - n + i), Array.from({ length: n }, (_, i) => i)];
}

function kron(a: NdArray, b: NdArray, m: Machine): NdArray {
  const depth = Math.max(a.shape.length, b.shape.length);
  const [p, q] = [a, b].map((each) => [...new Array<number>(depth - each.shape.length).fill(1), ...each.shape]) as [
    number[],
    number[],
  ];
  const left = reshape(
    a,
    p.flatMap((n) => [n, 1]),
  );
  const right = reshape(
    b,
    q.flatMap((n) => [1, n]),
  );
  return reshape(
    binary('multiply', left, right, m),
    p.map((n, k) => n * q[k]!),
  );
}

export const products = [
  native('dot', 'a, b, out=None', (m, a, b, out) => into(dotOf(asArray(a, m), asArray(b, m), m), out)),
  native('matmul', 'x1, x2, /, out=None', (m, a, b, out) => into(matmul(asArray(a, m), asArray(b, m), m), out)),
  native('inner', 'a, b, /', (m, a, b) => {
    const [one, other] = [asArray(a, m), asArray(b, m)];
    if (one.shape.length === 0 || other.shape.length === 0) return unwrap(binary('multiply', one, other, m));
    if (one.shape.at(-1) !== other.shape.at(-1)) {
      const text = (s: readonly number[]): string => (s.length === 1 ? `(${s[0]!},)` : `(${s.join(',')})`);
      throw new PyError(
        'ValueError',
        `shapes ${text(one.shape)} and ${text(other.shape)} not aligned: ${one.shape.at(-1)!} (dim ${one.shape.length - 1}) != ${other.shape.at(-1)!} (dim ${other.shape.length - 1})`,
      );
    }
    return unwrap(tensordot(one, other, [-1], [-1], m));
  }),
  native('outer', 'a, b, out=None', (m, a, b, out) => {
    const [one, other] = [ravel(asArray(a, m)), ravel(asArray(b, m))];
    return into(binary('multiply', reshape(one, [sizeOf(one.shape), 1]), other, m), out);
  }),
  native('vdot', 'a, b, /', (m, a, b) => unwrap(dotOf(ravel(asArray(a, m)), ravel(asArray(b, m)), m))),
  native('tensordot', 'a, b, axes=2', (m, a, b, axes) => {
    const [one, other] = [asArray(a, m), asArray(b, m)];
    const [first, second] = tensorAxes(m, axes, one);
    return unwrap(tensordot(one, other, first, second, m));
  }),
  native('kron', 'a, b', (m, a, b) => unwrap(kron(asArray(a, m), asArray(b, m), m))),
  native('trace', 'a, offset=0, axis1=0, axis2=1, dtype=None, out=None', (m, a, offset, one, other) => {
    const array = asArray(a, m);
    const line = diagonal(
      array,
      integer(offset),
      axisOf(integer(one), array.shape.length),
      axisOf(integer(other), array.shape.length),
    );
    return unwrap(reduce(ufuncNamed('add'), line, [line.shape.length - 1], m, { dtype: sumType(array.dtype) }));
  }),
  native('cross', 'a, b, axisa=-1, axisb=-1, axisc=-1, axis=None', (m, a, b) => {
    const [one, other] = [asArray(a, m), asArray(b, m)].map((each) => axisLast(each, each.shape.length - 1)) as [
      NdArray,
      NdArray,
    ];
    if (one.shape.at(-1) !== 3 || other.shape.at(-1) !== 3) {
      throw new PyError(
        'ValueError',
        'Both input arrays must be (arrays of) 3-dimensional vectors, but they are ' +
          `${one.shape.at(-1) ?? 0} and ${other.shape.at(-1) ?? 0} dimensional instead.`,
      );
    }
    const shifted = (each: NdArray, by: number): NdArray => {
      const data = flat(each) as Items;
      const out = data instanceof BigInt64Array ? new BigInt64Array(data.length) : new Float64Array(data.length);
      for (let i = 0; i < data.length; i++) (out as Items)[i] = data[i - (i % 3) + ((i + by) % 3)]!;
      return wrap(each.dtype, each.shape, out);
    };
    return binary(
      'subtract',
      binary('multiply', shifted(one, 1), shifted(other, 2), m),
      binary('multiply', shifted(one, 2), shifted(other, 1), m),
      m,
    );
  }),
];
