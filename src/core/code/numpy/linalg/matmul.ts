import { PyError, type Machine } from '../../value';
import { as } from '../cast';
import { commonShape, broadcastTo } from '../broadcast';
import { fitter, isFloat, isNumeric, promote } from '../dtype';
import {
  flat,
  newArray,
  newBuffer,
  sizeOf,
  view,
  wrap,
  type Buffer,
  type ElementType,
  type Items,
  type NdArray,
} from '../ndarray';
import { shapeText } from '../print/arrayText';
import { report } from '../ufunc/errorState';

/** Rows times columns: `a` is n x k, `b` is k x m, both row by row. Sums run along k in the dtype. */
export function product(a: Buffer, b: Buffer, n: number, k: number, m: number, dtype: ElementType): Buffer {
  const out = newBuffer(dtype, n * m);
  if (out instanceof Float64Array) {
    const x = a as Float64Array;
    const y = b as Float64Array;
    const fit = fitter(dtype);
    if (dtype === 'float64') {
      for (let i = 0; i < n; i++) {
        for (let l = 0; l < k; l++) {
          const f = x[i * k + l]!;
          for (let j = 0; j < m; j++) out[i * m + j]! += f * y[l * m + j]!;
        }
      }
      return out;
    }
    if (dtype === 'bool') {
      for (let i = 0; i < n; i++) {
        for (let l = 0; l < k; l++)
          if (x[i * k + l] !== 0) for (let j = 0; j < m; j++) if (y[l * m + j] !== 0) out[i * m + j] = 1;
      }
      return out;
    }
    const half = isFloat(dtype) && dtype !== 'float32';
    const step = half ? Math.fround : fit;
    const times = isFloat(dtype) ? (p: number, q: number) => step(p * q) : Math.imul;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < m; j++) {
        let sum = 0;
        for (let l = 0; l < k; l++) sum = step(sum + times(x[i * k + l]!, y[l * m + j]!));
        out[i * m + j] = half ? fit(sum) : sum;
      }
    }
    return out;
  }
  const x = a as BigInt64Array;
  const y = b as BigInt64Array;
  const to = out as BigInt64Array;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      let sum = 0n;
      for (let l = 0; l < k; l++) sum += x[i * k + l]! * y[l * m + j]!;
      to[i * m + j] = sum;
    }
  }
  return out;
}

function overflow(data: Buffer, one: Buffer, other: Buffer, machine: Machine, where: string): void {
  if (!(data instanceof Float64Array) || data.every((x) => x - x === 0)) return;
  const finite = (each: Buffer): boolean => (each as Float64Array).every((x) => x - x === 0);
  const clean = (each: Buffer): boolean => !(each as Float64Array).some(Number.isNaN);
  if (finite(one) && finite(other)) report(machine, 'over', where);
  if (data.some(Number.isNaN) && clean(one) && clean(other)) report(machine, 'invalid', where);
}

function numeric(a: NdArray, b: NdArray): ElementType {
  const dtype = promote(a.dtype, b.dtype);
  if (!isNumeric(dtype))
    throw new PyError('TypeError', `ufunc 'matmul' did not contain a loop with signature matching types`);
  return dtype;
}

function mismatch(a: NdArray, b: NdArray, core: string): PyError {
  const [axis, found, wanted] =
    b.shape.length === 1 ? [0, b.shape[0]!, a.shape.at(-1)!] : [b.shape.length - 2, b.shape.at(-2)!, a.shape.at(-1)!];
  return new PyError(
    'ValueError',
    `matmul: Input operand 1 has a mismatch in its core dimension ${b.shape.length > 1 ? axis - (b.shape.length - 2) : 0}, with gufunc signature ${core} (size ${found} is different from ${wanted})`,
  );
}

