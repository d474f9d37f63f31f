import { PyError, type Machine, type Value } from '../../value';
import { asArray } from '../asArray';
import { itemValue } from '../cast';
import { fitter, isFloat } from '../dtype';
import { newBuffer, only, type Buffer, type ElementType, type Items, type NdArray } from '../ndarray';
import { report } from './errorState';
import type { Ufunc } from './define';
import type { Operand } from './resolve';

/** Elements of operands in the dtype that is computed in; one element stands for all where the length is 1. */
export interface Loop {
  readonly ufunc: Ufunc;
  readonly compute: ElementType;
  readonly result: ElementType;
  readonly size: number;
  readonly a: Buffer;
  readonly b: Buffer;
  readonly machine: Machine;
  /** the same ufunc on other operands, for arrays of Python's own numbers */
  readonly again: (operands: readonly Operand[]) => NdArray;
  /** as warnings name the place: `divide`, `scalar divide` */
  readonly where: string;
}

function floatLoop(
  f: Ufunc['number'],
  fit: ((x: number) => number) | undefined,
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
): boolean {
  const n = out.length;
  const sa = a.length === 1 ? 0 : 1;
  const sb = b.length === 1 ? 0 : 1;
  let odd = false;
  if (fit === undefined) {
    for (let i = 0; i < n; i++) {
      const r = f(a[i * sa]!, b[i * sb]!);
      out[i] = r;
      if (r - r !== 0) odd = true;
    }
  } else {
    for (let i = 0; i < n; i++) {
      const r = fit(f(a[i * sa]!, b[i * sb]!));
      out[i] = r;
      if (r - r !== 0) odd = true;
    }
  }
  return odd;
}

/** Finds out which errors stand behind results that are not finite. */
function reportFloats({ ufunc, machine, where, a, b }: Loop, out: Float64Array): void {
  const binary = ufunc.operands === 2;
  let divide = false;
  let over = false;
  let invalid = false;
  for (let i = 0; i < out.length; i++) {
    const r = out[i]!;
    if (r - r === 0) continue;
    const x = a[a.length === 1 ? 0 : i] as number;
    const y = binary ? (b[b.length === 1 ? 0 : i] as number) : 0;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    if (Number.isNaN(r)) invalid = true;
    else if (Number.isFinite(x) && Number.isFinite(y)) {
      if (dividesByZero(ufunc.name, x, y)) divide = true;
      else if (ufunc.name !== 'copysign' && ufunc.name !== 'floor_divide') over = true;
      else if (ufunc.name === 'floor_divide') divide = true;
    }
  }
  if (divide) report(machine, 'divide', where);
  if (over) report(machine, 'over', where);
  if (invalid) report(machine, 'invalid', where);
}

function dividesByZero(name: string, x: number, y: number): boolean {
  if (name === 'divide' || name === 'floor_divide') return y === 0;
  if (name === 'power' || name === 'float_power') return x === 0;
  return name === 'reciprocal' || name.startsWith('log') || name === 'arctanh';
}

function wideLoop({ ufunc, result, size, a, b, machine, where }: Loop): Buffer {
  const x = a as BigInt64Array;
  const y = b as BigInt64Array;
  const sa = x.length === 1 ? 0 : 1;
  const sb = y.length === 1 ? 0 : 1;
  const out = newBuffer(result, size) as BigInt64Array;
  const f = ufunc.big!;
  const scalars = where.startsWith('scalar');
  let over = false;
  for (let i = 0; i < size; i++) {
    const r = f(x[i * sa]!, y[i * sb]!);
    out[i] = r;
    if (scalars && out[i] !== r) over = true;
  }
  if (over) report(machine, 'over', where);
  return out;
}

/** Python's objects and texts, one element after another. */
function objectLoop({ ufunc, compute, result, size, a, b, machine, where, again }: Loop): Buffer {
  const out = newBuffer(result, size) as Items;
  for (let i = 0; i < size; i++) {
    const x = a[a.length === 1 ? 0 : i] as Value;
    const y = ufunc.operands === 2 ? (b[b.length === 1 ? 0 : i] as Value) : null;
    if (compute === 'str') {
      out[i] = result === 'str' ? (x as string) + (y as string) : ufunc.number(...ordered(x as string, y as string));
    } else if (ufunc.name === 'equal' || ufunc.name === 'not_equal') {
      out[i] = machine.equal(x, y) === (ufunc.name === 'equal') ? 1 : 0;
    } else {
      const operands = [x, y]
        .slice(0, ufunc.operands)
        .map((each) => ({ array: asArray(each, machine), weak: undefined }));
      if (operands.some(({ array }) => array.dtype === 'object')) {
        throw new PyError('TypeError', `unsupported operand type(s) for ${where}`);
      }
      const r = again(operands);
      out[i] = result === 'bool' ? only(r) : itemValue(only(r), r.dtype);
    }
  }
  return out as Buffer;
}

/** Two texts as two numbers in the same order. */
function ordered(x: string, y: string): [number, number] {
  return x < y ? [0, 1] : x > y ? [1, 0] : [0, 0];
}

/** Runs a ufunc over all elements. */
export function run(loop: Loop): Buffer {
  const { ufunc, compute, result, size, a, b, machine, where } = loop;
  if (compute === 'object' || compute === 'str') return objectLoop(loop);
  const integerKernel = !isFloat(compute) && compute !== 'bool';
  if (integerKernel && (ufunc.name === 'floor_divide' || ufunc.name === 'remainder' || ufunc.name === 'fmod')) {
    if (
      (b as Items).length > 0 &&
      Array.prototype.some.call(b, (x: number | bigint) => x === 0 || x === 0n) &&
      size > 0
    ) {
      report(machine, 'divide', where);
    }
  }
  if (a instanceof BigInt64Array || a instanceof BigUint64Array) {
    if (ufunc.big) return wideLoop(loop);
    if (ufunc.bigTest) {
      const out = new Float64Array(size);
      const x = a;
      const y = b as BigInt64Array;
      for (let i = 0; i < size; i++)
        out[i] = ufunc.bigTest(x[x.length === 1 ? 0 : i]!, y[y.length === 1 ? 0 : i]!) ? 1 : 0;
      return out;
    }
    return run({
      ...loop,
      compute: 'float64',
      a: Float64Array.from(a, Number),
      b: Float64Array.from(b as BigInt64Array, Number),
    });
  }
  const out = new Float64Array(size);
  const f =
    compute === 'bool' && typeof ufunc.bool === 'function'
      ? ufunc.bool
      : integerKernel
        ? (ufunc.small ?? ufunc.number)
        : ufunc.number;
  if (integerKernel && where.startsWith('scalar') && size === 1) {
    const exact = ufunc.number((a as Float64Array)[0]!, (b as Float64Array)[0]!);
    if (fitter(result)(exact) !== exact && Number.isInteger(exact)) report(machine, 'over', where);
  }
  const fit = result === 'float64' || result === 'bool' ? undefined : fitter(result);
  const odd = floatLoop(f, fit, a as Float64Array, b as Float64Array, out);
  if (odd && isFloat(result)) reportFloats(loop, out);
  return out;
}
