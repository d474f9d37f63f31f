import { eachLong, within } from './each.as';
import { expParts, low, power } from './exp.as';
import { add, both, choose, div, mul, productError, scaled, sub, sumError } from './twofold.as';

/** Mish and its slope: src/core/math/mish.ts. Both sides are computed, then the right one taken. */

class Mish {
  @inline
  at(x: v128): v128 {
    const h = expParts(f64x2.neg(f64x2.abs(x)), both(0));
    const l = low;
    const k = power;
    const e = scaled(h, k);
    const eLow = scaled(l, k);
    const square = mul(e, e);
    const dRight = add(both(1), mul(both(2), add(e, square)));
    const right = sub(x, div(mul(mul(x, both(2)), square), dRight));
    const f = add(e, both(2));
    const fLow = add(add(sub(both(2), f), e), eLow);
    const n = mul(e, f);
    const d = add(n, both(2));
    const nLow = add(add(productError(e, f, n), mul(e, fLow)), mul(eLow, f));
    const dLow = add(add(sub(both(2), d), n), nLow);
    const g = mul(h, f);
    const gLow = add(add(productError(h, f, g), mul(h, fLow)), mul(l, f));
    const p = mul(x, g);
    const pLow = add(productError(x, g, p), mul(x, gLow));
    const q = div(p, d);
    const left = scaled(add(q, div(sub(pLow, mul(q, dLow)), d)), k);
    return choose(f64x2.ge(x, both(0)), right, left);
  }
  @inline
  near(x: v128): v128 {
    return within(x, 60);
  }
}

class MishSlope {
  @inline
  at(x: v128): v128 {
    const h = expParts(f64x2.neg(f64x2.abs(x)), both(0));
    const l = low;
    const k = power;
    const e = scaled(h, k);
    const eLow = scaled(l, k);
    const square = mul(e, e);
    const dRight = add(add(both(1), mul(both(2), e)), mul(both(2), square));
    const bend = sub(mul(mul(both(2), x), add(both(1), e)), dRight);
    const right = add(both(1), div(mul(mul(both(2), square), bend), mul(dRight, dRight)));
    const f = add(e, both(2));
    const fLow = add(add(sub(both(2), f), e), eLow);
    const n = mul(e, f);
    const d = add(n, both(2));
    const nLow = add(add(productError(e, f, n), mul(e, fLow)), mul(eLow, f));
    const dLow = add(add(sub(both(2), d), n), nLow);
    const a = mul(f, d);
    const aLow = add(add(productError(f, d, a), mul(f, dLow)), mul(fLow, d));
    const c = add(both(1), e);
    const cLow = add(add(sub(both(1), c), e), eLow);
    const x4 = mul(both(4), x);
    const b = mul(x4, c);
    const bLow = add(productError(x4, c, b), mul(x4, cLow));
    const m = add(a, b);
    const mLow = add(add(sumError(a, b, m), aLow), bLow);
    const p = mul(m, h);
    const pLow = add(add(productError(m, h, p), mul(m, l)), mul(mLow, h));
    const s = mul(d, d);
    const sLow = add(productError(d, d, s), mul(mul(both(2), d), dLow));
    const q = div(p, s);
    const left = scaled(add(q, div(sub(pLow, mul(q, sLow)), s)), k);
    return choose(f64x2.ge(x, both(0)), right, left);
  }
  @inline
  near(x: v128): v128 {
    return within(x, 60);
  }
}

export function mish(p: usize, n: i32): i32 {
  return eachLong<Mish>(p, n);
}
export function mishSlope(p: usize, n: i32): i32 {
  return eachLong<MishSlope>(p, n);
}
