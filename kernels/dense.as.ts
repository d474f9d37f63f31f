import { add, both, choose, mul, sub } from './twofold.as';

/**
 * Compensated dot products of rows with four columns at a time: src/core/network/dot.ts for each column, so that no sum
 * changes its order.
 */

/** 2^27 + 1 splits a double into two halves of 26 bits (Veltkamp). */
const SPLITTER: f64 = 134217729;

/** The upper half of each number. */
@inline
function upper(x: v128): v128 {
  const wide = mul(both(SPLITTER), x);
  return sub(wide, sub(wide, x));
}

/** The sums of two columns, kept in memory beside the loop's own variables. */
@inline
function rounded(sum: v128, correction: v128, plain: v128): v128 {
  const exact = add(sum, correction);
  return choose(f64x2.lt(f64x2.abs(exact), both(Infinity)), exact, plain);
}

@inline
function lost(a: v128, aHigh: v128, aLow: v128, b: v128, product: v128): v128 {
  const bHigh = upper(b);
  const bLow = sub(b, bHigh);
  const rest = sub(sub(sub(product, mul(aHigh, bHigh)), mul(aLow, bHigh)), mul(aHigh, bLow));
  return sub(mul(aLow, bLow), rest);
}

/**
 * @param x rows of `count` numbers, one after the other
 * @param w `count` groups of 4 numbers, one of each column
 * @param bias the 4 columns' biases
 * @param q where the results go, 4 for each row
 */
export function dense(x: usize, w: usize, bias: usize, q: usize, rows: i32, count: i32): void {
  for (let row = 0; row < rows; row++) {
    let s0 = v128.load(bias);
    let s1 = v128.load(bias, 16);
    let p0 = s0;
    let p1 = s1;
    let c0 = i64x2(0, 0);
    let c1 = i64x2(0, 0);
    let at = w;
    for (let k = 0; k < count; k++) {
      const a = v128.load64_splat(x);
      const aHigh = upper(a);
      const aLow = sub(a, aHigh);
      const b0 = v128.load(at);
      const b1 = v128.load(at, 16);
      const m0 = mul(a, b0);
      const m1 = mul(a, b1);
      const n0 = add(s0, m0);
      const n1 = add(s1, m1);
      const back0 = sub(n0, s0);
      const back1 = sub(n1, s1);
      const e0 = add(add(sub(s0, sub(n0, back0)), sub(m0, back0)), lost(a, aHigh, aLow, b0, m0));
      const e1 = add(add(sub(s1, sub(n1, back1)), sub(m1, back1)), lost(a, aHigh, aLow, b1, m1));
      c0 = add(c0, e0);
      c1 = add(c1, e1);
      s0 = n0;
      s1 = n1;
      p0 = add(p0, m0);
      p1 = add(p1, m1);
      x += 8;
      at += 32;
    }
    v128.store(q, rounded(s0, c0, p0));
    v128.store(q, rounded(s1, c1, p1), 16);
    q += 32;
  }
}
