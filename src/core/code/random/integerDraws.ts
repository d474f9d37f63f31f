import { arrayIn, asArray } from '../numpy/asArray';
import { as } from '../numpy/cast';
import { broadcastShape, spread } from '../numpy/broadcast';
import { dtypeInfo, integerRange, isFloat, isWide } from '../numpy/dtype';
import {
  newBuffer,
  only,
  scalar,
  single,
  sizeOf,
  wrap,
  type Buffer,
  type ElementType,
  type Items,
} from '../numpy/ndarray';
import { PyError, type Machine, type Value } from '../value';
import { masked, maskOf, multiplied, type BitSource } from './bits';
import { sizeGiven } from './fill';
import { charge, type RandomSource } from './source';

/** Pieces of 8 or 16 bits, or single bits, cut from draws of 32: what NumPy fills narrow integers from. */
function pieces(bits: BitSource, width: number): () => number {
  let kept = 0;
  let left = 0;
  const mask = 2 ** width - 1;
  return () => {
    if (left === 0) {
      kept = bits.next32();
      left = 32 / width;
    } else kept >>>= width;
    left--;
    return kept & mask;
  };
}

/** Uniform in 0 .. most out of pieces of `width` bits. */
function narrow(next: () => number, width: number, most: number, legacy: boolean): number {
  if (most === 0) return 0;
  const all = 2 ** width - 1;
  if (most === all || width === 1) return next();
  if (legacy) {
    const mask = Number(maskOf(BigInt(most)));
    for (;;) {
      const value = next() & mask;
      if (value <= most) return value;
    }
  }
  const choices = most + 1;
  let product = next() * choices;
  if ((product & all) < choices) {
    const threshold = (all - most) % choices;
    while ((product & all) < threshold) product = next() * choices;
  }
  return product >>> width;
}

/** Draws 0 .. most as the generator does for a dtype. */
function drawer(source: RandomSource, dtype: ElementType): (most: bigint) => bigint {
  const { bits } = source.draws;
  const width = dtype === 'bool' ? 1 : dtypeInfo[dtype].itemsize * 8;
  if (width > 16) return (most) => (source.legacy ? masked(bits, most) : multiplied(bits, most));
  const next = pieces(bits, width);
  return (most) => (most === 0n ? 0n : BigInt(narrow(next, width, Number(most), source.legacy)));
}

function whole(value: Value, machine: Machine): bigint {
  if (typeof value === 'bigint') return value;
  const array = asArray(value, machine);
  const item = only(array);
  return typeof item === 'bigint' ? item : BigInt(Math.trunc(Number(item)));
}

function check(low: bigint, high: bigint, dtype: ElementType, endpoint: boolean): void {
  const [least, most] = dtype === 'bool' ? [0n, 1n] : integerRange(dtype);
  if (low < least) throw new PyError('ValueError', `low is out of bounds for ${dtype}`);
  if (high > most) throw new PyError('ValueError', `high is out of bounds for ${dtype}`);
  if (low > high) throw new PyError('ValueError', endpoint ? 'low > high' : 'low >= high');
}

/** `randint(low, high, size, dtype)` and `Generator.integers`. @throws PyError ValueError for an empty range */
export function drawIntegers(
  source: RandomSource,
  lowest: Value,
  beyond: Value,
  size: Value,
  dtype: ElementType,
  endpoint: boolean,
  machine: Machine,
): Value {
  if (isFloat(dtype) || dtype === 'object' || dtype === 'str') {
    throw new PyError('TypeError', `Unsupported dtype dtype('${dtype}') for randint`);
  }
  const [from, to] = beyond === null ? [0n, lowest] : [lowest, beyond];
  const draw = drawer(source, dtype);
  const last = endpoint ? 0n : 1n;
  const one = (low: bigint, high: bigint): Value => {
    const value = low + draw(high - low);
    return isWide(dtype) ? value : Number(value);
  };
  const arrays = [from, to].map((each) => (typeof each === 'bigint' ? undefined : asArray(each, machine)));
  if (arrays.every((each) => each === undefined || each.shape.length === 0)) {
    const low = whole(from, machine);
    const high = whole(to, machine) - last;
    const shape = sizeGiven(size, machine);
    if (shape !== undefined && sizeOf(shape) === 0) return wrap(dtype, shape, newBuffer(dtype, 0));
    check(low, high, dtype, endpoint);
    const count = shape === undefined ? 1 : sizeOf(shape);
    charge(source, count, machine);
    if (shape === undefined) return scalar(single(dtype, one(low, high)));
    const out = newBuffer(dtype, count) as Items;
    for (let i = 0; i < count; i++) out[i] = one(low, high);
    return wrap(dtype, shape, out as Buffer);
  }
  const [lows, highs] = [from, to].map((each) => as(arrayIn(each) ?? asArray(each, machine), 'int64'));
  const shape = sizeGiven(size, machine) ?? broadcastShape([lows!.shape, highs!.shape]);
  charge(source, sizeOf(shape), machine);
  const least = spread(lows!, shape) as BigInt64Array;
  const most = spread(highs!, shape) as BigInt64Array;
  for (let i = 0; i < least.length; i++) check(least[i]!, most[i]! - last, dtype, endpoint);
  const out = newBuffer(dtype, least.length) as Items;
  for (let i = 0; i < least.length; i++) out[i] = one(least[i]!, most[i]! - last);
  return wrap(dtype, shape, out as Buffer);
}
