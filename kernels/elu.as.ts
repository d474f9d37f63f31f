import { eachLong } from './each.as';
import { expm1Parts, low, scaledExp } from './exp.as';
import { add, both, choose, div, mul, productError, sub } from './twofold.as';

/** ELU, SELU and CELU with their slopes: the records of src/core/activations. */

let alpha: v128 = i64x2(0, 0);
let scale: v128 = i64x2(0, 0);
/** What alpha leaves out. */
let alphaLow: v128 = i64x2(0, 0);

/** Ones from `bound` on upwards: what lies below is flat and TypeScript's, as is NaN. */
@inline
function above(x: v128, bound: f64): v128 {
  return f64x2.gt(x, both(bound));
}

/** x for negative numbers and 0; -0 for positive ones, whose exponential nobody reads. */
@inline
function negativePart(x: v128): v128 {
  return f64x2.pmin(x, both(0));
}

class Elu {
  @inline
  at(x: v128): v128 {
    const parts = expm1Parts(negativePart(x), both(0));
    const m = choose(f64x2.gt(x, both(-1e-17)), x, parts);
    return choose(f64x2.gt(x, both(0)), x, mul(alpha, m));
  }
  @inline
  near(x: v128): v128 {
    return above(x, -40);
  }
}

class Selu {
  @inline
  at(x: v128): v128 {
    const m = expm1Parts(negativePart(x), both(0));
    const mLow = low;
    const y = mul(alpha, m);
    const lost = add(add(productError(alpha, m, y), mul(alpha, mLow)), mul(alphaLow, m));
    return choose(f64x2.gt(x, both(0)), mul(scale, x), add(y, lost));
  }
  @inline
  near(x: v128): v128 {
    return above(x, -40);
  }
}

/** What the quotient t = x/alpha leaves out. */
@inline
function quotientLow(x: v128, t: v128): v128 {
  const back = mul(t, alpha);
  return div(sub(sub(x, back), productError(t, alpha, back)), alpha);
}

class Celu {
  @inline
  at(x: v128): v128 {
    const part = negativePart(x);
    const t = div(part, alpha);
    const m = expm1Parts(t, quotientLow(part, t));
    const mLow = low;
    const y = mul(alpha, m);
    const curve = add(y, add(productError(alpha, m, y), mul(alpha, mLow)));
    return choose(f64x2.gt(t, both(-1e-17)), x, curve);
  }
  @inline
  near(x: v128): v128 {
    return above(div(x, alpha), -40);
  }
}

/** alpha e^x below 0, `scale` above. */
class EluSlope {
  @inline
  at(x: v128): v128 {
    return choose(f64x2.gt(x, both(0)), scale, scaledExp(alpha, negativePart(x), both(0)));
  }
  @inline
  near(x: v128): v128 {
    return above(x, -800);
  }
}

class CeluSlope {
  @inline
  at(x: v128): v128 {
    const part = negativePart(x);
    const t = div(part, alpha);
    return choose(f64x2.gt(x, both(0)), both(1), scaledExp(both(1), t, quotientLow(part, t)));
  }
  @inline
  near(x: v128): v128 {
    return above(div(x, alpha), -800);
  }
}

export function elu(p: usize, n: i32, a: f64): i32 {
  alpha = both(a);
  return eachLong<Elu>(p, n);
}
export function eluSlope(p: usize, n: i32, a: f64, right: f64): i32 {
  alpha = both(a);
  scale = both(right);
  return eachLong<EluSlope>(p, n);
}
export function selu(p: usize, n: i32, right: f64, a: f64, aLow: f64): i32 {
  alpha = both(a);
  alphaLow = both(aLow);
  scale = both(right);
  return eachLong<Selu>(p, n);
}
export function celu(p: usize, n: i32, a: f64): i32 {
  alpha = both(a);
  return eachLong<Celu>(p, n);
}
export function celuSlope(p: usize, n: i32, a: f64): i32 {
  alpha = both(a);
  return eachLong<CeluSlope>(p, n);
}
