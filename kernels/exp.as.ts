import { EXP } from './memory.as';
import { add, both, mul, powerOfTwo, productError, scaled, sub, sumError } from './twofold.as';

/**
 * The exponential function by table and short polynomial, two numbers at a time: src/core/math/exp.ts. The table costs
 * two loads and two shuffles.
 */

const INVERSE_LN2_128: f64 = 184.6649652337873;
const LN2_128_HIGH: f64 = 0.005415212347998022;
const LN2_128_LOW: f64 = 1.2655086083325438e-13;

/** Adding 1.5 2^52 rounds to the nearest integer and leaves it in the lowest bits. */
const ROUNDER: f64 = 6755399441055744;

/** What the functions of this file leave out, and the exponent that they split off. Read them at once. */
export let low: v128 = i64x2(0, 0);
export let power: v128 = i64x2(0, 0);

/** The number of steps of ln2/128 in x, in the lowest bits. */
@inline
function steps(x: v128): v128 {
  return add(mul(x, both(INVERSE_LN2_128)), both(ROUNDER));
}

@inline
function whole(m: v128): v128 {
  return sub(m, both(ROUNDER));
}

/** Where the steps' rows of the table begin: 2^(j/128) and its rest. */
@inline
function rowsOf(m: v128): v128 {
  return i32x4.shl(v128.and(m, i64x2.splat(127)), 4);
}

/** The first or second of them. */
@inline
function rowOf(rows: v128, lane: u8): v128 {
  return v128.load(<usize>(lane == 0 ? i32x4.extract_lane(rows, 0) : i32x4.extract_lane(rows, 2)), EXP);
}

/** The steps' whole powers of two, as `powerOfTwo` takes them. */
@inline
function powersOf(m: v128): v128 {
  return i32x4.shr_s(i64x2.shl(m, 32), 7);
}

/** The polynomial of degree 5 for e^r - 1 - r. */
@inline
function shortTail(r: v128): v128 {
  const square = mul(r, r);
  const near = mul(square, add(both(0.5), mul(r, both(1.0 / 6))));
  const far = add(both(1.0 / 24), mul(r, both(1.0 / 120)));
  return add(near, mul(mul(square, square), far));
}

/** The polynomial of degree 6 for e^r - 1 - r, and what r = rHigh + rLow left out. */
@inline
function longTail(r: v128, rHigh: v128, rLow: v128): v128 {
  const square = mul(r, r);
  const near = mul(square, add(both(0.5), mul(r, both(1.0 / 6))));
  const far = add(add(both(1.0 / 24), mul(r, both(1.0 / 120))), mul(square, both(1.0 / 720)));
  const sum6 = add(near, mul(mul(square, square), far));
  return add(sum6, add(sub(rHigh, r), rLow));
}

/** e^x for x between -708 and 709. */
@inline
export function exp(x: v128): v128 {
  const m = steps(x);
  const n = whole(m);
  const rows = rowsOf(m);
  const r = sub(sub(x, mul(n, both(LN2_128_HIGH))), mul(n, both(LN2_128_LOW)));
  const a = rowOf(rows, 0);
  const b = rowOf(rows, 1);
  const high = v128.shuffle<i64>(a, b, 0, 2);
  const rest = v128.shuffle<i64>(a, b, 1, 3);
  const v = add(high, add(rest, mul(high, add(r, shortTail(r)))));
  return mul(v, sizeOf(m));
}

/** e^(x + xLow), rounded, for x between -708 and 0; 0 below -745.14. */
@inline
export function expOfSum(x: v128, xLow: v128): v128 {
  const m = steps(x);
  const n = whole(m);
  const rows = rowsOf(m);
  const r = add(sub(sub(x, mul(n, both(LN2_128_HIGH))), mul(n, both(LN2_128_LOW))), xLow);
  const a = rowOf(rows, 0);
  const b = rowOf(rows, 1);
  const high = v128.shuffle<i64>(a, b, 0, 2);
  const rest = v128.shuffle<i64>(a, b, 1, 3);
  const v = add(high, add(rest, mul(high, add(r, shortTail(r)))));
  return v128.andnot(mul(v, sizeOf(m)), f64x2.lt(x, both(-745.14)));
}

