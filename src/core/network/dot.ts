/**
 * Dot products as if computed in twice the precision and rounded once: the rounding error of every product and sum is
 * found without error (TwoProduct, TwoSum) and added at the end. Without it, a layer of a few hundred inputs loses two
 * or three digits where terms cancel.
 *
 * Source: Ogita, Rump, Oishi, "Accurate Sum and Dot Product", SIAM J. Sci. Comput. 26 (2005), algorithm 5.3 (Dot2).
 */

/** 2^27 + 1 splits a double into two halves of 26 bits (Veltkamp). */
const SPLITTER = 134217729;

/** A run of values in typed data: `data[start + k * step]` for k = 0, 1, ... */
export interface Strided {
  readonly data: Float64Array;
  readonly start: number;
  readonly step: number;
}

/**
 * `bias` + the sum over k < count of x_k y_k.
 *
 * Where a product or its splitting overflows, the plain sum is given: infinities and NaN come out as arithmetic has it.
 */
export function dot(x: Strided, y: Strided, count: number, bias = 0): number {
  const xData = x.data;
  const yData = y.data;
  let sum = bias;
  let plain = bias;
  let correction = 0;
  for (let k = 0; k < count; k++) {
    const a = xData[x.start + k * x.step]!;
    const b = yData[y.start + k * y.step]!;
    const product = a * b;
    const aWide = SPLITTER * a;
    const aHigh = aWide - (aWide - a);
    const aLow = a - aHigh;
    const bWide = SPLITTER * b;
    const bHigh = bWide - (bWide - b);
    const bLow = b - bHigh;
    const productError = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
    const next = sum + product;
    const back = next - sum;
    correction += sum - (next - back) + (product - back) + productError;
    sum = next;
    plain += product;
  }
  const exact = sum + correction;
  return Number.isFinite(exact) ? exact : plain;
}
