import { each, eachLong, within } from './each.as';
import { expNear, expOfNear, low } from './exp.as';
import { LOG1P, LOG1P_ROW } from './memory.as';
import { logistic } from './logistic.as';
import { add, both, choose, div, mul, productError, sub, sumError } from './twofold.as';

/** Softplus and log-sigmoid from a table of logarithms: `softplusOf` of src/core/math/smooth.ts, `log1pNear`. */

/** log(1 + e + eLow) for 0 <= e <= 1. Rows come in pairs of neighbours, which two shuffles turn into lanes. */
@inline
function log1p(e: v128, eLow: v128): v128 {
  const row = i32x4.trunc_sat_f64x2_s_zero(add(mul(e, both(128)), both(0.5)));
  // far numbers, whose result is not used, read somewhere in memory
  const inside = v128.and(row, i32x4.splat(255));
  const a = LOG1P + <usize>i32x4.extract_lane(inside, 0) * LOG1P_ROW;
  const b = LOG1P + <usize>i32x4.extract_lane(inside, 1) * LOG1P_ROW;
  const d = sub(e, mul(f64x2.convert_low_i32x4_s(row), both(1.0 / 128)));
  const d2 = mul(d, d);
  const a0 = v128.load(a);
  const b0 = v128.load(b);
  const a2 = v128.load(a, 16);
  const b2 = v128.load(b, 16);
  const a4 = v128.load(a, 32);
  const b4 = v128.load(b, 32);
  const a6 = v128.load(a, 48);
  const b6 = v128.load(b, 48);
  const t0 = v128.shuffle<i64>(a0, b0, 0, 2);
  const t1 = v128.shuffle<i64>(a0, b0, 1, 3);
  const t2 = v128.shuffle<i64>(a2, b2, 0, 2);
  const t3 = v128.shuffle<i64>(a2, b2, 1, 3);
  const t4 = v128.shuffle<i64>(a4, b4, 0, 2);
  const t5 = v128.shuffle<i64>(a4, b4, 1, 3);
  const t6 = v128.shuffle<i64>(a6, b6, 0, 2);
  const t7 = v128.shuffle<i64>(a6, b6, 1, 3);
  const t8 = v128.shuffle<i64>(v128.load(a, 64), v128.load(b, 64), 0, 2);
  const far = add(add(t5, mul(d, t6)), mul(d2, add(t7, mul(d, t8))));
  const rest = add(add(t3, mul(d, t4)), mul(d2, far));
  return add(t0, add(mul(d, t2), add(add(t1, mul(d2, rest)), mul(eLow, t2))));
}

let beta: v128 = i64x2(0, 0);
let threshold: v128 = i64x2(0, 0);

/** softplus with beta 1 */
@inline
function plain(x: v128): v128 {
  const e = expOfNear(f64x2.neg(f64x2.abs(x)));
  return add(v128.and(f64x2.gt(x, both(0)), x), log1p(e, low));
}

class Softplus {
  @inline
  at(x: v128): v128 {
    return choose(f64x2.gt(x, threshold), x, plain(x));
  }
  @inline
  near(x: v128): v128 {
    return within(x, 650);
  }
}

class LogSigmoid {
  @inline
  at(x: v128): v128 {
    return f64x2.neg(plain(f64x2.neg(x)));
  }
  @inline
  near(x: v128): v128 {
    return within(x, 650);
  }
}

class SoftplusOfBeta {
  @inline
  at(x: v128): v128 {
    const t = mul(beta, x);
    const positive = v128.and(f64x2.gt(t, both(0)), both(1));
    const tLow = productError(beta, x, t);
    const e = expNear(f64x2.neg(f64x2.abs(t)), mul(sub(both(1), mul(both(2), positive)), tLow));
    const high = log1p(e, low);
    const whole = mul(positive, x);
    const q = div(high, beta);
    const product = mul(q, beta);
    const qLow = div(sub(sub(high, product), productError(q, beta, product)), beta);
    const y = add(whole, q);
    const sum = add(y, add(sumError(whole, q, y), qLow));
    return choose(f64x2.gt(t, threshold), x, sum);
  }
  @inline
  near(x: v128): v128 {
    return within(mul(beta, x), 650);
  }
}

class SlopeOfBeta {
  @inline
  at(x: v128): v128 {
    const t = mul(beta, x);
    return choose(f64x2.gt(t, threshold), both(1), logistic(t, productError(beta, x, t)));
  }
  @inline
  near(x: v128): v128 {
    return within(mul(beta, x), 760);
  }
}

export function softplus(p: usize, n: i32, limit: f64): i32 {
  threshold = both(limit);
  return each<Softplus>(p, n);
}
export function softplusOfBeta(p: usize, n: i32, scale: f64, limit: f64): i32 {
  beta = both(scale);
  threshold = both(limit);
  return eachLong<SoftplusOfBeta>(p, n);
}
export function softplusSlopeOfBeta(p: usize, n: i32, scale: f64, limit: f64): i32 {
  beta = both(scale);
  threshold = both(limit);
  return eachLong<SlopeOfBeta>(p, n);
}
export function logSigmoid(p: usize, n: i32): i32 {
  return each<LogSigmoid>(p, n);
}
