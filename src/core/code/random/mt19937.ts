import type { BitSource } from './bits';

const LENGTH = 624;
const MIDDLE = 397;

/**
 * The Mersenne Twister with a period of 2^19937 - 1: what `np.random.seed`, `RandomState` and Python's `random` use.
 *
 * Source: Matsumoto and Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998).
 */
export class Mt19937 implements BitSource {
  private readonly state = new Uint32Array(LENGTH);
  private index = LENGTH;

  /** From one number of 32 bits, as `np.random.seed(number)`. */
  static fromNumber(seed: number): Mt19937 {
    const source = new Mt19937();
    source.fill(seed);
    return source;
  }

  /** From several numbers of 32 bits, as `np.random.seed([a, b])` and Python's `random.seed(number)`. */
  static fromKey(key: readonly number[]): Mt19937 {
    const source = new Mt19937();
    source.fill(19650218);
    const { state } = source;
    let i = 1;
    const step = (factor: number, add: (i: number) => number) => {
      const before = state[i - 1]!;
      state[i] = (state[i]! ^ Math.imul(before ^ (before >>> 30), factor)) + add(i);
      i++;
      if (i < LENGTH) return;
      state[0] = state[LENGTH - 1]!;
      i = 1;
    };
    for (let k = 0, j = 0; k < Math.max(LENGTH, key.length); k++) {
      const at = j;
      step(1664525, () => key[at]! + at);
      j = (j + 1) % key.length;
    }
    for (let k = 0; k < LENGTH - 1; k++) step(1566083941, (index) => -index);
    state[0] = 0x80000000;
    return source;
  }

  /** From a whole state, as NumPy's `MT19937(seed)` fills it: the last word is the first to be drawn. */
  static fromWords(words: readonly number[]): Mt19937 {
    const source = new Mt19937();
    source.state.set(words);
    source.state[0] = 0x80000000;
    source.index = LENGTH - 1;
    return source;
  }

  next32(): number {
    if (this.index === LENGTH) this.twist();
    let y = this.state[this.index++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  next64(): bigint {
    const high = this.next32();
    return (BigInt(high) << 32n) | BigInt(this.next32());
  }

  nextDouble(): number {
    const high = this.next32() >>> 5;
    return (high * 67108864 + (this.next32() >>> 6)) / 9007199254740992;
  }

  private fill(seed: number): void {
    const { state } = this;
    state[0] = seed;
    for (let i = 1; i < LENGTH; i++) {
      const before = state[i - 1]!;
      state[i] = Math.imul(1812433253, before ^ (before >>> 30)) + i;
    }
    this.index = LENGTH;
  }

  private twist(): void {
    const { state } = this;
    for (let i = 0; i < LENGTH; i++) {
      const y = (state[i]! & 0x80000000) | (state[(i + 1) % LENGTH]! & 0x7fffffff);
      state[i] = state[(i + MIDDLE) % LENGTH]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.index = 0;
  }
}
