import { arrayIn, integer, sequence } from '../numpy/asArray';
import { flat, type Items } from '../numpy/ndarray';
import { PyError, type Machine, type Value } from '../value';
import { Mt19937 } from './mt19937';
import { seedSequence, wordsOf } from './seedSequence';

/** What `SeedSequence` is made of: words of 32 bits, with those of the children it was spawned as. */
export interface Entropy {
  readonly words: readonly number[];
  readonly spawnKey: readonly number[];
}

/** Words as the mixing takes them: a spawned sequence pads its entropy to the pool first. */
export function mixedWords({ words, spawnKey }: Entropy): readonly number[] {
  if (spawnKey.length === 0) return words;
  const padded = [...words];
  while (padded.length < 4) padded.push(0);
  return [...padded, ...spawnKey];
}

function whole(value: Value): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return BigInt(value);
  return BigInt(integer(value));
}

function items(value: Value, machine: Machine): readonly Value[] | undefined {
  const array = arrayIn(value);
  if (array !== undefined && array.shape.length > 0) return Array.from(flat(array) as ArrayLike<Value>);
  return sequence(value, machine);
}

/** `SeedSequence(entropy)`: an int of any size, or several. @throws PyError for what NumPy refuses */
export function entropyWords(value: Value, machine: Machine): number[] {
  const many = items(value, machine);
  if (many !== undefined) return many.flatMap((each) => entropyWords(each, machine));
  let seed: bigint;
  try {
    seed = whole(value);
  } catch {
    throw new PyError(
      'TypeError',
      'SeedSequence expects int or sequence of ints for entropy not ' + machine.repr(value),
    );
  }
  if (seed < 0n) throw new PyError('ValueError', 'expected non-negative integer');
  return wordsOf(seed);
}

function legacyWord(value: Value): number {
  const seed = whole(value);
  if (seed < 0n || seed > 0xffffffffn) throw new PyError('ValueError', 'Seed must be between 0 and 2**32 - 1');
  return Number(seed);
}

/** `np.random.seed(seed)`: one number of 32 bits or several. @throws PyError for what NumPy refuses */
export function legacySource(value: Value, machine: Machine): Mt19937 {
  const many = items(value, machine);
  if (many === undefined) {
    if (typeof value === 'number' || typeof value === 'string') {
      throw new PyError(
        'TypeError',
        "Cannot cast scalar from dtype('float64') to dtype('int64') according to the rule 'safe'",
      );
    }
    return Mt19937.fromNumber(legacyWord(value));
  }
  if (many.length === 0) throw new PyError('ValueError', 'Seed must be non-empty');
  return Mt19937.fromKey(many.map(legacyWord));
}

/** `MT19937(seed)`: the state is drawn from a seed sequence. */
export function mersenneOf(entropy: Entropy): Mt19937 {
  const words = seedSequence(mixedWords(entropy), 312).flatMap((both) => [
    Number(both & 0xffffffffn),
    Number(both >> 32n),
  ]);
  return Mt19937.fromWords(words);
}

/** The items of an array or a list as floats. */
export function floatsOf(value: Value, machine: Machine): number[] {
  const array = arrayIn(value);
  const given = array === undefined ? [...machine.iterate(value)] : Array.from(flat(array) as Items & Iterable<Value>);
  return given.map(Number);
}
