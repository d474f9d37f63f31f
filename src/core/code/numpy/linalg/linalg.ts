import { PyError, type Machine, type PyModule, type Value } from '../../value';
import { asArray, floats, integer, integers, sequence, tuple } from '../asArray';
import { axisOf } from '../axes';
import { as } from '../cast';
import { isFloat } from '../dtype';
import { numbers, sizeOf, unwrap, wrap, type NdArray } from '../ndarray';
import { native } from '../signature';
import { binary, unary } from '../functions/reductions';
import { moveAxes, ravel } from '../functions/shape';
import { ufuncNamed } from '../ufunc/define';
import { reduce } from '../ufunc/reduce';
import { cholesky, eliminate, rowsOf, singular, symmetricEigen, type Rows } from './decompose';
import { matmul } from './matmul';
import { products } from './products';

function matrix(rows: Rows, like: NdArray, width = rows[0]?.length ?? 0): NdArray {
  const data = new Float64Array(rows.length * width);
  rows.forEach((row, i) => data.set(row, i * width));
  const made = wrap('float64', [rows.length, width], data);
  return like.dtype === 'float32' ? as(made, 'float32') : made;
}

function checkedSquare(a: NdArray): void {
  if (a.shape.length < 2) {
    throw new PyError(
      'LinAlgError',
      `${a.shape.length}-dimensional array given. Array must be at least two-dimensional`,
    );
  }
  if (a.shape.at(-1) !== a.shape.at(-2)) {
    throw new PyError('LinAlgError', 'Last 2 dimensions of the array must be square');
  }
}

function rows(a: NdArray): Rows {
  const [n, m] = a.shape.slice(-2) as [number, number];
  return rowsOf(numbers(a), n, m);
}

/** Each matrix of a stack, square. */
function stacked(a: NdArray, m: Machine): Rows[] {
  checkedSquare(a);
  const n = a.shape.at(-1)!;
  m.spend(sizeOf(a.shape) * n);
  const data = numbers(a);
  return Array.from({ length: n === 0 ? 0 : data.length / (n * n) }, (_, i) =>
    rowsOf(data.slice(i * n * n, (i + 1) * n * n), n, n),
  );
}

const transpose = (a: Rows): Rows => Array.from(a[0] ?? [], (_, j) => Float64Array.from(a, (row) => row[j]!));
const unit = (n: number): Rows =>
  Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_x, j) => (i === j ? 1 : 0)));
const singularError = (): PyError => new PyError('LinAlgError', 'Singular matrix');

function inverse(a: NdArray, m: Machine): NdArray {
  const parts = stacked(a, m).map((each) => {
    const { solution } = eliminate(each, unit(each.length));
    if (!solution) throw singularError();
    return solution;
  });
  return { ...matrix(parts.flat(), a), shape: a.shape, strides: wrap('float64', a.shape, []).strides };
}

/** Singular values and vectors of any matrix. */
function decompose(a: Rows): { u: Rows; values: Float64Array; vt: Rows } {
  if (a.length >= (a[0]?.length ?? 0)) {
    const { u, values, v } = singular(a);
    return { u, values, vt: transpose(v) };
  }
  const { u, values, v } = singular(transpose(a));
  return { u: v, values, vt: transpose(u) };
}

