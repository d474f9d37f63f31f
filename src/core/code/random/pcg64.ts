import type { BitSource } from './bits';
import { seedSequence } from './seedSequence';

const FACTOR = 0x2360ed051fc65da44385df649fccf645n;
const ALL_64 = 0xffffffffffffffffn;

/**
 * A permuted congruential generator of 128 bits (XSL RR): what `np.random.default_rng` uses.
 *
 * Source: O'Neill, "PCG: a family of simple fast space-efficient statistically good algorithms for random number
 * generation", 2014.
 */
export class Pcg64 implements BitSource {
  private state = 0n;
  private readonly step: bigint;
  /** the upper half of the last 64 bits, kept for the next 32 */
  private kept: number | undefined;

  /** @param entropy the seed's words of 32 bits, lowest first */
  constructor(entropy: readonly number[]) {
    const [high, low, stepHigh, stepLow] = seedSequence(entropy, 4) as [bigint, bigint, bigint, bigint];
    this.step = BigInt.asUintN(128, (((stepHigh << 64n) | stepLow) << 1n) | 1n);
    this.advance();
    this.state = BigInt.asUintN(128, this.state + ((high << 64n) | low));
    this.advance();
  }

  next64(): bigint {
    this.advance();
    const { state } = this;
    const folded = (state >> 64n) ^ (state & ALL_64);
    const turn = state >> 122n;
    return BigInt.asUintN(64, (folded >> turn) | (folded << (64n - turn)));
  }

  next32(): number {
    if (this.kept !== undefined) {
      const { kept } = this;
      this.kept = undefined;
      return kept;
    }
    const both = this.next64();
    this.kept = Number(both >> 32n);
    return Number(both & 0xffffffffn);
  }

  nextDouble(): number {
    return Number(this.next64() >> 11n) / 9007199254740992;
  }

  private advance(): void {
    this.state = BigInt.asUintN(128, this.state * FACTOR + this.step);
  }
}
