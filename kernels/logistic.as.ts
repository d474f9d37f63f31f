import { expParts, low, power } from './exp.as';
import { add, both, choose, div, mul, scaled, sub } from './twofold.as';

/** 1/(1 + e^-(t + tLow)) for |t| below 760: both signs at once, since below 0 only the factor 2^k differs. */
@inline
export function logistic(t: v128, tLow: v128): v128 {
  const negative = f64x2.lt(t, both(0));
  const h = expParts(f64x2.neg(f64x2.abs(t)), choose(negative, tLow, f64x2.neg(tLow)));
  const l = low;
  const k = power;
  const e = scaled(h, k);
  const d = add(both(1), e);
  const dLow = add(add(sub(both(1), d), e), scaled(l, k));
  const q = div(choose(negative, h, both(1)), d);
  const rest = sub(v128.and(negative, l), mul(q, dLow));
  return scaled(add(q, div(rest, d)), v128.and(negative, k));
}
