/**
 * Products and powers of two without error, for two numbers at a time: src/core/math/twofold.ts, the same operations
 * in the same order, so that no bit differs.
 */

@inline
export function both(x: f64): v128 {
  return f64x2.splat(x);
}

@inline
export function add(a: v128, b: v128): v128 {
  return f64x2.add(a, b);
}

@inline
export function sub(a: v128, b: v128): v128 {
  return f64x2.sub(a, b);
}

@inline
export function mul(a: v128, b: v128): v128 {
  return f64x2.mul(a, b);
}

@inline
export function div(a: v128, b: v128): v128 {
  return f64x2.div(a, b);
}

/** `yes` in the lanes where `mask` has ones, `no` where it has zeros. */
@inline
export function choose(mask: v128, yes: v128, no: v128): v128 {
  return v128.bitselect(yes, no, mask);
}

/** x rounded to float32 and back. */
@inline
export function single(x: v128): v128 {
  return f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(x));
}

/** a b = p + productError(a, b, p) exactly (Dekker); 0 where the splitting overflows. */
@inline
export function productError(a: v128, b: v128, p: v128): v128 {
  const splitter = both(134217729);
  const aWide = mul(splitter, a);
  const aHigh = sub(aWide, sub(aWide, a));
  const aLow = sub(a, aHigh);
  const bWide = mul(splitter, b);
  const bHigh = sub(bWide, sub(bWide, b));
  const bLow = sub(b, bHigh);
  const without = sub(sub(p, mul(aHigh, bHigh)), mul(aLow, bHigh));
  const error = sub(mul(aLow, bLow), sub(without, mul(aHigh, bLow)));
  return v128.and(error, f64x2.eq(sub(error, error), both(0)));
}

/** a + b = s + sumError(a, b, s) exactly (Knuth). */
@inline
export function sumError(a: v128, b: v128, s: v128): v128 {
  const back = sub(s, a);
  return add(sub(a, sub(s, back)), sub(b, back));
}

/**
 * Exponents are kept as 32-bit integers in the upper half of each lane, where a double has its exponent: the machine
 * shifts and compares those faster than 64-bit ones.
 */
@inline
export function exponents(k: i32): v128 {
  return i64x2.splat(<i64>k << 32);
}

/** 2^k for k between -1022 and 1023. */
@inline
export function powerOfTwo(k: v128): v128 {
  return i32x4.shl(i32x4.add(k, exponents(1023)), 20);
}

/** v 2^k for k between -1100 and 1024, rounded once: from 2^-960 down in two steps, as the reference has it. */
@inline
export function scaled(v: v128, k: v128): v128 {
  const first = i32x4.max_s(i32x4.min_s(k, exponents(1023)), exponents(-960));
  const second = i32x4.max_s(i32x4.sub(k, first), exponents(-200));
  return mul(mul(v, powerOfTwo(first)), powerOfTwo(second));
}
