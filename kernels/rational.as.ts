import { each, eachLong, everywhere, within } from './each.as';
import { add, both, choose, div, mul, productError, sub, sumError } from './twofold.as';

/** Activations of products, quotients and roots, whose rounding errors are carried along: the records of src/core/activations. */

class HardSwish {
  @inline
  at(x: v128): v128 {
    const raised = add(x, both(3));
    const product = mul(x, raised);
    const error = add(productError(x, raised, product), mul(x, sumError(x, both(3), raised)));
    const curve = add(div(product, both(6)), div(error, both(6)));
    return choose(f64x2.le(x, both(-3)), both(0), choose(f64x2.ge(x, both(3)), x, curve));
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

class HardSwishSlope {
  @inline
  at(x: v128): v128 {
    const line = div(add(mul(both(2), x), both(3)), both(6));
    return choose(f64x2.le(x, both(-3)), both(0), choose(f64x2.ge(x, both(3)), both(1), line));
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

let alpha: v128 = i64x2(0, 0);
let beta: v128 = i64x2(0, 0);

class HardSigmoid {
  @inline
  at(x: v128): v128 {
    const product = mul(alpha, x);
    const ramp = add(product, beta);
    const lost = add(productError(alpha, x, product), sumError(product, beta, ramp));
    const inside = f64x2.min(f64x2.max(add(ramp, lost), both(0)), both(1));
    return choose(f64x2.gt(ramp, both(2)), both(1), choose(f64x2.lt(ramp, both(-1)), both(0), inside));
  }
  @inline
  near(x: v128): v128 {
    return within(x, 1e270);
  }
}

class HardSigmoidSlope {
  @inline
  at(x: v128): v128 {
    const product = mul(alpha, x);
    const ramp = add(product, beta);
    const lost = add(productError(alpha, x, product), sumError(product, beta, ramp));
    const far = v128.or(f64x2.gt(ramp, both(2)), f64x2.lt(ramp, both(-1)));
    const low = f64x2.le(add(ramp, lost), both(0));
    const high = f64x2.ge(add(sub(ramp, both(1)), lost), both(0));
    return choose(v128.or(far, v128.or(low, high)), both(0), alpha);
  }
  @inline
  near(x: v128): v128 {
    return within(x, 1e270);
  }
}

class Softsign {
  @inline
  at(x: v128): v128 {
    return div(x, add(both(1), f64x2.abs(x)));
  }
  @inline
  near(x: v128): v128 {
    return within(x, Infinity);
  }
}

class SoftsignSlope {
  @inline
  at(x: v128): v128 {
    const size = f64x2.abs(x);
    const base = add(both(1), size);
    const right = sub(both(1), sub(base, size));
    const left = sub(size, sub(base, both(1)));
    const lost = choose(f64x2.gt(size, both(1)), right, left);
    const square = mul(base, base);
    const inverse = div(both(1), square);
    const error = add(productError(base, base, square), mul(mul(both(2), base), lost));
    return sub(inverse, mul(mul(inverse, inverse), error));
  }
  @inline
  near(x: v128): v128 {
    return within(x, 1e18);
  }
}

let b: v128 = i64x2(0, 0);
let reach: v128 = i64x2(0, 0);

/** What the rounded root misses of sqrt(size^2 + b). */
@inline
function rootError(size: v128, square: v128, radicand: v128, root: v128): v128 {
  const radicandLow = add(sumError(square, b, radicand), productError(size, size, square));
  const rootSquare = mul(root, root);
  const residual = add(sub(sub(radicand, rootSquare), productError(root, root, rootSquare)), radicandLow);
  return div(residual, mul(both(2), root));
}

/** numerator / (high + low), low tiny beside high. */
@inline
function quotient(numerator: v128, high: v128, low: v128): v128 {
  const rounded = div(numerator, high);
  return sub(rounded, mul(rounded, div(low, high)));
}

class Squareplus {
  @inline
  at(x: v128): v128 {
    const size = f64x2.abs(x);
    const square = mul(size, size);
    const radicand = add(square, b);
    const root = f64x2.sqrt(radicand);
    const sum = add(root, size);
    const low = add(sumError(root, size, sum), rootError(size, square, radicand, root));
    const right = div(add(sum, low), both(2));
    return choose(f64x2.gt(x, both(0)), right, quotient(div(b, both(2)), sum, low));
  }
  @inline
  near(x: v128): v128 {
    return f64x2.lt(f64x2.abs(x), reach);
  }
}

class SquareplusSlope {
  @inline
  at(x: v128): v128 {
    const size = f64x2.abs(x);
    const square = mul(size, size);
    const radicand = add(square, b);
    const root = f64x2.sqrt(radicand);
    const rootLow = rootError(size, square, radicand, root);
    const sum = add(root, size);
    const sumLow = add(sumError(root, size, sum), rootLow);
    const right = add(quotient(div(sum, both(2)), root, rootLow), div(sumLow, mul(both(2), root)));
    const product = mul(root, sum);
    const error = add(add(productError(root, sum, product), mul(root, sumLow)), mul(sum, rootLow));
    return choose(f64x2.gt(x, both(0)), right, quotient(div(b, both(2)), product, error));
  }
  @inline
  near(x: v128): v128 {
    return f64x2.lt(f64x2.abs(x), reach);
  }
}

export function hardSwish(p: usize, n: i32): i32 {
  return each<HardSwish>(p, n);
}
export function hardSwishSlope(p: usize, n: i32): i32 {
  return each<HardSwishSlope>(p, n);
}
export function hardSigmoid(p: usize, n: i32, slope: f64, offset: f64): i32 {
  alpha = both(slope);
  beta = both(offset);
  return eachLong<HardSigmoid>(p, n);
}
export function hardSigmoidSlope(p: usize, n: i32, slope: f64, offset: f64): i32 {
  alpha = both(slope);
  beta = both(offset);
  return eachLong<HardSigmoidSlope>(p, n);
}
export function softsign(p: usize, n: i32): i32 {
  return each<Softsign>(p, n);
}
export function softsignSlope(p: usize, n: i32): i32 {
  return eachLong<SoftsignSlope>(p, n);
}
/** @param most below this size squares neither overflow nor hide b */
export function squareplus(p: usize, n: i32, offset: f64, most: f64): i32 {
  b = both(offset);
  reach = both(most);
  return eachLong<Squareplus>(p, n);
}
export function squareplusSlope(p: usize, n: i32, offset: f64, most: f64): i32 {
  b = both(offset);
  reach = both(most);
  return eachLong<SquareplusSlope>(p, n);
}
