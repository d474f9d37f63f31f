import { add, both, mul, sub } from './twofold.as';

/**
 * Statistics piece by piece: src/core/summary/counts.ts and moments.ts. Pieces are filled up with NaN to whole turns of
 * 4 numbers: counted as such, and callers know how many there are.
 */

/** Whole numbers in both lanes together. */
@inline
function together(count: v128): f64 {
  return <f64>(i64x2.extract_lane(count, 0) + i64x2.extract_lane(count, 1));
}

/**
 * Of n numbers at p the smallest and the largest, NaN passed over, and how many are NaN, not finite, negative, 0, and
 * smaller than `smallest`: 7 numbers to q.
 */
export function count(p: usize, q: usize, n: i32, smallest: f64): void {
  const end = p + (<usize>n << 3);
  let low = both(Infinity);
  let high = both(-Infinity);
  let nan = i64x2(0, 0);
  let finite = i64x2(0, 0);
  let negative = i64x2(0, 0);
  let zero = i64x2(0, 0);
  let small = i64x2(0, 0);
  const all = ((end - p + 31) >> 5) << 2;
  while (p < end) {
    for (let i = 0; i < 2; i++) {
      const x = v128.load(p);
      const size = f64x2.abs(x);
      low = f64x2.pmin(low, x);
      high = f64x2.pmax(high, x);
      nan = i64x2.sub(nan, f64x2.ne(x, x));
      finite = i64x2.sub(finite, f64x2.lt(size, both(Infinity)));
      negative = i64x2.sub(negative, f64x2.lt(x, both(0)));
      zero = i64x2.sub(zero, f64x2.eq(x, both(0)));
      small = i64x2.sub(small, f64x2.lt(size, both(smallest)));
      p += 16;
    }
  }
  store<f64>(q, min(f64x2.extract_lane(low, 0), f64x2.extract_lane(low, 1)));
  store<f64>(q, max(f64x2.extract_lane(high, 0), f64x2.extract_lane(high, 1)), 8);
  store<f64>(q, together(nan), 16);
  store<f64>(q, <f64>all - together(finite), 24);
  store<f64>(q, together(negative), 32);
  store<f64>(q, together(zero), 40);
  store<f64>(q, together(small), 48);
}

/** What a sum lost, next = sum + x (Knuth). */
@inline
function lost(sum: v128, x: v128, next: v128): v128 {
  const added = sub(next, sum);
  return add(sub(sum, sub(next, added)), sub(x, added));
}

/** x where it is finite, else 0. */
@inline
function finitePart(x: v128): v128 {
  return v128.and(x, f64x2.lt(f64x2.abs(x), both(Infinity)));
}

/** The sums of the finite numbers times `down`, of their sizes and squares, by four and with what they lost: 24 numbers at q. */
export function moments(p: usize, q: usize, n: i32, down: f64): void {
  const end = p + (<usize>n << 3);
  let s0 = v128.load(q);
  let s1 = v128.load(q, 16);
  let t0 = v128.load(q, 32);
  let t1 = v128.load(q, 48);
  let a0 = v128.load(q, 64);
  let a1 = v128.load(q, 80);
  let b0 = v128.load(q, 96);
  let b1 = v128.load(q, 112);
  let c0 = v128.load(q, 128);
  let c1 = v128.load(q, 144);
  let d0 = v128.load(q, 160);
  let d1 = v128.load(q, 176);
  while (p < end) {
    const x = finitePart(mul(v128.load(p), both(down)));
    const y = finitePart(mul(v128.load(p, 16), both(down)));
    const x1 = add(s0, x);
    const y1 = add(s1, y);
    t0 = add(t0, lost(s0, x, x1));
    t1 = add(t1, lost(s1, y, y1));
    s0 = x1;
    s1 = y1;
    const xSize = f64x2.abs(x);
    const ySize = f64x2.abs(y);
    const x2 = add(a0, xSize);
    const y2 = add(a1, ySize);
    b0 = add(b0, lost(a0, xSize, x2));
    b1 = add(b1, lost(a1, ySize, y2));
    a0 = x2;
    a1 = y2;
    const xSquare = mul(x, x);
    const ySquare = mul(y, y);
    const x3 = add(c0, xSquare);
    const y3 = add(c1, ySquare);
    d0 = add(d0, lost(c0, xSquare, x3));
    d1 = add(d1, lost(c1, ySquare, y3));
    c0 = x3;
    c1 = y3;
    p += 32;
  }
  v128.store(q, s0);
  v128.store(q, s1, 16);
  v128.store(q, t0, 32);
  v128.store(q, t1, 48);
  v128.store(q, a0, 64);
  v128.store(q, a1, 80);
  v128.store(q, b0, 96);
  v128.store(q, b1, 112);
  v128.store(q, c0, 128);
  v128.store(q, c1, 144);
  v128.store(q, d0, 160);
  v128.store(q, d1, 176);
}

/** The sums of squared distances to the mean and of the distances themselves, by four: 8 numbers at q. */
export function distances(p: usize, q: usize, n: i32, down: f64, mean: f64): void {
  const end = p + (<usize>n << 3);
  let s0 = v128.load(q);
  let s1 = v128.load(q, 16);
  let d0 = v128.load(q, 32);
  let d1 = v128.load(q, 48);
  while (p < end) {
    const x = finitePart(sub(mul(v128.load(p), both(down)), both(mean)));
    const y = finitePart(sub(mul(v128.load(p, 16), both(down)), both(mean)));
    s0 = add(s0, mul(x, x));
    s1 = add(s1, mul(y, y));
    d0 = add(d0, x);
    d1 = add(d1, y);
    p += 32;
  }
  v128.store(q, s0);
  v128.store(q, s1, 16);
  v128.store(q, d0, 32);
  v128.store(q, d1, 48);
}
