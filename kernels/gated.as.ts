import { each, eachLong, within } from './each.as';
import { expNear, low } from './exp.as';
import { gatedSlope } from './gatedSlope.as';
import { add, both, div, mul, productError, single, sub } from './twofold.as';

/** x/(1 + e^-t): SiLU, Swish and QuickGELU, `gatedOf` and `gatedSlope` of src/core/math. */

/** x/(1 + e^-(t + tLow)) for |t| below 650 and |x| below 1e38. */
@inline
function gated(x: v128, t: v128, tLow: v128): v128 {
  const negative = v128.and(f64x2.lt(t, both(0)), both(1));
  const e = expNear(f64x2.neg(f64x2.abs(t)), mul(sub(mul(both(2), negative), both(1)), tLow));
  const eLow = low;
  const d = add(both(1), e);
  const factor = add(sub(both(1), negative), mul(negative, e));
  const xTop = single(x);
  const factorTop = single(factor);
  const p = mul(xTop, factorTop);
  const pLow = add(
    add(mul(sub(x, xTop), factor), mul(xTop, sub(factor, factorTop))),
    mul(mul(x, negative), eLow),
  );
  const q = div(p, d);
  return add(q, mul(sub(pLow, mul(q, add(add(sub(both(1), d), e), eLow))), div(both(1), d)));
}

let beta: v128 = i64x2(0, 0);

class Silu {
  @inline
  at(x: v128): v128 {
    return gated(x, x, both(0));
  }
  @inline
  near(x: v128): v128 {
    return within(x, 650);
  }
}

class SiluSlope {
  @inline
  at(x: v128): v128 {
    return gatedSlope(x, both(0), x, both(0));
  }
  @inline
  near(x: v128): v128 {
    return within(x, 760);
  }
}

class Swish {
  @inline
  at(x: v128): v128 {
    const t = mul(beta, x);
    return gated(x, t, productError(beta, x, t));
  }
  @inline
  near(x: v128): v128 {
    return v128.and(within(mul(beta, x), 650), within(x, 1e38));
  }
}

class SwishSlope {
  @inline
  at(x: v128): v128 {
    const t = mul(beta, x);
    const tLow = productError(beta, x, t);
    return gatedSlope(t, tLow, t, tLow);
  }
  @inline
  near(x: v128): v128 {
    return within(mul(beta, x), 760);
  }
}

export function silu(p: usize, n: i32): i32 {
  return each<Silu>(p, n);
}
export function siluSlope(p: usize, n: i32): i32 {
  return eachLong<SiluSlope>(p, n);
}
export function swish(p: usize, n: i32, scale: f64): i32 {
  beta = both(scale);
  return eachLong<Swish>(p, n);
}
export function swishSlope(p: usize, n: i32, scale: f64): i32 {
  beta = both(scale);
  return eachLong<SwishSlope>(p, n);
}
