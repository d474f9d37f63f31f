import { integer } from '../numpy/asArray';
import { wrap } from '../numpy/ndarray';
import { native } from '../numpy/signature';
import type { Machine, OpaqueObject, PyModule, PyNative, Value } from '../value';
import type { BitSource } from './bits';
import { LegacyDraws, ModernDraws } from './draws';
import { generatorMethods, legacyMethods } from './generatorMethods';
import { Pcg64 } from './pcg64';
import { entropyWords, legacySource, mersenneOf, mixedWords, type Entropy } from './seeding';
import { seedSequence } from './seedSequence';
import { freshSeed, notWorkedOut, unseededLegacy, unseededModern, type RandomSource } from './source';

/** What stands behind the objects that the program holds. */
const sources = new WeakMap<OpaqueObject, RandomSource>();
const bitSources = new WeakMap<OpaqueObject, { readonly bits: BitSource; readonly seeded: boolean }>();
const entropies = new WeakMap<OpaqueObject, { readonly entropy: Entropy; readonly seeded: boolean }>();

function object(type: string, members: readonly PyNative[], more: Readonly<Record<string, Value>> = {}): OpaqueObject {
  const table = new Map<string, Value>(members.map((each) => [each.name, each]));
  for (const [name, value] of Object.entries(more)) table.set(name, value);
  return { kind: 'object', type, get: (name) => table.get(name) };
}

function held<T>(from: WeakMap<OpaqueObject, T>, value: Value): T | undefined {
  return typeof value === 'object' && value?.kind === 'object' ? from.get(value) : undefined;
}

/** The entropy that a seed argument stands for: None takes a stream of its own. */
function entropyOf(seed: Value, machine: Machine): { readonly entropy: Entropy; readonly seeded: boolean } {
  const known = held(entropies, seed);
  if (known !== undefined) return known;
  if (seed === null) return { entropy: { words: [freshSeed(machine)], spawnKey: [] }, seeded: false };
  return { entropy: { words: entropyWords(seed, machine), spawnKey: [] }, seeded: true };
}

function sequenceObject(entropy: Entropy, seeded: boolean): OpaqueObject {
  let children = 0;
  const made: OpaqueObject = object('SeedSequence', [
    native('spawn', 'n_children', (_m, n) => ({
      kind: 'list',
      items: Array.from({ length: integer(n) }, () =>
        sequenceObject({ ...entropy, spawnKey: [...entropy.spawnKey, children++] }, seeded),
      ),
    })),
    native('generate_state', 'n_words, dtype=None', (m, n, dtype) => {
      if (!seeded) m.unseeded();
      const words = integer(n);
      if (dtype !== null && m.str(dtype).includes('64')) {
        return wrap('uint64', [words], BigUint64Array.from(seedSequence(mixedWords(entropy), words)));
      }
      const both = seedSequence(mixedWords(entropy), Math.ceil(words / 2));
      const halves = both.flatMap((each) => [Number(each & 0xffffffffn), Number(each >> 32n)]);
      return wrap('uint32', [words], Float64Array.from(halves.slice(0, words)));
    }),
  ]);
  entropies.set(made, { entropy, seeded });
  return made;
}

function bitsObject(type: string, make: (entropy: Entropy) => BitSource, seed: Value, machine: Machine): OpaqueObject {
  const { entropy, seeded } = entropyOf(seed, machine);
  const made = object(type, []);
  bitSources.set(made, { bits: make(entropy), seeded });
  return made;
}

function generatorObject(source: RandomSource, entropy: Entropy | undefined): OpaqueObject {
  let children = 0;
  const spawn = native('spawn', 'n_children', (m, n) => {
    if (entropy === undefined) return notWorkedOut(m, 'spawn of this generator is not worked out');
    const items = Array.from({ length: integer(n) }, () => {
      const child = { ...entropy, spawnKey: [...entropy.spawnKey, children++] };
      const draws = new ModernDraws(new Pcg64(mixedWords(child)));
      return generatorObject({ draws, legacy: false, seeded: source.seeded }, child);
    });
    return { kind: 'list', items };
  });
  const made = object('Generator', [...generatorMethods(() => source), spawn]);
  sources.set(made, source);
  return made;
}

const defaultRng = native('default_rng', 'seed=None', (m, seed) => {
  if (held(sources, seed) !== undefined) return seed;
  const bits = held(bitSources, seed);
  if (bits !== undefined) {
    return generatorObject({ draws: new ModernDraws(bits.bits), legacy: false, seeded: bits.seeded }, undefined);
  }
  if (seed === null) return generatorObject(unseededModern(m), { words: [freshSeed(m)], spawnKey: [] });
  const { entropy, seeded } = entropyOf(seed, m);
  return generatorObject({ draws: new ModernDraws(new Pcg64(mixedWords(entropy))), legacy: false, seeded }, entropy);
});

/** Seeds a generator of the legacy kind anew. */
function seedLegacy(source: RandomSource, seed: Value, machine: Machine): void {
  const bits = held(bitSources, seed);
  if (bits !== undefined) {
    source.draws = new LegacyDraws(bits.bits);
    source.seeded = bits.seeded;
  } else if (seed === null) {
    source.draws = unseededLegacy(machine).draws;
    source.seeded = false;
  } else {
    source.draws = new LegacyDraws(legacySource(seed, machine));
    source.seeded = true;
  }
}

/** Functions that keep and bring back the state of a generator. */
function stateMethods(source: RandomSource): PyNative[] {
  return [
    native('seed', 'seed=None', (m, seed) => {
      seedLegacy(source, seed, m);
      return null;
    }),
    native('get_state', 'legacy=True', (m) => notWorkedOut(m, "a generator's state is not worked out")),
    native('set_state', 'state', (m) => notWorkedOut(m, "a generator's state is not worked out")),
  ];
}

const randomState = native('RandomState', 'seed=None', (m, seed) => {
  const source = unseededLegacy(m);
  seedLegacy(source, seed, m);
  const made = object('RandomState', [...legacyMethods(() => source), ...stateMethods(source)]);
  sources.set(made, source);
  return made;
});

/** `numpy.random`, with a generator of its own for each run. */
export function numpyRandom(machine: Machine): PyModule {
  const source = unseededLegacy(machine);
  const members = new Map<string, Value>();
  for (const each of [...legacyMethods(() => source), ...stateMethods(source)]) members.set(each.name, each);
  members.set('RandomState', randomState);
  members.set('default_rng', defaultRng);
  members.set('Generator', { ...defaultRng, name: 'Generator' });
  const bits: readonly (readonly [string, (entropy: Entropy) => BitSource])[] = [
    ['PCG64', (entropy) => new Pcg64(mixedWords(entropy))],
    ['MT19937', mersenneOf],
  ];
  for (const [name, make] of bits) {
    members.set(
      name,
      native(name, 'seed=None', (m, seed) => bitsObject(name, make, seed, m)),
    );
  }
  for (const name of ['PCG64DXSM', 'Philox', 'SFC64']) {
    members.set(
      name,
      native(name, 'seed=None', (m) => notWorkedOut(m, `the bit generator ${name} is not worked out`)),
    );
  }
  members.set(
    'SeedSequence',
    native('SeedSequence', 'entropy=None', (m, entropy) => {
      const known = entropyOf(entropy, m);
      return sequenceObject(known.entropy, known.seeded);
    }),
  );
  return { kind: 'module', name: 'numpy.random', members };
}
