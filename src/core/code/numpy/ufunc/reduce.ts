import { PyError, type Machine, type Value } from '../../value';
import { as, element } from '../cast';
import { broadcastTo } from '../broadcast';
import { dtypeInfo, fitter, isFloat, isWide } from '../dtype';
import {
  flat,
  gather,
  newArray,
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
import { report } from './errorState';
import { pairwise } from './pairwise';

export interface ReduceOptions {
  readonly dtype?: ElementType | undefined;
  readonly out?: NdArray | undefined;
  readonly keepdims?: boolean | undefined;
  readonly initial?: Value | undefined;
  readonly where?: NdArray | undefined;
}

/** The axes of an array as NumPy walks them for a reduction: longest strides first. */
function walk(
  a: NdArray,
  reduced: ReadonlySet<number>,
): { kept: number[]; gone: number[]; run: number; inner: boolean } {
  const byStride = a.shape.map((_, k) => k).sort((x, y) => Math.abs(a.strides[y]!) - Math.abs(a.strides[x]!) || x - y);
  const gone = byStride.filter((k) => reduced.has(k));
  const kept = a.shape.map((_, k) => k).filter((k) => !reduced.has(k));
  const long = byStride.filter((k) => a.shape[k] !== 1);
  const inner = long.length === 0 || reduced.has(long.at(-1)!);
  let run = 1;
  let expected = 0;
  for (const k of [...long].reverse()) {
    if (!reduced.has(k) || (expected !== 0 && a.strides[k] !== expected)) break;
    run *= a.shape[k]!;
    expected = a.strides[k]! * a.shape[k]!;
  }
  return { kept, gone, run, inner };
}

export function sumType(dtype: ElementType): ElementType {
  const { kind } = dtypeInfo[dtype];
  return kind === 'b' || kind === 'i' ? 'int64' : kind === 'u' ? 'uint64' : dtype;
}

function reduceType(ufunc: Ufunc, dtype: ElementType): ElementType {
  if (ufunc.rule === 'logical') return 'bool';
  return ufunc.name === 'add' || ufunc.name === 'multiply' ? sumType(dtype) : dtype;
}

/** Folds rows of numbers: `groups` rows of `length`. */
function foldRows(
  ufunc: Ufunc,
  data: Float64Array,
  groups: number,
  length: number,
  run: number,
  dtype: ElementType,
  summed: boolean,
): Float64Array {
  const out = new Float64Array(groups);
  const half = dtype === 'float16' || dtype === 'bfloat16';
  const fit = fitter(dtype);
  const f =
    dtype === 'bool' && typeof ufunc.bool === 'function'
      ? ufunc.bool
      : isFloat(dtype)
        ? ufunc.number
        : (ufunc.small ?? ufunc.number);
  const inRun = half ? Math.fround : dtype === 'float64' ? undefined : fit;
  for (let g = 0; g < groups; g++) {
    const start = g * length;
    if (summed) {
      let sum = pairwise(data, start, Math.min(run, length), inRun);
      if (half) sum = fit(sum);
      for (let i = run; i < length; i += run) sum = fit(sum + pairwise(data, start + i, run, inRun));
      out[g] = sum;
      continue;
    }
    let folded = data[start]!;
    for (let i = 1; i < length; i++) folded = fit(f(folded, data[start + i]!));
    out[g] = folded;
  }
  return out;
}

function foldBig(
  ufunc: Ufunc,
  data: BigInt64Array | BigUint64Array,
  groups: number,
  length: number,
  dtype: ElementType,
): Buffer {
  const out = newArray(dtype, [groups]).buffer as BigInt64Array;
  const f = ufunc.big!;
  const added = ufunc.name === 'add';
  for (let g = 0; g < groups; g++) {
    const start = g * length;
    let folded = data[start]!;
    if (added) for (let i = 1; i < length; i++) folded += data[start + i]!;
    else
      for (let i = 1; i < length; i++) {
        out[g] = f(folded, data[start + i]!);
        folded = out[g]!;
      }
    out[g] = folded;
  }
  return out;
}

function identityOf(ufunc: Ufunc, dtype: ElementType): Value {
  if (ufunc.identity === undefined) {
    throw new PyError('ValueError', `zero-size array to reduction operation ${ufunc.name} which has no identity`);
  }
  return isWide(dtype) ? BigInt(ufunc.identity) : ufunc.identity;
}

/** `ufunc.reduce` along axes (undefined: all). */
export function reduce(
  ufunc: Ufunc,
  given: NdArray,
  axes: readonly number[] | undefined,
  machine: Machine,
  options: ReduceOptions = {},
): NdArray {
  const { out, keepdims, initial, where } = options;
  const dtype = options.dtype ?? (out && ufunc.rule !== 'logical' ? out.dtype : reduceType(ufunc, given.dtype));
  const reduced = new Set(axes ?? given.shape.map((_, k) => k));
  let a = given;
  if (where) a = withIdentity(given, where, ufunc, dtype, initial);
  const { kept, gone, run, inner } = walk(a, reduced);
  const shapeKept = kept.map((k) => a.shape[k]!);
  const groups = sizeOf(shapeKept);
  const length = sizeOf(gone.map((k) => a.shape[k]!));
  machine.spend(groups * length);
  machine.allocate(groups);
  const order = [...kept, ...gone];
  const arranged = view(
    a,
    order.map((k) => a.shape[k]!),
    order.map((k) => a.strides[k]!),
  );
  let result: NdArray;
  if (length === 0) {
    result = newArray(dtype, shapeKept);
    const start =
      initial === undefined || initial === null
        ? groups === 0
          ? 0
          : identityOf(ufunc, dtype)
        : element(dtype, initial);
    if (groups > 0) (result.buffer as Items as Value[]).fill(start);
  } else {
    const data = flat(as(arranged, dtype));
    const summed = inner && ufunc.name === 'add' && isFloat(dtype);
    const folded =
      data instanceof Float64Array
        ? foldRows(ufunc, data, groups, length, run, dtype, summed)
        : Array.isArray(data)
          ? foldObjects(ufunc, data, groups, length)
          : foldBig(ufunc, data, groups, length, dtype);
    result = wrap(dtype, shapeKept, folded);
    if (initial !== undefined && initial !== null) includeInitial(ufunc, result, element(dtype, initial));
    if (folded instanceof Float64Array && isFloat(dtype)) warnOf(ufunc, data as Float64Array, folded, machine);
  }
  if (keepdims) {
    const full = given.shape.map((n, k) => (reduced.has(k) ? 1 : n));
    result = wrap(dtype, full, result.buffer);
  }
  if (!out) return { ...result, library: given.library };
  scatter(out, flat(as(result, out.dtype)));
  return out;
}

function foldObjects(ufunc: Ufunc, data: readonly Value[], groups: number, length: number): Value[] {
  const out: Value[] = [];
  for (let g = 0; g < groups; g++) {
    let folded = data[g * length]!;
    for (let i = 1; i < length; i++) {
      const next = data[g * length + i]!;
      if (typeof folded === 'bigint' && typeof next === 'bigint' && ufunc.big) folded = ufunc.big(folded, next);
      else if (typeof folded === 'string' && typeof next === 'string') folded = foldText(ufunc, folded, next);
      else folded = ufunc.number(Number(folded), Number(next));
    }
    out.push(folded);
  }
  return out;
}

function foldText(ufunc: Ufunc, a: string, b: string): string {
  if (ufunc.name === 'add') return a + b;
  return (ufunc.name === 'maximum') === a > b ? a : b;
}

function includeInitial(ufunc: Ufunc, result: NdArray, initial: Value): void {
  const items = result.buffer as Items;
  const fit = fitter(result.dtype);
  for (let i = 0; i < items.length; i++) {
    items[i] = isWide(result.dtype)
      ? ufunc.big!(initial as bigint, items[i] as bigint)
      : fit(ufunc.number(initial as number, items[i] as number));
  }
}

function withIdentity(
  a: NdArray,
  where: NdArray,
  ufunc: Ufunc,
  dtype: ElementType,
  initial: Value | undefined,
): NdArray {
  const start = initial === undefined || initial === null ? undefined : element(dtype, initial);
  if (start === undefined && ufunc.identity === undefined) {
    throw new PyError(
      'ValueError',
      `reduction operation '${ufunc.name}' does not have an identity, so to use a where mask one has to specify 'initial'`,
    );
  }
  const typed = as(a, dtype);
  const data = gather(typed, typed.shape, typed.strides) as Items;
  const mask = flat(broadcastTo(where, a.shape)) as Items;
  const neutral = ufunc.identity === undefined ? start! : identityOf(ufunc, dtype);
  for (let i = 0; i < data.length; i++) if (mask[i] === 0) data[i] = neutral;
  return wrap(dtype, a.shape, data as Buffer);
}

function warnOf(ufunc: Ufunc, data: Float64Array, folded: Float64Array, machine: Machine): void {
  if (ufunc.name !== 'add' && ufunc.name !== 'multiply') return;
  if (folded.every((x) => x - x === 0)) return;
  if (data.every((x) => x - x === 0)) report(machine, 'over', 'reduce');
  else if (folded.some(Number.isNaN) && !data.some(Number.isNaN)) report(machine, 'invalid', 'reduce');
}

/** `ufunc.accumulate` along one axis. */
export function accumulate(
  ufunc: Ufunc,
  given: NdArray,
  axis: number,
  machine: Machine,
  wanted?: ElementType,
): NdArray {
  const dtype = wanted ?? reduceType(ufunc, given.dtype);
  const out = newArray(dtype, given.shape);
  const data = flat(as(given, dtype)) as Items;
  const length = given.shape[axis]!;
  const step = out.strides[axis]!;
  machine.spend(data.length);
  machine.allocate(data.length);
  const to = out.buffer as Items;
  const fit = fitter(dtype);
  const wide = isWide(dtype);
  const f =
    dtype === 'bool' && typeof ufunc.bool === 'function'
      ? ufunc.bool
      : isFloat(dtype)
        ? ufunc.number
        : (ufunc.small ?? ufunc.number);
  for (let i = 0; i < data.length; i++) {
    if (Math.floor(i / step) % length === 0) to[i] = data[i]!;
    else if (wide) to[i] = ufunc.big!(to[i - step] as bigint, data[i] as bigint);
    else to[i] = fit(f(to[i - step] as number, data[i] as number));
  }
  return out;
}
