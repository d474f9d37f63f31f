import { arrayIn, integer, real } from '../numpy/asArray';
import { native } from '../numpy/signature';
import type { Runtime } from '../runtime/runtime';
import { PyError, type Machine, type OpaqueObject, type PyModule, type PyNative, type Value } from '../value';
import { betaVariate, gammaVariate } from './pythonGamma';
import { PythonRandom } from './pythonRandom';
import { freshSeed, notWorkedOut } from './source';
import { textSeed } from './textSeed';

/** One `random.Random`. */
interface Held {
  readonly random: PythonRandom;
  seeded: boolean;
}

/** What Python seeds with. @throws PyError TypeError for what it refuses */
function seedNumber(value: Value): bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return BigInt(value);
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value) : undefined;
  if (typeof value === 'string') return textSeed(value);
  const array = arrayIn(value);
  if (array?.shape.length === 0) return BigInt(integer(value));
  throw new PyError('TypeError', 'The only supported seed types are: None,\nint, float, str, bytes, and bytearray.');
}

function seed(held: Held, value: Value, machine: Machine): Value {
  if (value === null) {
    held.random.seed(BigInt(freshSeed(machine)));
    held.seeded = false;
    return null;
  }
  const number = seedNumber(value);
  if (number === undefined) return notWorkedOut(machine, 'random.seed of a fraction is not worked out');
  held.random.seed(number);
  held.seeded = true;
  return null;
}

function whole(value: Value, machine: Machine): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return BigInt(value);
  if (typeof value === 'number') {
    throw new PyError('TypeError', `'float' object cannot be interpreted as an integer`);
  }
  if (arrayIn(value) !== undefined) return BigInt(integer(value));
  throw new PyError(
    'TypeError',
    `'${(machine as Runtime).typeName(value)}' object cannot be interpreted as an integer`,
  );
}

/** Uniform in start, start + step, ... below stop. @throws PyError ValueError for an empty range */
function inRange(random: PythonRandom, start: bigint, stop: bigint, step: bigint, words: string): bigint {
  if (step === 0n) throw new PyError('ValueError', 'zero step for randrange()');
  const count = step > 0n ? (stop - start + step - 1n) / step : (start - stop - step - 1n) / -step;
  if ((step > 0n && stop <= start) || (step < 0n && stop >= start)) throw new PyError('ValueError', words);
  return start + step * random.below(count);
}

/** Items of a population by place. @throws PyError TypeError for sets and other things without order */
function population(value: Value, machine: Machine): readonly Value[] {
  if (typeof value === 'object' && value !== null && (value.kind === 'set' || value.kind === 'dict')) {
    throw new PyError('TypeError', 'Population must be a sequence.  For dicts or sets, use sorted(d).');
  }
  const items = [...machine.iterate(value)];
  machine.allocate(items.length);
  return items;
}

type Draw = (random: PythonRandom, machine: Machine, ...args: Value[]) => Value;

