import { log } from '../../math/log';
import type { BitSource } from './bits';
import { zigguratExponential, zigguratNormal } from './ziggurat';

/** What the distributions are made of: each of NumPy's two generators has ways of its own. */
export interface Draws {
  readonly bits: BitSource;
  /** uniform in [0, 1) */
  uniform(): number;
  /** standard normal */
  normal(): number;
  /** exponential with mean 1 */
  exponential(): number;
}

/**
 * NumPy's frozen streams, those of `np.random.seed` and `RandomState`: normal numbers by Marsaglia's polar method,
 * which makes two at a time and keeps the second.
 */
export class LegacyDraws implements Draws {
  private kept: number | undefined;

  constructor(readonly bits: BitSource) {}

  uniform(): number {
    return this.bits.nextDouble();
  }

  normal(): number {
    if (this.kept !== undefined) {
      const { kept } = this;
      this.kept = undefined;
      return kept;
    }
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * log(square)) / square);
      this.kept = factor * x;
      return factor * y;
    }
  }

  exponential(): number {
    return -log(1 - this.uniform());
  }
}

/** The streams of `np.random.default_rng`. */
export class ModernDraws implements Draws {
  constructor(readonly bits: BitSource) {}

  uniform(): number {
    return this.bits.nextDouble();
  }

  normal(): number {
    return zigguratNormal(this.bits);
  }

  exponential(): number {
    return zigguratExponential(this.bits);
  }
}