/** `np.matmul` and `@`: stacks of matrices broadcast; a vector is a row on the left, a column on the right. */
export function matmul(a: NdArray, b: NdArray, machine: Machine, operator = false): NdArray {
  if (a.shape.length === 0 || b.shape.length === 0) {
    const which = a.shape.length === 0 ? 0 : 1;
    throw new PyError(
      'ValueError',
      `matmul: Input operand ${which} does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)`,
    );
  }
  const dtype = numeric(a, b);
  const row = a.shape.length === 1;
  const column = b.shape.length === 1;
  const left = row ? view(a, [1, ...a.shape], [0, ...a.strides]) : a;
  const right = column ? view(b, [...b.shape, 1], [...b.strides, 0]) : b;
  const [n, k] = left.shape.slice(-2) as [number, number];
  const [k2, m] = right.shape.slice(-2) as [number, number];
  if (k !== k2) throw mismatch(a, b, '(n?,k),(k,m?)->(n?,m?)');
  const stack = commonShape([left.shape.slice(0, -2), right.shape.slice(0, -2)]);
  if (!stack) {
    throw new PyError(
      'ValueError',
      `operands could not be broadcast together with remapped shapes [original->remapped]: ${remapped(a.shape)} ${remapped(b.shape)} and requested shape (${n},${m})`,
    );
  }
  const count = sizeOf(stack);
  machine.spend(count * n * k * m);
  machine.allocate(count * n * m);
  const x = flat(broadcastTo(as(left, dtype), [...stack, n, k]));
  const y = flat(broadcastTo(as(right, dtype), [...stack, k, m]));
  const out = newArray(dtype, [...stack, n, m]);
  if (count === 1) {
    const data = product(x, y, n, k, m, dtype);
    overflow(data, x, y, machine, operator ? 'matmul' : 'dot');
    return { ...wrap(dtype, outShape(stack, n, m, row, column), data), library: a.library };
  }
  for (let i = 0; i < count; i++) {
    const part = product(
      x.slice(i * n * k, (i + 1) * n * k),
      y.slice(i * k * m, (i + 1) * k * m),
      n,
      k,
      m,
      dtype,
    ) as Items;
    for (let j = 0; j < n * m; j++) (out.buffer as Items)[i * n * m + j] = part[j]!;
  }
  overflow(out.buffer, x, y, machine, 'matmul');
  return { ...wrap(dtype, outShape(stack, n, m, row, column), out.buffer), library: a.library };
}

function remapped(shape: readonly number[]): string {
  return `${shapeText(shape).replaceAll(' ', '')}->${shapeText(shape).replaceAll(' ', '')}`;
}

function outShape(stack: readonly number[], n: number, m: number, row: boolean, column: boolean): number[] {
  const shape = [...stack];
  if (!row) shape.push(n);
  if (!column) shape.push(m);
  return shape;
}

/** `np.dot`: the last axis of `a` with the second last of `b`; stacks do not broadcast but pair. */
export function dot(a: NdArray, b: NdArray, machine: Machine): NdArray {
  const dtype = numeric(a, b);
  const k = a.shape.at(-1)!;
  const row = b.shape.length > 1 ? b.shape.length - 2 : 0;
  if (k !== b.shape[row]) {
    throw new PyError(
      'ValueError',
      `shapes ${tight(a.shape)} and ${tight(b.shape)} not aligned: ${k} (dim ${a.shape.length - 1}) != ${b.shape[row]!} (dim ${row})`,
    );
  }
  const order = [row, ...b.shape.map((_, i) => i).filter((i) => i !== row)];
  const arranged = view(
    b,
    order.map((i) => b.shape[i]!),
    order.map((i) => b.strides[i]!),
  );
  const outer = a.shape.slice(0, -1);
  const inner = arranged.shape.slice(1);
  const n = sizeOf(outer);
  const m = sizeOf(inner);
  machine.spend(n * k * m);
  machine.allocate(n * m);
  const x = flat(as(a, dtype));
  const y = flat(as(arranged, dtype));
  const data = product(x, y, n, k, m, dtype);
  overflow(data, x, y, machine, 'dot');
  return { ...wrap(dtype, [...outer, ...inner], data), library: a.library };
}

const tight = (shape: readonly number[]): string => shapeText(shape).replaceAll(' ', '');
