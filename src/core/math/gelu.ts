import { DIP_END, dipped, dipTable } from './dip';
import { out, scaledExp } from './exp';
import { geluTail, tailProduct } from './normal';
import { DENSITY_HIGH, DENSITY_LOW } from './tables';
import { scaled } from './twofold';

let table: Float64Array = new Float64Array(0);
/** Up to here the table serves: 0 until it is filled. */
let near = 0;

/**
 * GELU with the error function, x Phi(x).
 *
 * @example geluOf(-8) // -4.9768e-15: 0.5 x (1 + erf(x / sqrt 2)) gives only 3 digits of it
 */
export function geluOf(x: number): number {
  return x < near && x > -near ? dipped(x, table) : geluFar(x);
}

/** The table of the dip, filled at the first call. */
export function geluDip(): Float64Array {
  if (near === 0) {
    table = dipTable(expand);
    near = DIP_END;
  }
  return table;
}

function geluFar(x: number): number {
  if (near === 0) {
    geluDip();
    return geluOf(x);
  }
  return geluTail(x);
}

/** a Q(a) about c, with Q the normal distribution's upper tail: Q' = -phi, and phi' = -a phi. */
function expand(c: number, g: Float64Array): number {
  const k = tailProduct(c);
  const high = scaled(out[0]!, k);
  const low = scaled(out[1]!, k);
  g[0] = high + low;
  let density = scaledExp(DENSITY_HIGH, -0.5 * c * c, DENSITY_LOW / DENSITY_HIGH);
  let before = 0;
  let tail = c === 0 ? 0.5 : g[0] / c;
  for (let n = 1; n < g.length; n++) {
    const next = -density / n;
    g[n] = c * next + tail;
    tail = next;
    // the density's coefficients: n phi_n = -c phi_(n-1) - phi_(n-2)
    [density, before] = [-(c * density + before) / n, density];
  }
  return high - g[0] + low;
}
