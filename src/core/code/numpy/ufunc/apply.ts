import { PyError, type Machine } from '../../value';
import { as } from '../cast';
import { broadcastShape, broadcastTo, tightShape } from '../broadcast';
import { canCast, isInteger, isWide } from '../dtype';
import {
  flat,
  gather,
  isContiguous,
  newBuffer,
  scatter,
  sizeOf,
  view,
  wrap,
  type Buffer,
  type ElementType,
  type Items,
  type NdArray,
} from '../ndarray';
import type { Ufunc } from './define';
import { run } from './loops';
import { dtypeRepr, resolve, type Operand } from './resolve';

export interface ApplyOptions {
  readonly out?: NdArray | undefined;
  readonly where?: NdArray | undefined;
  readonly dtype?: ElementType | undefined;
  readonly casting?: string | undefined;
  /** operands of an operator between scalars: warnings say `scalar add` */
  readonly scalars?: boolean;
}

export function transposed(a: NdArray): NdArray {
  return view(a, [...a.shape].reverse(), [...a.strides].reverse());
}

/** Whether operands of the full shape all stand column by column, so that NumPy walks and lays out that way too. */
function columnMajor(operands: readonly Operand[], shape: readonly number[]): boolean {
  if (shape.length < 2) return false;
  let found = false;
  for (const { array } of operands) {
    if (array.shape.length !== shape.length || !array.shape.every((length, k) => length === shape[k])) continue;
    if (isContiguous(array) || !isContiguous(transposed(array))) return false;
    found = true;
  }
  return found;
}

function elements(a: NdArray, shape: readonly number[]): Buffer {
  if (sizeOf(a.shape) === 1) {
    const data = flat(a);
    if (data.length === 1) return data;
  }
  const wide = broadcastTo(a, shape);
  return wide === a ? flat(a) : gather(wide, wide.shape, wide.strides);
}

function castError(ufunc: Ufunc, from: ElementType, to: ElementType, rule: string): PyError {
  return new PyError(
    'UFuncTypeError',
    `Cannot cast ufunc '${ufunc.name}' output from ${dtypeRepr(from)} to ${dtypeRepr(to)} with casting rule '${rule}'`,
  );
}

/** Operands with ones where nothing is computed, so that nothing there warns. */
function harmless(data: Buffer, where: NdArray, compute: ElementType, shape: readonly number[]): Buffer {
  const mask = elements(where, shape) as Items;
  const out = newBuffer(compute, sizeOf(shape)) as Items;
  const one = isWide(compute) ? 1n : 1;
  for (let i = 0; i < out.length; i++) {
    out[i] = mask[mask.length === 1 ? 0 : i] === 0 ? one : (data as Items)[data.length === 1 ? 0 : i]!;
  }
  return out as Buffer;
}

/** Checks what only values tell. */
function refuse(ufunc: Ufunc, compute: ElementType, b: Buffer): void {
  if (ufunc.name !== 'power' || !isInteger(compute)) return;
  for (let i = 0; i < b.length; i++) {
    if (Number(b[i]) < 0) {
      throw new PyError('ValueError', 'Integers to negative integer powers are not allowed.');
    }
  }
}

/** Applies a ufunc to operands that broadcast together. @throws PyError in NumPy's words */
export function apply(
  ufunc: Ufunc,
  operands: readonly Operand[],
  machine: Machine,
  options: ApplyOptions = {},
): NdArray {
  const { out, where, dtype, casting = 'same_kind' } = options;
  let [compute, result] = resolve(ufunc, operands);
  if (dtype !== undefined && dtype !== result) {
    if (!canCast(result, dtype, casting)) throw castError(ufunc, result, dtype, casting);
    compute = result = dtype;
  }
  if (out && !canCast(result, out.dtype, casting)) throw castError(ufunc, result, out.dtype, casting);
  let shape: readonly number[];
  const first = operands[0]!.array.shape;
  const second = operands[1]?.array.shape;
  if (second === undefined && !where) shape = first;
  else {
    const shapes = operands.map(({ array }) => array.shape);
    if (where) shapes.push(where.shape);
    shape = broadcastShape(shapes);
  }
  if (out && !sameShape(out.shape, shape)) {
    const wide = broadcastShape([...operands.map(({ array }) => array.shape), out.shape]);
    if (!sameShape(wide, out.shape)) {
      throw new PyError(
        'ValueError',
        `non-broadcastable output operand with shape ${tightShape(out.shape)} doesn't match the broadcast shape ${tightShape(wide)}`,
      );
    }
    shape = wide;
  }
  const size = sizeOf(shape);
  machine.spend(size);
  machine.allocate(size);
  const columns = !out && !where && columnMajor(operands, shape);
  const walked = columns ? [...shape].reverse() : shape;
  const [a, b] = operands.map(({ array }) => {
    const seen = columns ? transposed(broadcastTo(array, shape)) : array;
    const data = elements(as(seen, compute), walked);
    return where ? harmless(data, where, compute, shape) : data;
  });
  if (b) refuse(ufunc, compute, b);
  const name = options.scalars ? `scalar ${ufunc.name}` : ufunc.name;
  const data = run({
    ufunc,
    compute,
    result,
    size,
    a: a!,
    b: b ?? a!,
    machine,
    where: name,
    again: (each) => apply(ufunc, each, machine),
  });
  const made = wrap(result, walked, data);
  if (out) return store(made, out, where, shape);
  if (where) return masked(made, where);
  return columns ? transposed(made) : made;
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, k) => length === b[k]);
}

function store(made: NdArray, out: NdArray, where: NdArray | undefined, shape: readonly number[]): NdArray {
  const data = flat(as(made, out.dtype)) as Items;
  if (!where) {
    scatter(out, data);
    return out;
  }
  const mask = flat(broadcastTo(where, shape)) as Items;
  const old = gather(out, out.shape, out.strides) as Items;
  for (let i = 0; i < old.length; i++) if (mask[i] !== 0) old[i] = data[i]!;
  scatter(out, old);
  return out;
}

/** Elements that `where` leaves out hold whatever memory held; here 0. */
function masked(made: NdArray, where: NdArray): NdArray {
  const mask = flat(broadcastTo(where, made.shape)) as Items;
  const data = made.buffer;
  for (let i = 0; i < mask.length; i++) if (mask[i] === 0) (data as Float64Array)[i] = 0;
  return made;
}
