import { each, everywhere } from './each.as';
import { add, both, choose, div, mul, sub } from './twofold.as';

/** Activations made of straight pieces: the records of src/core/activations. NaN passes through all of them. */

let a: v128 = i64x2(0, 0);
let b: v128 = i64x2(0, 0);

/** `inside` in the lanes of the mask, `outside` in the others, and NaN where x is NaN. */
@inline
function pieces(x: v128, mask: v128, inside: v128, outside: v128): v128 {
  return choose(f64x2.eq(x, x), choose(mask, inside, outside), x);
}

/** x above 0, else +0. */
@inline
function positive(x: v128): v128 {
  return add(f64x2.pmax(x, both(0)), both(0));
}

class Relu {
  @inline
  at(x: v128): v128 {
    return positive(x);
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

/** The derivative of ReLU, which is the step. */
class Step {
  @inline
  at(x: v128): v128 {
    return pieces(x, f64x2.gt(x, both(0)), both(1), both(0));
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

class Relu6 {
  @inline
  at(x: v128): v128 {
    return f64x2.pmin(positive(x), both(6));
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

class SquaredRelu {
  @inline
  at(x: v128): v128 {
    const y = positive(x);
    return mul(y, y);
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

class SquaredReluSlope {
  @inline
  at(x: v128): v128 {
    return mul(both(2), positive(x));
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

/** x above 0, a x below; a is not 0. */
class Sloped {
  @inline
  at(x: v128): v128 {
    return choose(f64x2.gt(x, both(0)), x, mul(a, x));
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

class SlopedSlope {
  @inline
  at(x: v128): v128 {
    return pieces(x, f64x2.gt(x, both(0)), both(1), a);
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

/** x between a and b. */
class Clip {
  @inline
  at(x: v128): v128 {
    return f64x2.min(f64x2.max(x, a), b);
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

/** 1 between a and b, else 0. */
class ClipSlope {
  @inline
  at(x: v128): v128 {
    return pieces(x, v128.and(f64x2.gt(x, a), f64x2.lt(x, b)), both(1), both(0));
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

/** Ones in the lanes beyond -a and a. */
@inline
function beyond(x: v128): v128 {
  return v128.or(f64x2.gt(x, a), f64x2.lt(x, f64x2.neg(a)));
}

class HardShrink {
  @inline
  at(x: v128): v128 {
    return pieces(x, beyond(x), x, both(0));
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

class ShrinkSlope {
  @inline
  at(x: v128): v128 {
    return pieces(x, beyond(x), both(1), both(0));
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

class SoftShrink {
  @inline
  at(x: v128): v128 {
    const left = choose(f64x2.lt(x, f64x2.neg(a)), add(x, a), both(0));
    return pieces(x, f64x2.gt(x, a), sub(x, a), left);
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

/** x above a, else b. */
class Threshold {
  @inline
  at(x: v128): v128 {
    return pieces(x, f64x2.gt(x, a), x, b);
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

class ThresholdSlope {
  @inline
  at(x: v128): v128 {
    return pieces(x, f64x2.gt(x, a), both(1), both(0));
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

/** (x + 1)/2 between 0 and 1; the derivative of Sparseplus too. */
class SparseSigmoid {
  @inline
  at(x: v128): v128 {
    return f64x2.pmin(f64x2.pmax(div(add(x, both(1)), both(2)), both(0)), both(1));
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

class SparseSigmoidSlope {
  @inline
  at(x: v128): v128 {
    return pieces(x, f64x2.lt(f64x2.abs(x), both(1)), both(0.5), both(0));
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

class SparsePlus {
  @inline
  at(x: v128): v128 {
    const raised = add(x, both(1));
    const lost = sub(x, sub(raised, both(1)));
    const curve = div(add(mul(raised, raised), mul(mul(both(2), raised), lost)), both(4));
    return choose(f64x2.le(x, both(-1)), both(0), choose(f64x2.ge(x, both(1)), x, curve));
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

export function relu(p: usize, n: i32): i32 {
  return each<Relu>(p, n);
}
export function step(p: usize, n: i32): i32 {
  return each<Step>(p, n);
}
export function relu6(p: usize, n: i32): i32 {
  return each<Relu6>(p, n);
}
export function squaredRelu(p: usize, n: i32): i32 {
  return each<SquaredRelu>(p, n);
}
export function squaredReluSlope(p: usize, n: i32): i32 {
  return each<SquaredReluSlope>(p, n);
}
export function sloped(p: usize, n: i32, slope: f64): i32 {
  a = both(slope);
  return each<Sloped>(p, n);
}
export function slopedSlope(p: usize, n: i32, slope: f64): i32 {
  a = both(slope);
  return each<SlopedSlope>(p, n);
}
export function clip(p: usize, n: i32, low: f64, high: f64): i32 {
  a = both(low);
  b = both(high);
  return each<Clip>(p, n);
}
export function clipSlope(p: usize, n: i32, low: f64, high: f64): i32 {
  a = both(low);
  b = both(high);
  return each<ClipSlope>(p, n);
}
export function hardShrink(p: usize, n: i32, lambda: f64): i32 {
  a = both(lambda);
  return each<HardShrink>(p, n);
}
export function softshrink(p: usize, n: i32, lambda: f64): i32 {
  a = both(lambda);
  return each<SoftShrink>(p, n);
}
export function shrinkSlope(p: usize, n: i32, lambda: f64): i32 {
  a = both(lambda);
  return each<ShrinkSlope>(p, n);
}
export function threshold(p: usize, n: i32, limit: f64, value: f64): i32 {
  a = both(limit);
  b = both(value);
  return each<Threshold>(p, n);
}
export function thresholdSlope(p: usize, n: i32, limit: f64): i32 {
  a = both(limit);
  return each<ThresholdSlope>(p, n);
}
export function sparseSigmoid(p: usize, n: i32): i32 {
  return each<SparseSigmoid>(p, n);
}
export function sparseSigmoidSlope(p: usize, n: i32): i32 {
  return each<SparseSigmoidSlope>(p, n);
}
export function sparsePlus(p: usize, n: i32): i32 {
  return each<SparsePlus>(p, n);
}