/** Functions of the module by name: parameters as Python writes them, and the draw. */
const functions: readonly (readonly [string, string, Draw])[] = [
  ['random', '', (random) => random.random()],
  ['uniform', 'a, b', (random, _m, a, b) => random.uniform(real(a), real(b))],
  [
    'randint',
    'a, b',
    (random, m, a, b) => {
      const [low, high] = [whole(a, m), whole(b, m)];
      return inRange(
        random,
        low,
        high + 1n,
        1n,
        `empty range for randrange() (${low}, ${high + 1n}, ${high + 1n - low})`,
      );
    },
  ],
  [
    'randrange',
    'start, stop=None, step=1',
    (random, m, start, stop, step) => {
      if (stop === null) return inRange(random, 0n, whole(start, m), 1n, 'empty range for randrange()');
      const [low, high, by] = [whole(start, m), whole(stop, m), whole(step, m)];
      const width = by === 1n ? high - low : by;
      return inRange(random, low, high, by, `empty range for randrange() (${low}, ${high}, ${width})`);
    },
  ],
  [
    'choice',
    'seq',
    (random, m, seq) => {
      const runtime = m as Runtime;
      const n = runtime.length(seq);
      if (n === 0) throw new PyError('IndexError', 'Cannot choose from an empty sequence');
      return runtime.getItem(seq, BigInt(random.index(n)));
    },
  ],
  [
    'choices',
    'population, weights=None, *, cum_weights=None, k=1',
    (random, m, from, weights, sums, k) => {
      const items = population(from, m);
      const count = Number(whole(k, m));
      if (weights === null && sums === null) {
        if (items.length === 0) throw new PyError('IndexError', 'list index out of range');
        return list(count, () => items[Math.floor(random.random() * items.length)]!);
      }
      let sum = 0;
      const running = [...m.iterate(sums ?? weights!)].map((each) =>
        sums === null ? (sum += real(each)) : real(each),
      );
      if (running.length !== items.length) {
        throw new PyError('ValueError', 'The number of weights does not match the population');
      }
      if (!(running.at(-1)! > 0)) throw new PyError('ValueError', 'Total of weights must be greater than zero');
      return list(count, () => items[random.weighted(running)]!);
    },
  ],
  [
    'shuffle',
    'x',
    (random, m, x) => {
      if (typeof x === 'object' && x?.kind === 'list') random.shuffle(x.items);
      else if (arrayIn(x) !== undefined) return notWorkedOut(m, 'random.shuffle of an array is not worked out');
      else {
        const type = (m as Runtime).typeName(x);
        throw new PyError('TypeError', `'${type}' object does not support item assignment`);
      }
      return null;
    },
  ],
  [
    'sample',
    'population, k, *, counts=None',
    (random, m, from, k, counts) => {
      let items = population(from, m);
      if (counts !== null) {
        const each = [...m.iterate(counts)].map((n) => Number(whole(n, m)));
        items = items.flatMap((item, i) => new Array<Value>(each[i] ?? 0).fill(item));
      }
      const count = Number(whole(k, m));
      if (count < 0 || count > items.length) {
        throw new PyError('ValueError', 'Sample larger than population or is negative');
      }
      return { kind: 'list', items: random.sample(items, count) };
    },
  ],
  ['gauss', 'mu=0.0, sigma=1.0', (random, _m, mu, sigma) => random.gauss(real(mu), real(sigma))],
  ['normalvariate', 'mu=0.0, sigma=1.0', (random, _m, mu, sigma) => random.normalvariate(real(mu), real(sigma))],
  [
    'lognormvariate',
    'mu=0.0, sigma=1.0',
    (random, _m, mu, sigma) => Math.exp(random.normalvariate(real(mu), real(sigma))),
  ],
  ['expovariate', 'lambd=1.0', (random, _m, rate) => random.expovariate(real(rate))],
  [
    'triangular',
    'low=0.0, high=1.0, mode=None',
    (random, _m, low, high, mode) => random.triangular(real(low), real(high), mode === null ? undefined : real(mode)),
  ],
  ['gammavariate', 'alpha, beta', (random, _m, alpha, beta) => gammaVariate(random, real(alpha), real(beta))],
  ['betavariate', 'alpha, beta', (random, _m, alpha, beta) => betaVariate(random, real(alpha), real(beta))],
  ['paretovariate', 'alpha', (random, _m, alpha) => (1 - random.random()) ** (-1 / real(alpha))],
  [
    'weibullvariate',
    'alpha, beta',
    (random, _m, alpha, beta) => real(alpha) * (-Math.log(1 - random.random())) ** (1 / real(beta)),
  ],
  ['getrandbits', 'k', (random, m, k) => random.bitsOf(Number(whole(k, m)))],
];

function list(count: number, item: () => Value): Value {
  return { kind: 'list', items: Array.from({ length: Math.max(0, count) }, item) };
}

function members(held: Held): Map<string, Value> {
  const drawn = functions.map(([name, parameters, draw]): PyNative =>
    native(name, parameters, (m, ...args) => {
      m.spend(8);
      if (!held.seeded) m.unseeded();
      return draw(held.random, m, ...args);
    }),
  );
  const others = ['getstate', 'setstate', 'vonmisesvariate', 'randbytes'].map((name) =>
    native(name, '*args', (m) => notWorkedOut(m, `random.${name} is not worked out`)),
  );
  const seeding = native('seed', 'a=None, version=2', (m, a) => seed(held, a, m));
  return new Map([...drawn, ...others, seeding].map((each) => [each.name, each]));
}

function fresh(machine: Machine): Held {
  return { random: new PythonRandom(BigInt(freshSeed(machine))), seeded: false };
}

const randomClass = native('Random', 'x=None', (m, x) => {
  const held = fresh(m);
  const failed = seed(held, x, m);
  if (failed !== null) return failed;
  const table = members(held);
  const made: OpaqueObject = { kind: 'object', type: 'Random', get: (name) => table.get(name) };
  return made;
});

/** Python's own `random`, with a generator of its own for each run. */
export function randomModule(machine: Machine): PyModule {
  const system = native('SystemRandom', '', (m) => m.call(randomClass, []));
  const table = members(fresh(machine)).set('Random', randomClass).set('SystemRandom', system);
  return { kind: 'module', name: 'random', members: table };
}
