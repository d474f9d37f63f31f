import { expOfSum } from './exp.as';
import { add, both, choose, div, mul, productError, sub } from './twofold.as';

/**
 * Rows of the softmax family, piece by piece: src/core/softmax/exponentials.ts and difference.ts. Rows are filled up
 * with -Infinity to whole turns of 4 numbers, which adds nothing to any sum.
 */

/** The largest of n numbers, NaN passed over; -Infinity when there is none. */
export function rowMaximum(p: usize, n: i32): f64 {
  const end = p + (<usize>n << 3);
  let a = both(-Infinity);
  let b = a;
  while (p < end) {
    a = f64x2.pmax(a, v128.load(p));
    b = f64x2.pmax(b, v128.load(p, 16));
    p += 32;
  }
  const c = f64x2.pmax(a, b);
  return max(f64x2.extract_lane(c, 0), f64x2.extract_lane(c, 1));
}

/** The place of the first number equal to m, which is among them. */
export function rowPlace(p: usize, m: f64): i32 {
  let at = p;
  while (!v128.any_true(f64x2.eq(v128.load(at), both(m)))) at += 16;
  return <i32>((at - p) >> 3) + (load<f64>(at) == m ? 0 : 1);
}

/** What x - m, rounded to d, lost. */
@inline
function differenceError(x: v128, m: v128, d: v128): v128 {
  const back = sub(d, x);
  return sub(sub(x, sub(d, back)), add(m, back));
}

/** Ones in the lanes where e^d is subnormal: TypeScript's. */
@inline
function subnormal(d: v128): v128 {
  return v128.and(f64x2.le(d, both(-708)), f64x2.ge(d, both(-745.14)));
}

/** Two numbers of the sums: what the addition loses goes beside it. */
@inline
function sumOf(at: usize, y: v128, rest: v128): v128 {
  const next = add(rest, y);
  const added = sub(next, rest);
  const lost = add(sub(rest, sub(next, added)), sub(y, added));
  v128.store(at, add(v128.load(at), lost));
  return next;
}

/**
 * exp(x - m) of n numbers at p to q; their sums of every fourth, and what they lost, are carried on at `sums` (4 + 4
 * numbers). Gives 1 when some is left to TypeScript.
 */
export function rowExponentials(p: usize, q: usize, n: i32, sums: usize, largest: f64): i32 {
  const m = both(largest);
  const end = p + (<usize>n << 3);
  let first = v128.load(sums);
  let second = v128.load(sums, 16);
  let left = i64x2(0, 0);
  while (p < end) {
    const a = v128.load(p);
    const b = v128.load(p, 16);
    const da = sub(a, m);
    const db = sub(b, m);
    left = v128.or(left, v128.or(subnormal(da), subnormal(db)));
    const ya = expOfSum(da, differenceError(a, m, da));
    const yb = expOfSum(db, differenceError(b, m, db));
    v128.store(q, ya);
    v128.store(q, yb, 16);
    first = sumOf(sums + 32, ya, first);
    second = sumOf(sums + 48, yb, second);
    p += 32;
    q += 32;
  }
  v128.store(sums, first);
  v128.store(sums, second, 16);
  return v128.any_true(left) ? 1 : 0;
}

/** The scale of a temperature: src/core/softmax/difference.ts. */
let before: v128 = i64x2(0, 0);
let after: v128 = i64x2(0, 0);
let t: v128 = i64x2(0, 0);

export function setScale(scaleBefore: f64, scaleAfter: f64, temperature: f64): void {
  before = both(scaleBefore);
  after = both(scaleAfter);
  t = both(temperature);
}

let quotientLow: v128 = i64x2(0, 0);

/** (x - m)/T; what it lost is in `quotientLow`. */
@inline
function quotient(x: v128, m: v128): v128 {
  const a = mul(x, before);
  const b = mul(m, before);
  const d = sub(a, b);
  const whole = mul(d, after);
  const q = div(whole, t);
  const product = mul(q, t);
  const lost = sub(sub(whole, product), productError(q, t, product));
  quotientLow = div(add(lost, mul(differenceError(a, b, d), after)), t);
  return q;
}

/** The same for exp((x - m)/T). */
export function rowScaledExponentials(p: usize, q: usize, n: i32, sums: usize, largest: f64): i32 {
  const m = both(largest);
  const end = p + (<usize>n << 3);
  let first = v128.load(sums);
  let second = v128.load(sums, 16);
  let left = i64x2(0, 0);
  while (p < end) {
    const da = quotient(v128.load(p), m);
    const ya = expOfSum(da, quotientLow);
    const db = quotient(v128.load(p, 16), m);
    const yb = expOfSum(db, quotientLow);
    left = v128.or(left, v128.or(subnormal(da), subnormal(db)));
    v128.store(q, ya);
    v128.store(q, yb, 16);
    first = sumOf(sums + 32, ya, first);
    second = sumOf(sums + 48, yb, second);
    p += 32;
    q += 32;
  }
  v128.store(sums, first);
  v128.store(sums, second, 16);
  return v128.any_true(left) ? 1 : 0;
}

/** Every number divided by the sum. */
export function rowDivided(p: usize, n: i32, sum: f64): void {
  const end = p + (<usize>n << 3);
  while (p < end) {
    v128.store(p, div(v128.load(p), both(sum)));
    v128.store(p, div(v128.load(p, 16), both(sum)), 16);
    p += 32;
  }
}

/** x - m - l, rounded nearly once. */
export function rowLess(p: usize, n: i32, largest: f64, logarithm: f64): void {
  const m = both(largest);
  const l = both(logarithm);
  const end = p + (<usize>n << 3);
  while (p < end) {
    const x = v128.load(p);
    const d = sub(x, m);
    const y = sub(d, l);
    const exact = add(y, add(differenceError(d, l, y), differenceError(x, m, d)));
    v128.store(p, choose(f64x2.gt(y, both(-1e300)), exact, y));
    p += 16;
  }
}

/** (x - m)/T - l, likewise. */
export function rowScaledLess(p: usize, n: i32, largest: f64, logarithm: f64): void {
  const m = both(largest);
  const l = both(logarithm);
  const end = p + (<usize>n << 3);
  while (p < end) {
    const q = quotient(v128.load(p), m);
    const y = sub(q, l);
    const exact = add(y, add(differenceError(q, l, y), quotientLow));
    v128.store(p, choose(f64x2.gt(y, both(-1e290)), exact, y));
    p += 16;
  }
}
