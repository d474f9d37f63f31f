import { each, eachLong, within } from './each.as';
import { expNear, expOfNear, low } from './exp.as';
import { gatedSlope } from './gatedSlope.as';
import { add, both, div, mul, productError, single, sub } from './twofold.as';

/** x/(1 + e^-t): SiLU, Swish and QuickGELU, `gatedOf` and `gatedSlope` of src/core/math. */

/** x/(1 + e^-t), where `negative` tells the sign of t and e is e^-|t| with its rest in `low`; |t| below 650, |x| below 1e38. */
@inline
function gated(x: v128, negative: v128, e: v128): v128 {
  const eLow = low;
  const d = add(both(1), e);
  const factor = v128.or(v128.and(e, negative), v128.andnot(both(1), negative));
  const xTop = single(x);
  const factorTop = single(factor);
  const p = mul(xTop, factorTop);
  const pLow = add(
    add(mul(sub(x, xTop), factor), mul(xTop, sub(factor, factorTop))),
    v128.and(negative, mul(x, eLow)),
  );
  const q = div(p, d);
  return add(q, mul(sub(pLow, mul(q, add(add(sub(both(1), d), e), eLow))), div(both(1), d)));
}

let beta: v128 = i64x2(0, 0);

class Silu {
  @inline
  at(x: v128): v128 {
    return gated(x, f64x2.lt(x, both(0)), expOfNear(f64x2.neg(f64x2.abs(x))));
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
    const negative = f64x2.lt(t, both(0));
    const tLow = productError(beta, x, t);
    const sign = v128.andnot(i64x2.splat(0x8000000000000000), negative);
    return gated(x, negative, expNear(f64x2.neg(f64x2.abs(t)), v128.xor(tLow, sign)));
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
