import { each, everywhere } from './each.as';
import { add, both, choose, single, sub } from './twofold.as';

/** Rounding to float32, and to the narrower formats as src/core/precision/roundTo.ts does it. */

class ToFloat32 {
  @inline
  at(x: v128): v128 {
    return single(x);
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

/** The format: its smallest normal number's exponent and the distance to its last place, where a double has them. */
let smallest: v128 = i64x2(0, 0);
let shift: v128 = i64x2(0, 0);
let largest: v128 = i64x2(0, 0);
let beyond: v128 = i64x2(0, 0);
let overflow: v128 = i64x2(0, 0);

class ToNarrow {
  @inline
  at(x: v128): v128 {
    const sign = v128.and(x, i64x2.splat(0x8000000000000000));
    const exponent = i32x4.max_s(v128.and(x, i64x2.splat(0x7ff0000000000000)), smallest);
    // 1.5 2^52 units of the last place: its sum with x has no bits below that place
    const magic = v128.or(i64x2.add(exponent, shift), i64x2.splat(0x0008000000000000));
    const rounded = sub(add(x, magic), magic);
    const size = f64x2.abs(rounded);
    const over = v128.or(f64x2.ge(f64x2.abs(x), beyond), f64x2.gt(size, largest));
    return v128.or(sign, choose(over, overflow, size));
  }
  @inline
  near(_x: v128): v128 {
    return everywhere();
  }
}

export function roundToFloat32(p: usize, n: i32): i32 {
  return each<ToFloat32>(p, n);
}

/** @param infinity what numbers beyond the largest become: infinity, or NaN where the format has none */
export function roundToNarrow(p: usize, n: i32, minExponent: f64, fractionBits: f64, max: f64, infinity: f64): i32 {
  smallest = i64x2.splat((<i64>minExponent + 1023) << 52);
  shift = i64x2.splat((52 - <i64>fractionBits) << 52);
  largest = both(max);
  beyond = both(2 * max);
  overflow = both(infinity);
  return each<ToNarrow>(p, n);
}
