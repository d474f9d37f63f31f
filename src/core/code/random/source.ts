import type { Runtime } from '../runtime/runtime';
import type { Machine, Unknown } from '../value';
import { LegacyDraws, ModernDraws, type Draws } from './draws';
import { Mt19937 } from './mt19937';
import { Pcg64 } from './pcg64';

/** A generator of the program: `np.random` itself, a RandomState or a Generator. */
export interface RandomSource {
  draws: Draws;
  /** RandomState's ways: masked rejection, polar normals */
  readonly legacy: boolean;
  /** false: one fixed stream stands for the many that a run may meet */
  seeded: boolean;
}

/** Which of the fixed streams stands for unseeded numbers: the second working out takes another. */
export const STREAM = 'random.stream';

/** A seed for numbers that the program leaves unseeded; every generator gets its own. */
export function freshSeed(machine: Machine): number {
  const count = ((machine.state.get('random.fresh') as number | undefined) ?? 0) + 1;
  machine.state.set('random.fresh', count);
  const stream = (machine.state.get(STREAM) as number | undefined) ?? 0;
  return 1_000_003 * (stream + 1) + count;
}

export function unseededLegacy(machine: Machine): RandomSource {
  return { draws: new LegacyDraws(Mt19937.fromNumber(freshSeed(machine))), legacy: true, seeded: false };
}

export function unseededModern(machine: Machine): RandomSource {
  return { draws: new ModernDraws(new Pcg64([freshSeed(machine)])), legacy: false, seeded: false };
}

/** Counts `n` draws, and says so when their stream is not the program's own. */
export function charge(source: RandomSource, n: number, machine: Machine): void {
  machine.spend(4 * n);
  machine.allocate(n);
  if (!source.seeded) machine.unseeded();
}

/** What a library knows of but does not work out. */
export function notWorkedOut(machine: Machine, reason: string): Unknown {
  return (machine as Runtime).unknown(reason);
}