function norm(m: Machine, given: NdArray, ord: Value, axis: Value, keepdims: boolean): NdArray {
  const a = isFloat(given.dtype) ? given : as(given, 'float64');
  const sum = (x: NdArray, axes: readonly number[] | undefined): NdArray =>
    reduce(ufuncNamed('add'), x, axes, m, { keepdims });
  if (
    axis === null &&
    (ord === null || (ord === 'fro' && a.shape.length === 2) || (ord === 2n && a.shape.length === 1))
  ) {
    const line = ravel(a);
    const made = unary('sqrt', reduce(ufuncNamed('add'), binary('multiply', line, line, m), undefined, m), m);
    return keepdims
      ? wrap(
          made.dtype,
          a.shape.map(() => 1),
          made.buffer,
        )
      : made;
  }
  const axes = axis === null ? a.shape.map((_, k) => k) : integers(axis, m).map((k) => axisOf(k, a.shape.length));
  const absolute = unary('absolute', a, m);
  const order = ord === null ? (axes.length === 1 ? 2 : 'fro') : typeof ord === 'string' ? ord : Number(ord);
  const over = (name: string, x: NdArray, k: readonly number[]): NdArray =>
    reduce(ufuncNamed(name), x, k, m, { keepdims });
  if (axes.length === 1) {
    if (order === Infinity) return over('maximum', absolute, axes);
    if (order === -Infinity) return over('minimum', absolute, axes);
    if (order === 0) return as(sum(as(as(absolute, 'bool'), 'float64'), axes), a.dtype);
    if (order === 1) return sum(absolute, axes);
    if (order === 2) return unary('sqrt', sum(binary('multiply', a, a, m), axes), m);
    if (typeof order === 'number') return binary('power', sum(binary('power', absolute, order, m), axes), 1 / order, m);
    throw new PyError('ValueError', `Invalid norm order '${order}' for vectors`);
  }
  if (axes.length !== 2) throw new PyError('ValueError', 'Improper number of dimensions to norm.');
  if (order === 'fro') return unary('sqrt', sum(binary('multiply', a, a, m), axes), m);
  const [p, q] = axes as [number, number];
  if (typeof order === 'number' && (Math.abs(order) === 1 || Math.abs(order) === Infinity)) {
    const [inner, outer] = Math.abs(order) === 1 ? [p, q] : [q, p];
    const sums = reduce(ufuncNamed('add'), absolute, [inner], m, { keepdims: true });
    const made = reduce(ufuncNamed(order > 0 ? 'maximum' : 'minimum'), sums, [outer], m, { keepdims: true });
    return keepdims
      ? made
      : wrap(
          made.dtype,
          a.shape.filter((_, k) => k !== p && k !== q),
          made.buffer,
        );
  }
  const { values } = decompose(rows(moveAxes(a, [p, q], [0, 1])));
  const found = order === 'nuc' ? values.reduce((x, y) => x + y, 0) : order === 2 ? values[0]! : values.at(-1)!;
  return wrap(a.dtype, keepdims ? [1, 1] : [], Float64Array.of(found));
}

function power(m: Machine, a: NdArray, exponent: number): NdArray {
  checkedSquare(a);
  let base = exponent < 0 ? inverse(a, m) : a;
  let out: NdArray | undefined;
  for (let left = Math.abs(exponent); left > 0; left >>= 1) {
    if (left & 1) out = out ? matmul(out, base, m) : base;
    base = matmul(base, base, m);
  }
  return out ?? as(matrix(unit(a.shape[0]!), a), a.dtype);
}

function eigen(m: Machine, value: Value): { array: NdArray; values: Float64Array; vectors: Rows } {
  const array = asArray(value, m);
  const [first] = stacked(array, m);
  return { array, ...symmetricEigen(first ?? []) };
}

/** Householder-free QR by Gram-Schmidt, twice; signs as LAPACK's, with falling reflections. */
function qr(a: Rows): { q: Rows; r: Rows } {
  const columns = transpose(a);
  const n = Math.min(a.length, columns.length);
  const q: Float64Array[] = [];
  const r = Array.from({ length: n }, () => new Float64Array(columns.length));
  columns.forEach((column, j) => {
    const v = column.slice();
    for (let pass = 0; pass < 2; pass++) {
      q.forEach((each, i) => {
        const f = each.reduce((sum, x, k) => sum + x * v[k]!, 0);
        r[i]![j]! += f;
        v.forEach((x, k) => (v[k] = x - f * each[k]!));
      });
    }
    if (j >= n) return;
    const length = -Math.hypot(...v);
    r[j]![j] = length;
    q.push(v.map((x) => x / length));
  });
  return { q: transpose(q), r };
}

