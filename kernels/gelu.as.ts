import { each, eachLong, within } from './each.as';
import { expParts, low, power } from './exp.as';
import { gatedSlope } from './gatedSlope.as';
import { DIP_ROW, GELU_DIP, GELU_TANH_DIP, TAIL, TAIL_ROW } from './memory.as';
import { add, both, choose, mul, productError, scaled, sub, sumError } from './twofold.as';

/** GELU and its tanh approximation from tables of their dips: `dipped` of src/core/math/dip.ts; and their slopes. */

/** f(x) for |x| below 8. Rows come in pairs of neighbours, which two shuffles turn into lanes. */
@inline
function dipped(x: v128, table: usize): v128 {
  const size = f64x2.abs(x);
  const row = i32x4.trunc_sat_f64x2_s_zero(add(mul(size, both(32)), both(0.5)));
  // beyond the table, where the result is not used, the last row is read
  const inside = i32x4.min_s(row, i32x4.splat(256));
  const a = table + <usize>i32x4.extract_lane(inside, 0) * DIP_ROW;
  const b = table + <usize>i32x4.extract_lane(inside, 1) * DIP_ROW;
  const d = sub(size, mul(f64x2.convert_low_i32x4_s(row), both(1.0 / 32)));
  const d2 = mul(d, d);
  const d4 = mul(d2, d2);
  const a10 = v128.load(a, 80);
  const b10 = v128.load(b, 80);
  const a12 = v128.load(a, 96);
  const b12 = v128.load(b, 96);
  const a14 = v128.load(a, 112);
  const b14 = v128.load(b, 112);
  const far10 = add(v128.shuffle<i64>(a10, b10, 0, 2), mul(d, v128.shuffle<i64>(a10, b10, 1, 3)));
  const far12 = add(v128.shuffle<i64>(a12, b12, 0, 2), mul(d, v128.shuffle<i64>(a12, b12, 1, 3)));
  const far14 = add(v128.shuffle<i64>(a14, b14, 0, 2), mul(d, v128.shuffle<i64>(a14, b14, 1, 3)));
  const far = add(add(far10, mul(d2, far12)), mul(d4, far14));
  const a6 = v128.load(a, 48);
  const b6 = v128.load(b, 48);
  const a8 = v128.load(a, 64);
  const b8 = v128.load(b, 64);
  const near6 = add(v128.shuffle<i64>(a6, b6, 0, 2), mul(d, v128.shuffle<i64>(a6, b6, 1, 3)));
  const near8 = add(v128.shuffle<i64>(a8, b8, 0, 2), mul(d, v128.shuffle<i64>(a8, b8, 1, 3)));
  const near = add(add(near6, mul(d2, near8)), mul(d4, far));
  const a2 = v128.load(a, 16);
  const b2 = v128.load(b, 16);
  const a4 = v128.load(a, 32);
  const b4 = v128.load(b, 32);
  const slope2 = add(v128.shuffle<i64>(a2, b2, 0, 2), mul(d, v128.shuffle<i64>(a2, b2, 1, 3)));
  const slope4 = add(v128.shuffle<i64>(a4, b4, 0, 2), mul(d, v128.shuffle<i64>(a4, b4, 1, 3)));
  const slope = add(add(slope2, mul(d2, slope4)), mul(d4, near));
  const a0 = v128.load(a);
  const b0 = v128.load(b);
  const g = v128.shuffle<i64>(a0, b0, 0, 2);
  const rest = add(v128.shuffle<i64>(a0, b0, 1, 3), mul(d, slope));
  const y = sub(x, g);
  const right = add(y, sub(sub(sub(x, y), g), rest));
  return choose(f64x2.lt(x, both(0)), f64x2.neg(add(g, rest)), right);
}

class Gelu {
  @inline
  at(x: v128): v128 {
    return dipped(x, GELU_DIP);
  }
  @inline
  near(x: v128): v128 {
    return within(x, 8);
  }
}

class GeluTanh {
  @inline
  at(x: v128): v128 {
    return dipped(x, GELU_TANH_DIP);
  }
  @inline
  near(x: v128): v128 {
    return within(x, 8);
  }
}

/** The row of Mills' ratio for one number: 8 of 1/16 up to 1/2, then 8 in each power of two. */
@inline
function tailRow(a: f64): usize {
  const beyond = <i32>(reinterpret<i64>(a) >> 49) - (1022 << 3) + 8;
  const row = a < 0.5 ? <i32>(a * 16) : beyond;
  return TAIL + <usize>min(row, 57) * TAIL_ROW;
}

let ratioLow: v128 = i64x2(0, 0);

