import { arrayIn, asArray, integer, sequence } from '../numpy/asArray';
import { axisOf } from '../numpy/axes';
import {
  copyOf,
  flat,
  indexArray,
  positions,
  scatter,
  sizeOf,
  unwrap,
  wrap,
  type Items,
  type NdArray,
} from '../numpy/ndarray';
import { PyError, type Machine, type Value } from '../value';
import { masked, multiplied } from './bits';
import { sizeGiven } from './fill';
import { floatsOf } from './seeding';
import { charge, type RandomSource } from './source';

/** Uniform in 0 .. most as the generator draws a place. */
function place(source: RandomSource, most: number): number {
  const { bits } = source.draws;
  return Number(source.legacy ? masked(bits, BigInt(most)) : multiplied(bits, BigInt(most)));
}

/**
 * Fisher and Yates from the end; places below `first` are not drawn for. Both of NumPy's generators draw them by
 * masked rejection, except that a Generator's `choice` (`chosen`) multiplies.
 */
function shufflePlaces(
  source: RandomSource,
  n: number,
  swap: (i: number, j: number) => void,
  first = 1,
  chosen = false,
): void {
  for (let i = n - 1; i >= first; i--) {
    const j = chosen ? place(source, i) : Number(masked(source.draws.bits, BigInt(i)));
    if (i !== j) swap(i, j);
  }
}

function swapIn(items: Items): (i: number, j: number) => void {
  return (i, j) => {
    const held = items[i]!;
    items[i] = items[j]!;
    items[j] = held;
  };
}

/** `shuffle(x)`: a list or the first axis of an array, in place. @throws PyError TypeError for what has no order */
export function shuffle(source: RandomSource, x: Value, axis: number, machine: Machine): void {
  const a = arrayIn(x);
  if (a === undefined) {
    if (typeof x !== 'object' || x?.kind !== 'list') {
      const items = sequence(x, machine);
      if (items === undefined) throw new PyError('TypeError', 'object of this type cannot be shuffled');
      throw new PyError('TypeError', "'tuple' object does not support item assignment");
    }
    charge(source, x.items.length, machine);
    shufflePlaces(source, x.items.length, swapIn(x.items));
    return;
  }
  if (a.shape.length === 0) throw new PyError('TypeError', 'x must be an integer or at least 1-dimensional');
  const along = axisOf(axis, a.shape.length);
  const order = places(a.shape[along]!);
  charge(source, sizeOf(a.shape), machine);
  shufflePlaces(source, order.length, swapIn(order));
  scatter(a, Array.from(flat(takeAlong(a, order, along)) as ArrayLike<Value>));
}

const places = (n: number): Int32Array => Int32Array.from({ length: n }, (_, i) => i);

function takeAlong(a: NdArray, order: ArrayLike<number>, axis: number): NdArray {
  const lead = a.shape.slice(0, axis);
  const tail = a.shape.slice(axis + 1);
  const before = positions(lead, a.strides.slice(0, axis), a.offset);
  const after = positions(tail, a.strides.slice(axis + 1), 0);
  const shape = [...lead, order.length, ...tail];
  const items: Value[] = [];
  for (const b of before)
    for (let i = 0; i < order.length; i++)
      for (const c of after) items.push((a.buffer as Items)[b + order[i]! * a.strides[axis]! + c]!);
  const buffer =
    a.buffer instanceof Float64Array
      ? Float64Array.from(items as number[])
      : a.buffer instanceof BigInt64Array
        ? BigInt64Array.from(items as bigint[])
        : a.buffer instanceof BigUint64Array
          ? BigUint64Array.from(items as bigint[])
          : items;
  return { ...wrap(a.dtype, shape, buffer), library: a.library };
}

/** `permutation(x)`: of 0 .. x - 1, or of the first axis (`axis`) of a copy. */
export function permutation(source: RandomSource, x: Value, axis: number, machine: Machine): NdArray {
  const a = asArray(x, machine);
  if (a.shape.length === 0) {
    if (typeof x === 'number') throw new PyError('TypeError', 'x must be an integer or at least 1-dimensional');
    const n = integer(x);
    charge(source, n, machine);
    const order = places(n);
    shufflePlaces(source, n, swapIn(order));
    return indexArray(order);
  }
  const along = axisOf(axis, a.shape.length);
  charge(source, sizeOf(a.shape), machine);
  const order = places(a.shape[along]!);
  shufflePlaces(source, order.length, swapIn(order));
  return takeAlong(a, order, along);
}

/** `Generator.permuted`: every row along the axis is shuffled for itself; None: all as one row. */
export function permuted(source: RandomSource, x: Value, axis: Value, machine: Machine): NdArray {
  const a = copyOf(asArray(x, machine));
  charge(source, sizeOf(a.shape), machine);
  const items = a.buffer as Items;
  if (axis === null) {
    shufflePlaces(source, items.length, swapIn(items));
    return a;
  }
  const along = axisOf(integer(axis), a.shape.length);
  const stride = a.strides[along]!;
  const others = a.shape.map((_, k) => k).filter((k) => k !== along);
  const starts = positions(
    others.map((k) => a.shape[k]!),
    others.map((k) => a.strides[k]!),
    0,
  );
  for (const start of starts) {
    const swap = swapIn(items);
    shufflePlaces(source, a.shape[along]!, (i, j) => swap(start + i * stride, start + j * stride));
  }
  return a;
}

