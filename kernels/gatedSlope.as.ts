import { expParts, low, power } from './exp.as';
import { add, both, choose, div, mul, productError, scaled, sub, sumError } from './twofold.as';

/** s + w s (1 - s) with s = 1/(1 + e^-(t + tLow)) for |t| below 760: both signs, then the right one. */
@inline
export function gatedSlope(t: v128, tLow: v128, w: v128, wLow: v128): v128 {
  const negative = f64x2.lt(t, both(0));
  const h = expParts(f64x2.neg(f64x2.abs(t)), choose(negative, tLow, f64x2.neg(tLow)));
  const l = low;
  const k = power;
  const e = scaled(h, k);
  const eLow = scaled(l, k);
  const d = add(both(1), e);
  const dLow = add(add(sub(both(1), d), e), eLow);
  const s = mul(d, d);
  const sLow = add(productError(d, d, s), mul(mul(both(2), d), dLow));
  const we = mul(w, e);
  const weLow = add(add(productError(w, e, we), mul(w, eLow)), mul(wLow, e));
  const add2 = choose(negative, w, we);
  const add2Low = choose(negative, wLow, weLow);
  const n = add(d, add2);
  const nLow = add(add(sumError(d, add2, n), dLow), add2Low);
  const nh = mul(n, h);
  const nhLow = add(add(productError(n, h, nh), mul(n, l)), mul(nLow, h));
  const p = choose(negative, nh, n);
  const pLow = choose(negative, nhLow, nLow);
  const q = div(p, s);
  return scaled(add(q, div(sub(pLow, mul(q, sLow)), s)), v128.and(negative, k));
}
