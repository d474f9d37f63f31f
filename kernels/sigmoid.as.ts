import { each, eachLong, within } from './each.as';
import { exp, expOfNear, expParts, low, power } from './exp.as';
import { logistic } from './logistic.as';
import { add, both, div, mul, productError, scaled, sub } from './twofold.as';

/** The exponential and the logistic function: `exp` and `sigmoidOf`, `logistic` and `logisticSlope` of src/core/math. */

class Exponential {
  @inline
  at(x: v128): v128 {
    return exp(x);
  }
  @inline
  near(x: v128): v128 {
    return within(x, 708);
  }
}

class Sigmoid {
  @inline
  at(t: v128): v128 {
    const negative = f64x2.lt(t, both(0));
    const e = expOfNear(f64x2.neg(f64x2.abs(t)));
    const eLow = low;
    const d = add(both(1), e);
    const q = div(v128.or(v128.and(e, negative), v128.andnot(both(1), negative)), d);
    const dLow = add(add(sub(both(1), d), e), eLow);
    const rest = sub(v128.and(negative, eLow), mul(q, dLow));
    return add(q, mul(rest, div(both(1), d)));
  }
  @inline
  near(t: v128): v128 {
    return within(t, 650);
  }
}

/** The derivative of softplus with beta 1. */
class Logistic {
  @inline
  at(t: v128): v128 {
    return logistic(t, both(0));
  }
  @inline
  near(t: v128): v128 {
    return within(t, 760);
  }
}

/** The derivative of log-sigmoid, 1/(1 + e^x). */
class MirroredLogistic {
  @inline
  at(x: v128): v128 {
    return logistic(f64x2.neg(x), both(0));
  }
  @inline
  near(x: v128): v128 {
    return within(x, 760);
  }
}

class SigmoidSlope {
  @inline
  at(t: v128): v128 {
    const h = expParts(f64x2.neg(f64x2.abs(t)), both(0));
    const l = low;
    const k = power;
    const e = scaled(h, k);
    const d = add(both(1), e);
    const dLow = add(add(sub(both(1), d), e), scaled(l, k));
    const s = mul(d, d);
    const sLow = add(productError(d, d, s), mul(mul(both(2), d), dLow));
    const q = div(h, s);
    return scaled(add(q, div(sub(l, mul(q, sLow)), s)), k);
  }
  @inline
  near(t: v128): v128 {
    return within(t, 760);
  }
}

export function exponential(p: usize, n: i32): i32 {
  return each<Exponential>(p, n);
}
export function sigmoid(p: usize, n: i32): i32 {
  return each<Sigmoid>(p, n);
}
export function sigmoidSlope(p: usize, n: i32): i32 {
  return eachLong<SigmoidSlope>(p, n);
}
export function softplusSlope(p: usize, n: i32): i32 {
  return eachLong<Logistic>(p, n);
}
export function logSigmoidSlope(p: usize, n: i32): i32 {
  return eachLong<MirroredLogistic>(p, n);
}
