import { expm1Parts, expParts, out } from './exp';
import { powerOfTwo } from './twofold';

/**
 * The natural logarithm, correctly rounded but for rare cases: the engine's own value corrected by one Newton step
 * whose residual x - e^y is known to about 2^-59.
 *
 * @example log(10) // 2.302585092994046
 */
export function log(x: number): number {
  const y = Math.log(x);
  if (y === 0 || y - y !== 0) return y;
  if (x > 0.5 && x < 2) return y + residue(x - 1, y) / x;
  const k = expParts(y, 0);
  // subnormal numbers have no exact quotient by so small a power of two
  if (k < -1000 || k > 1000) return y;
  return y + (x * powerOfTwo(-k) - out[0]! - out[1]!) / out[0]!;
}

/** ln(1 + x), as exact as `log`, without the cancellation near 0. */
export function log1p(x: number): number {
  const y = Math.log1p(x);
  if (y === 0 || y - y !== 0 || x > 1e16 || Math.abs(y) < 1e-290) return y;
  return y + residue(x, y) / (1 + x);
}

/** x - (e^y - 1), where both are nearly the same. */
function residue(x: number, y: number): number {
  expm1Parts(y, 0);
  return x - out[0]! - out[1]!;
}
