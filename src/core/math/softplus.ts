import { expParts, out } from './exp';
import { productError, scaled } from './twofold';

/** Beyond this e^-t is 0. */
const FAR = 760;

/** log(1 + e^(t + tLow)) for t <= 0 as (out[0] + out[1]) 2^k; gives k. Under e^t = 2^-60 it is e^t itself. */
function log1pExp(t: number, tLow: number): number {
  const k = expParts(t, tLow);
  if (k < -60) return k;
  const e = scaled(out[0]!, k);
  out[0] = Math.log1p(e);
  out[1] = scaled(out[1]!, k) / (1 + e);
  return 0;
}

/**
 * softplus of scale beta, log(1 + e^(beta x))/beta, with t = beta x to 106 bits.
 *
 * For t > 0 it is x + log(1 + e^-t)/beta.
 */
export function softplusFar(x: number, beta: number): number {
  const t = beta * x;
  if (!(t < FAR && t > -FAR)) return t >= FAR ? x : t <= -FAR ? 0 : NaN;
  const tLow = productError(beta, x, t);
  const k = t > 0 ? log1pExp(-t, -tLow) : log1pExp(t, tLow);
  const high = out[0]!;
  const q = high / beta;
  const p = q * beta;
  const qLow = (high - p - productError(q, beta, p) + out[1]!) / beta;
  if (t <= 0) return scaled(q + qLow, k);
  const add = scaled(q, k);
  const y = x + add;
  const low = Math.abs(x) > Math.abs(add) ? x - y + add : add - y + x;
  return y + (low + scaled(qLow, k));
}
