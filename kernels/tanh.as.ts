import { each, eachLong, within } from './each.as';
import { expm1Parts, expOfNear, expParts, low, power } from './exp.as';
import { SHRINK } from './memory.as';
import { add, both, choose, div, mul, productError, scaled, sub, sumError } from './twofold.as';

/** tanh and x - tanh x: `tanhOf` of src/core/math/smooth.ts and src/core/math/tanh.ts. */

/** The n-th coefficient of S in x - tanh x = x^3 S(x^2). */
@inline
function shrink(n: usize): v128 {
  return v128.load64_splat(SHRINK + (n << 3));
}

/** What the constant of S leaves out. */
const SHRINK_LOW: f64 = 1.85031016500183e-17;

class Tanh {
  @inline
  at(x: v128): v128 {
    const a = f64x2.abs(x);
    // up to 1/2 x - x^3 S(x^2)
    const s = mul(x, x);
    const s2 = mul(s, s);
    const s4 = mul(s2, s2);
    const s46 = add(add(shrink(4), mul(s, shrink(5))), mul(s2, add(shrink(6), mul(s, shrink(7)))));
    const first = add(add(shrink(0), mul(s, shrink(1))), mul(s2, add(shrink(2), mul(s, shrink(3)))));
    const lower = add(first, mul(s4, s46));
    const third = add(add(shrink(8), mul(s, shrink(9))), mul(s2, add(shrink(10), mul(s, shrink(11)))));
    const upper = add(third, mul(s4, shrink(12)));
    const series = sub(x, mul(mul(x, s), add(lower, mul(mul(s4, s4), upper))));
    // beyond (1 - E)/(1 + E) with E = e^-2|x|
    const e = expOfNear(mul(both(-2), a));
    const n = sub(both(1), e);
    const d = add(both(1), e);
    const q = div(n, d);
    const rest = sub(sub(sub(both(1), n), e), mul(q, add(sub(both(1), d), e)));
    const y = add(q, mul(rest, div(both(1), d)));
    const sign = v128.and(x, i64x2.splat(0x8000000000000000));
    return choose(f64x2.le(a, both(0.5)), series, v128.xor(y, sign));
  }
  @inline
  near(x: v128): v128 {
    return within(x, 22);
  }
}

class TanhSlope {
  @inline
  at(x: v128): v128 {
    const h = expParts(mul(both(-2), f64x2.abs(x)), both(0));
    const l = low;
    const k = power;
    const e = scaled(h, k);
    const d = add(both(1), e);
    const dLow = add(add(sub(both(1), d), e), scaled(l, k));
    const s = mul(d, d);
    const sLow = add(productError(d, d, s), mul(mul(both(2), d), dLow));
    const q = div(h, s);
    return scaled(add(q, div(sub(l, mul(q, sLow)), s)), i32x4.add(k, i64x2.splat(2 << 32)));
  }
  @inline
  near(x: v128): v128 {
    return within(x, 380);
  }
}

let tanhLow: v128 = i64x2(0, 0);

/** tanh a = the result + `tanhLow` for 0 <= a < 22, from e^-2a - 1 = m: tanh a = -m/(m + 2). */
@inline
function tanhParts(a: v128): v128 {
  const m = expm1Parts(mul(both(-2), a), both(0));
  const mLow = low;
  const d = add(m, both(2));
  const dLow = add(sub(m, sub(d, both(2))), mLow);
  const q = div(m, d);
  const p = mul(q, d);
  const qLow = div(sub(add(sub(sub(m, p), productError(q, d, p)), mLow), mul(q, dLow)), d);
  tanhLow = f64x2.neg(qLow);
  return f64x2.neg(q);
}

class TanhShrink {
  @inline
  at(x: v128): v128 {
    const a = f64x2.abs(x);
    const square = mul(x, x);
    const squareLow = productError(x, x, square);
    let rest = shrink(12);
    for (let k = 11; k >= 1; k--) rest = add(mul(rest, square), shrink(k));
    const first = shrink(0);
    const tail = add(mul(rest, square), both(SHRINK_LOW));
    const s = add(first, tail);
    const sLow = add(sub(first, s), tail);
    const p = mul(square, s);
    const pLow = add(add(productError(square, s, p), mul(square, sLow)), mul(squareLow, s));
    const y = mul(x, p);
    const series = add(y, add(productError(x, p, y), mul(x, pLow)));
    const t = tanhParts(a);
    const u = sub(a, t);
    const exact = add(u, sub(sumError(a, f64x2.neg(t), u), tanhLow));
    const sign = v128.and(x, i64x2.splat(0x8000000000000000));
    return choose(f64x2.le(a, both(0.5)), series, v128.xor(exact, sign));
  }
  @inline
  near(x: v128): v128 {
    return within(x, 22);
  }
}

class TanhShrinkSlope {
  @inline
  at(x: v128): v128 {
    const a = f64x2.abs(x);
    const t = tanhParts(a);
    const y = mul(t, t);
    const slope = add(y, add(productError(t, t, y), mul(mul(both(2), t), tanhLow)));
    return choose(f64x2.lt(a, both(1e-9)), mul(x, x), slope);
  }
  @inline
  near(x: v128): v128 {
    return within(x, 22);
  }
}

export function tanh(p: usize, n: i32): i32 {
  return each<Tanh>(p, n);
}
export function tanhSlope(p: usize, n: i32): i32 {
  return eachLong<TanhSlope>(p, n);
}
export function tanhShrink(p: usize, n: i32): i32 {
  return eachLong<TanhShrink>(p, n);
}
export function tanhShrinkSlope(p: usize, n: i32): i32 {
  return eachLong<TanhShrinkSlope>(p, n);
}