/** R(a) = the result + `ratioLow` for 0 <= a < 40. */
@inline
function ratio(size: v128): v128 {
  const a = tailRow(f64x2.extract_lane(size, 0));
  const b = tailRow(f64x2.extract_lane(size, 1));
  const a0 = v128.load(a);
  const b0 = v128.load(b);
  const a2 = v128.load(a, 16);
  const b2 = v128.load(b, 16);
  const a4 = v128.load(a, 32);
  const b4 = v128.load(b, 32);
  const a6 = v128.load(a, 48);
  const b6 = v128.load(b, 48);
  const a8 = v128.load(a, 64);
  const b8 = v128.load(b, 64);
  const a10 = v128.load(a, 80);
  const b10 = v128.load(b, 80);
  const a12 = v128.load(a, 96);
  const b12 = v128.load(b, 96);
  const d = sub(size, v128.shuffle<i64>(a0, b0, 0, 2));
  const d2 = mul(d, d);
  const d4 = mul(d2, d2);
  const t14 = v128.shuffle<i64>(v128.load(a, 112), v128.load(b, 112), 0, 2);
  const p3 = add(v128.shuffle<i64>(a2, b2, 1, 3), mul(d, v128.shuffle<i64>(a4, b4, 0, 2)));
  const p5 = add(v128.shuffle<i64>(a4, b4, 1, 3), mul(d, v128.shuffle<i64>(a6, b6, 0, 2)));
  const p7 = add(v128.shuffle<i64>(a6, b6, 1, 3), mul(d, v128.shuffle<i64>(a8, b8, 0, 2)));
  const p9 = add(v128.shuffle<i64>(a8, b8, 1, 3), mul(d, v128.shuffle<i64>(a10, b10, 0, 2)));
  const p11 = add(v128.shuffle<i64>(a10, b10, 1, 3), mul(d, v128.shuffle<i64>(a12, b12, 0, 2)));
  const p13 = add(v128.shuffle<i64>(a12, b12, 1, 3), mul(d, t14));
  const middle = add(add(p3, mul(d2, p5)), mul(d4, add(p7, mul(d2, p9))));
  const p = add(middle, mul(mul(d4, d4), add(p11, mul(d2, p13))));
  const high = v128.shuffle<i64>(a0, b0, 1, 3);
  const rest = add(v128.shuffle<i64>(a2, b2, 0, 2), mul(d, p));
  const sum = add(high, rest);
  ratioLow = add(sub(high, sum), rest);
  return sum;
}

const DENSITY_HIGH: f64 = 0.3989422804014327;
const DENSITY_LOW: f64 = -2.49232720227773e-17;

class GeluSlope {
  @inline
  at(x: v128): v128 {
    const a = f64x2.abs(x);
    const square = mul(a, a);
    const e = expParts(mul(both(-0.5), square), mul(both(-0.5), productError(a, a, square)));
    const eLow = low;
    const k = power;
    const r = ratio(a);
    const density = mul(a, both(DENSITY_HIGH));
    const densityLow = add(productError(a, both(DENSITY_HIGH), density), mul(a, both(DENSITY_LOW)));
    const n = sub(r, density);
    const nLow = sub(add(sumError(r, f64x2.neg(density), n), ratioLow), densityLow);
    const v = mul(e, n);
    const vLow = add(add(productError(e, n, v), mul(e, nLow)), mul(eLow, n));
    const left = scaled(add(v, vLow), k);
    const high = scaled(v, k);
    const y = sub(both(1), high);
    const right = add(y, sub(sumError(both(1), f64x2.neg(high), y), scaled(vLow, k)));
    return choose(f64x2.lt(x, both(0)), left, right);
  }
  @inline
  near(x: v128): v128 {
    return within(x, 38.7);
  }
}

const LINEAR_HIGH: f64 = 1.5957691216057308;
const LINEAR_LOW: f64 = -9.96930880911092e-17;
const CUBIC_HIGH: f64 = 0.07135481627260025;
const CUBIC_LOW: f64 = -6.175149918155315e-19;

let polynomialLow: v128 = i64x2(0, 0);

/** x (c1 + c x^2) = the result + `polynomialLow`, with c = cHigh + cLow. */
@inline
function polynomial(x: v128, square: v128, squareLow: v128, cHigh: f64, cLow: f64): v128 {
  const c = both(cHigh);
  const p = mul(c, square);
  const pLow = add(add(productError(c, square, p), mul(c, squareLow)), mul(both(cLow), square));
  const sum = add(both(LINEAR_HIGH), p);
  const sumLow = add(add(sumError(both(LINEAR_HIGH), p, sum), both(LINEAR_LOW)), pLow);
  const t = mul(x, sum);
  polynomialLow = add(productError(x, sum, t), mul(x, sumLow));
  return t;
}

/** 3 c3, and what rounding it leaves out together with 3 times c3's own rest, as the reference computes them. */
let tripleHigh: f64 = 0;
let tripleLow: f64 = 0;

class GeluTanhSlope {
  @inline
  at(x: v128): v128 {
    const square = mul(x, x);
    const squareLow = productError(x, x, square);
    const w = polynomial(x, square, squareLow, tripleHigh, tripleLow);
    const wLow = polynomialLow;
    const t = polynomial(x, square, squareLow, CUBIC_HIGH, CUBIC_LOW);
    return gatedSlope(t, polynomialLow, w, wLow);
  }
  @inline
  near(x: v128): v128 {
    // at 20 the polynomial is 603, within what gatedSlope takes
    return within(x, 20);
  }
}

export function gelu(p: usize, n: i32): i32 {
  return each<Gelu>(p, n);
}
export function geluTanh(p: usize, n: i32): i32 {
  return each<GeluTanh>(p, n);
}
export function geluSlope(p: usize, n: i32): i32 {
  return eachLong<GeluSlope>(p, n);
}
export function geluTanhSlope(p: usize, n: i32): i32 {
  tripleHigh = 3 * CUBIC_HIGH;
  const three = both(3);
  const error = productError(three, both(CUBIC_HIGH), both(tripleHigh));
  tripleLow = f64x2.extract_lane(error, 0) + 3 * CUBIC_LOW;
  return eachLong<GeluTanhSlope>(p, n);
}