export interface Choice {
  readonly from: Value;
  readonly size: Value;
  readonly replace: boolean;
  readonly chances: Value;
  readonly axis: number;
  readonly shuffled: boolean;
}

/** `choice(a, size, replace, p)`. @throws PyError ValueError in NumPy's words */
export function choice(source: RandomSource, wanted: Choice, machine: Machine): Value {
  const pool = asArray(wanted.from, machine);
  const { legacy } = source;
  const mark = legacy ? "'a'" : 'a';
  let n: number;
  if (pool.shape.length === 0) {
    n = integer(wanted.from);
  } else {
    if (legacy && pool.shape.length > 1) throw new PyError('ValueError', 'a must be 1-dimensional');
    n = pool.shape[axisOf(wanted.axis, pool.shape.length)]!;
  }
  const shape = sizeGiven(wanted.size, machine);
  const count = shape === undefined ? 1 : sizeOf(shape);
  if (n <= 0 && count > 0) {
    throw new PyError(
      'ValueError',
      pool.shape.length === 0
        ? `a must be ${legacy ? 'greater than 0' : 'a positive integer'} unless no samples are taken`
        : `${mark} cannot be empty unless no samples are taken`,
    );
  }
  const chances = wanted.chances === null ? undefined : checkedChances(wanted.chances, n, legacy, machine);
  charge(source, count, machine);
  const at = wanted.replace
    ? withReplacement(source, n, count, chances)
    : withoutReplacement(source, n, count, chances, wanted.shuffled);
  if (pool.shape.length === 0) return shape === undefined ? BigInt(at[0]!) : indexArray(at, shape);
  const axis = axisOf(wanted.axis, pool.shape.length);
  const taken = takeAlong(pool, at, axis);
  const full = [...pool.shape.slice(0, axis), ...(shape ?? []), ...pool.shape.slice(axis + 1)];
  const made = wrap(taken.dtype, full, taken.buffer);
  return shape === undefined ? unwrap(made) : made;
}

function checkedChances(value: Value, n: number, legacy: boolean, machine: Machine): number[] {
  const chances = floatsOf(value, machine);
  const [a, p] = legacy ? ["'a'", "'p'"] : ['a', 'p'];
  if (chances.length !== n) throw new PyError('ValueError', `${a} and ${p} must have same size`);
  if (chances.some((each) => Number.isNaN(each))) throw new PyError('ValueError', 'probabilities contain NaN');
  if (chances.some((each) => each < 0)) throw new PyError('ValueError', 'probabilities are not non-negative');
  const sum = chances.reduce((total, each) => total + each, 0);
  if (Math.abs(sum - 1) > 1.4901161193847656e-8) {
    throw new PyError('ValueError', 'probabilities do not sum to 1');
  }
  return chances;
}

/** Running sums, the last brought to 1. */
function shares(chances: readonly number[]): number[] {
  let sum = 0;
  const sums = chances.map((each) => (sum += each));
  return sums.map((each) => each / sum);
}

/** The first place whose share is above x. */
function search(sums: readonly number[], x: number): number {
  let low = 0;
  let high = sums.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x < sums[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

function withReplacement(source: RandomSource, n: number, count: number, chances: number[] | undefined): number[] {
  if (chances === undefined) return Array.from({ length: count }, () => place(source, n - 1));
  const sums = shares(chances);
  return Array.from({ length: count }, () => search(sums, source.draws.uniform()));
}

function withoutReplacement(
  source: RandomSource,
  n: number,
  count: number,
  chances: number[] | undefined,
  shuffled: boolean,
): ArrayLike<number> {
  if (count > n) {
    throw new PyError(
      'ValueError',
      `Cannot take a larger sample than population when ${source.legacy ? "'replace=False'" : 'replace is False'}`,
    );
  }
  if (chances !== undefined) return weighted(source, count, chances);
  if (source.legacy) {
    const order = places(n);
    shufflePlaces(source, n, swapIn(order));
    return order.subarray(0, count);
  }
  if (n > 10000 && count > Math.floor(n / (shuffled ? 50 : 20))) {
    const order = places(n);
    shufflePlaces(source, n, swapIn(order), Math.max(n - count, 1), true);
    return order.subarray(n - count);
  }
  return floyd(source, n, count, shuffled);
}

/** Floyd's sampling: Bentley and Floyd, "A sample of brilliance", CACM 30 (1987). */
function floyd(source: RandomSource, n: number, count: number, shuffled: boolean): number[] {
  const seen = new Set<number>();
  const drawn: number[] = [];
  for (let j = n - count; j < n; j++) {
    const value = place(source, j);
    const taken = seen.has(value) ? j : value;
    seen.add(taken);
    drawn.push(taken);
  }
  if (shuffled) shufflePlaces(source, count, swapIn(drawn), 1, true);
  return drawn;
}

function weighted(source: RandomSource, count: number, given: readonly number[]): number[] {
  const chances = [...given];
  if (chances.filter((each) => each > 0).length < count) {
    throw new PyError('ValueError', 'Fewer non-zero entries in p than size');
  }
  const found: number[] = [];
  while (found.length < count) {
    const draws = Array.from({ length: count - found.length }, () => source.draws.uniform());
    for (const at of found) chances[at] = 0;
    const sums = shares(chances);
    for (const at of new Set(draws.map((x) => search(sums, x)))) found.push(at);
  }
  return found;
}