const functions = [
  native('norm', 'x, ord=None, axis=None, keepdims=False', (m, x, ord, axis, keepdims) =>
    unwrap(norm(m, asArray(x, m), ord, axis, m.truth(keepdims))),
  ),
  native('det', 'a', (m, a) => {
    const array = asArray(a, m);
    const made = stacked(array, m).map(
      (each) =>
        eliminate(
          each,
          each.map(() => new Float64Array(0)),
        ).determinant,
    );
    return unwrap(wrap('float64', array.shape.slice(0, -2), Float64Array.from(made)));
  }),
  native('inv', 'a', (m, a) => inverse(asArray(a, m), m)),
  native('solve', 'a, b', (m, a, b) => {
    const [array, right] = [asArray(a, m), asArray(b, m)];
    const [first] = stacked(array, m);
    if (array.shape.length > 2) throw new PyError('NotImplementedError', 'solve of stacks is not worked out');
    if (right.shape[0] !== array.shape[0]) {
      throw new PyError(
        'ValueError',
        `solve1: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (m,m),(m)->(m) (size ${right.shape[0] ?? 0} is different from ${array.shape[0]!})`,
      );
    }
    const { solution } = eliminate(first ?? [], rowsOf(numbers(right), right.shape[0]!, right.shape[1] ?? 1));
    if (!solution) throw singularError();
    const made = matrix(solution, array);
    return wrap(made.dtype, right.shape, made.buffer);
  }),
  native('matrix_power', 'a, n', (m, a, n) => power(m, asArray(a, m), integer(n))),
  native('matrix_rank', 'A, tol=None', (m, a) => {
    const array = asArray(a, m);
    if (array.shape.length < 2) return numbers(array).some((x) => x !== 0) ? 1n : 0n;
    const { values } = decompose(rows(array));
    const least = (values[0] ?? 0) * Math.max(...array.shape) * 2 ** -52;
    return unwrap(wrap('int64', [], BigInt64Array.of(BigInt(values.filter((x) => x > least).length))));
  }),
  native('cholesky', 'a, /, *, upper=False', (m, a) => {
    const array = asArray(a, m);
    const l = cholesky(stacked(array, m)[0] ?? []);
    if (!l) throw new PyError('LinAlgError', 'Matrix is not positive definite');
    return matrix(l, array);
  }),
  native('eigvalsh', 'a, UPLO="L"', (m, a) => floats(eigen(m, a).values)),
  native('eigh', 'a, UPLO="L"', (m, a) => {
    const { array, values, vectors } = eigen(m, a);
    return tuple([floats(values), matrix(vectors, array)]);
  }),
  native('svd', 'a, full_matrices=True, compute_uv=True', (m, a, full, vectors) => {
    const array = asArray(a, m);
    const { u, values, vt } = decompose(rows(array));
    if (!m.truth(vectors)) return floats(values);
    if (m.truth(full) && array.shape[0] !== array.shape[1]) {
      throw new PyError('NotImplementedError', 'svd with full_matrices is worked out for square matrices only');
    }
    return tuple([matrix(u, array), floats(values), matrix(vt, array)]);
  }),
  native('qr', 'a, mode="reduced"', (m, a) => {
    const array = asArray(a, m);
    const { q, r } = qr(rows(array));
    return tuple([matrix(q, array), matrix(r, array)]);
  }),
  native('pinv', 'a, rcond=None', (m, a) => {
    const array = asArray(a, m);
    return matrix(pseudoInverse(rows(array)), array);
  }),
  native('lstsq', 'a, b, rcond=None', (m, a, b) => {
    const [array, right] = [asArray(a, m), asArray(b, m)];
    const { values } = decompose(rows(array));
    const x = matmul(matrix(pseudoInverse(rows(array)), array), as(right, 'float64'), m);
    const rest = binary('subtract', matmul(as(array, 'float64'), x, m), right, m);
    const rank = values.filter((each) => each > values[0]! * 2 ** -52 * Math.max(...array.shape)).length;
    const over = array.shape[0]! > array.shape[1]! && rank === array.shape[1];
    const sums = reduce(ufuncNamed('add'), binary('multiply', rest, rest, m), [0], m, {
      keepdims: right.shape.length === 1,
    });
    return tuple([x, over ? sums : floats(new Float64Array(0)), BigInt(rank), floats(values)]);
  }),
  native('multi_dot', 'arrays', (m, arrays) =>
    unwrap((sequence(arrays, m) ?? []).map((each) => asArray(each, m)).reduce((x, y) => matmul(x, y, m))),
  ),
];

function pseudoInverse(a: Rows): Rows {
  const { u, values, vt } = decompose(a);
  const least = (values[0] ?? 0) * 1e-15;
  return transpose(vt).map((row) =>
    Float64Array.from(u, (left) => values.reduce((sum, s, k) => (s > least ? sum + (row[k]! * left[k]!) / s : sum), 0)),
  );
}

/** Least squares through powers: NumPy's `polyfit`. */
export const polyfit = native('polyfit', 'x, y, deg', (m, x, y, degree) => {
  const line = numbers(asArray(x, m));
  const n = integer(degree);
  const powers = Array.from(line, (each) => Float64Array.from({ length: n + 1 }, (_, k) => each ** (n - k)));
  const { q, r } = qr(powers);
  const values = numbers(asArray(y, m));
  const right = transpose(q).map((column) =>
    Float64Array.of(column.reduce((sum, each, i) => sum + each * values[i]!, 0)),
  );
  const { solution } = eliminate(r, right);
  return floats(Float64Array.from(solution ?? [], (row) => row[0]!));
});

const shared = new Set(['dot', 'matmul', 'outer', 'trace', 'cross', 'tensordot', 'diagonal']);

/** `np.linalg`. */
export const linalgModule: PyModule = {
  kind: 'module',
  name: 'numpy.linalg',
  members: new Map<string, Value>(
    [...functions, ...products.filter((each) => shared.has(each.name))].map((each) => [each.name, each]),
  ),
};
