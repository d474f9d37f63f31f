import { log } from '../../math/log';
import { Mt19937 } from './mt19937';
import { wordsOf } from './seedSequence';

/**
 * Python's own `random.Random`, seeded with a whole number: the same Mersenne Twister as NumPy's, other ways of
 * drawing from it.
 *
 * Source: the documentation and observed behaviour of CPython 3.11.
 */
export class PythonRandom {
  private bits: Mt19937;
  private kept: number | undefined;

  constructor(seed: bigint) {
    this.bits = Mt19937.fromKey(wordsOf(seed < 0n ? -seed : seed));
  }

  seed(seed: bigint): void {
    this.bits = Mt19937.fromKey(wordsOf(seed < 0n ? -seed : seed));
    this.kept = undefined;
  }

  random(): number {
    return this.bits.nextDouble();
  }

  uniform(a: number, b: number): number {
    return a + (b - a) * this.random();
  }

  /** `count` random bits as a whole number. */
  bitsOf(count: number): bigint {
    let value = 0n;
    for (let done = 0; done < count; done += 32) {
      const left = count - done;
      const word = left >= 32 ? this.bits.next32() : this.bits.next32() >>> (32 - left);
      value |= BigInt(word) << BigInt(done);
    }
    return value;
  }

  /** Uniform in 0 .. n - 1. */
  below(n: bigint): bigint {
    const count = n.toString(2).length;
    for (;;) {
      const value = this.bitsOf(count);
      if (value < n) return value;
    }
  }

  index(n: number): number {
    return Number(this.below(BigInt(n)));
  }

  /** Puts the items of the list into random order, in place. */
  shuffle(items: unknown[]): void {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.index(i + 1);
      [items[i], items[j]] = [items[j], items[i]];
    }
  }

  /** `k` different items, in the order drawn. */
  sample<T>(items: readonly T[], k: number): T[] {
    const n = items.length;
    // a set of k takes this much room: beyond it a copy of the list is cheaper
    const room = k > 5 ? 21 + 4 ** Math.ceil(Math.log(k * 3) / Math.log(4)) : 21;
    const drawn: T[] = [];
    if (n <= room) {
      const pool = [...items];
      for (let i = 0; i < k; i++) {
        const j = this.index(n - i);
        drawn.push(pool[j]!);
        pool[j] = pool[n - i - 1]!;
      }
      return drawn;
    }
    const seen = new Set<number>();
    while (drawn.length < k) {
      const j = this.index(n);
      if (seen.has(j)) continue;
      seen.add(j);
      drawn.push(items[j]!);
    }
    return drawn;
  }

  /** An index below the length of the running sums of weights. */
  weighted(sums: readonly number[]): number {
    const at = this.random() * (sums[sums.length - 1]! + 0);
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at < sums[middle]!) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Box and Muller; the second of each pair is kept. */
  gauss(mean: number, deviation: number): number {
    let z = this.kept;
    this.kept = undefined;
    if (z === undefined) {
      const angle = this.random() * 2 * Math.PI;
      const radius = Math.sqrt(-2 * log(1 - this.random()));
      z = Math.cos(angle) * radius;
      this.kept = Math.sin(angle) * radius;
    }
    return mean + z * deviation;
  }

  /** Kinderman and Monahan, "Computer generation of random variables using the ratio of uniform deviates", 1977. */
  normalvariate(mean: number, deviation: number): number {
    const magic = (4 * Math.exp(-0.5)) / Math.sqrt(2);
    for (;;) {
      const u = this.random();
      const v = 1 - this.random();
      const z = (magic * (u - 0.5)) / v;
      if ((z * z) / 4 <= -log(v)) return mean + z * deviation;
    }
  }

  expovariate(rate: number): number {
    return -log(1 - this.random()) / rate;
  }

  triangular(low: number, high: number, mode: number | undefined): number {
    let u = this.random();
    let c = mode === undefined ? 0.5 : (mode - low) / (high - low);
    let [from, to] = [low, high];
    if (u > c) {
      u = 1 - u;
      c = 1 - c;
      [from, to] = [to, from];
    }
    return from + (to - from) * Math.sqrt(u * c);
  }
}