/** 2^k of the steps' whole powers k where it is normal. */
@inline
function sizeOf(m: v128): v128 {
  return i64x2.add(i64x2.shl(v128.and(m, i64x2.splat(~127)), 45), i64x2.splat(1023 << 52));
}

/** e^(x + xLow) for x between -650 and 650; what it leaves out is in `low`. */
@inline
export function expNear(x: v128, xLow: v128): v128 {
  const m = steps(x);
  const n = whole(m);
  const rest = sub(xLow, mul(n, both(LN2_128_LOW)));
  return expOfRest(m, add(sub(x, mul(n, both(LN2_128_HIGH))), rest));
}

/** The same where x leaves nothing out. */
@inline
export function expOfNear(x: v128): v128 {
  const m = steps(x);
  const n = whole(m);
  return expOfRest(m, sub(sub(x, mul(n, both(LN2_128_HIGH))), mul(n, both(LN2_128_LOW))));
}

@inline
function expOfRest(m: v128, r: v128): v128 {
  const rows = rowsOf(m);
  const a = rowOf(rows, 0);
  const b = rowOf(rows, 1);
  const high = v128.shuffle<i64>(a, b, 0, 2);
  const small = add(v128.shuffle<i64>(a, b, 1, 3), mul(high, add(r, shortTail(r))));
  const sum = add(high, small);
  const size = sizeOf(m);
  low = mul(add(sub(high, sum), small), size);
  return mul(sum, size);
}

/** e^(x + xLow) = (the result + `low`) 2^`power` for x between -800 and 800. */
@inline
export function expParts(x: v128, xLow: v128): v128 {
  const m = steps(x);
  const n = whole(m);
  const rows = rowsOf(m);
  const rHigh = sub(x, mul(n, both(LN2_128_HIGH)));
  const rLow = sub(xLow, mul(n, both(LN2_128_LOW)));
  const r = add(rHigh, rLow);
  const a = rowOf(rows, 0);
  const b = rowOf(rows, 1);
  const high = v128.shuffle<i64>(a, b, 0, 2);
  const tail = longTail(r, rHigh, rLow);
  const small = add(v128.shuffle<i64>(a, b, 1, 3), mul(high, add(r, tail)));
  const sum = add(high, small);
  low = add(sub(high, sum), small);
  power = powersOf(m);
  return sum;
}

/** e^(x + xLow) - 1 = the result + `low` for x between -650 and 650. */
@inline
export function expm1Parts(x: v128, xLow: v128): v128 {
  const m = steps(x);
  const n = whole(m);
  const rows = rowsOf(m);
  const rHigh = sub(x, mul(n, both(LN2_128_HIGH)));
  const rLow = sub(xLow, mul(n, both(LN2_128_LOW)));
  const r = add(rHigh, rLow);
  const tail = longTail(r, rHigh, rLow);
  const q = add(r, tail);
  const qLow = add(sub(r, q), tail);
  const a = rowOf(rows, 0);
  const b = rowOf(rows, 1);
  const high = v128.shuffle<i64>(a, b, 0, 2);
  const product = mul(high, q);
  const error = add(productError(high, q, product), mul(high, qLow));
  const productLow = add(error, v128.shuffle<i64>(a, b, 1, 3));
  const size = powerOfTwo(powersOf(m));
  const base = mul(high, size);
  const minusOne = sub(base, both(1));
  const part = mul(product, size);
  const sum = add(minusOne, part);
  const lost = add(sumError(base, both(-1), minusOne), sumError(minusOne, part, sum));
  const small = add(lost, mul(productLow, size));
  const value = add(sum, small);
  low = add(sub(sum, value), small);
  return value;
}

/** a e^(x + xLow), rounded once, for x between -800 and 800 and a of ordinary size. */
@inline
export function scaledExp(a: v128, x: v128, xLow: v128): v128 {
  const h = expParts(x, xLow);
  const y = mul(a, h);
  return scaled(add(y, add(productError(a, h, y), mul(a, low))), power);
}
