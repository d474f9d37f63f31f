import { integer, real, tuple } from '../numpy/asArray';
import { dtypeOf } from '../numpy/dtype';
import { newBuffer, sizeOf, wrap, type Items } from '../numpy/ndarray';
import { native } from '../numpy/signature';
import { PyError, type Machine, type PyNative, type Value } from '../value';
import { choice, permutation, permuted, shuffle } from './choose';
import { standardGamma } from './continuous';
import { multinomial } from './discrete';
import { distributions, drawOf } from './distributions';
import { fill, fillWith, sizeGiven } from './fill';
import { drawIntegers } from './integerDraws';
import { floatsOf } from './seeding';
import { charge, notWorkedOut, type RandomSource } from './source';
import { zigguratNormalSingle } from './ziggurat';

const UNIT_24 = 2 ** -24;

/** Rows of numbers, one row for each place of `size`. */
function rows(
  source: RandomSource,
  size: Value,
  width: number,
  dtype: 'float64' | 'int64',
  machine: Machine,
  draw: () => readonly number[],
): Value {
  const lead = sizeGiven(size, machine) ?? [];
  const count = sizeOf(lead);
  charge(source, count * width, machine);
  const out = newBuffer(dtype, count * width) as Items;
  for (let i = 0; i < count; i++) {
    draw().forEach((x, k) => (out[i * width + k] = dtype === 'int64' ? BigInt(x) : x));
  }
  return wrap(dtype, [...lead, width], out as Float64Array);
}

/** Distributions whose draws are rows. */
function manyAtOnce(source: () => RandomSource): PyNative[] {
  return [
    native('multinomial', 'n, pvals, size=None', (m, n, pvals, size) => {
      const chances = floatsOf(pvals, m);
      const sum = chances.slice(0, -1).reduce((total, each) => total + each, 0);
      if (sum > 1 + 1e-12) throw new PyError('ValueError', 'sum(pvals[:-1]) > 1.0');
      const now = source();
      return rows(now, size, chances.length, 'int64', m, () => multinomial(now.draws, integer(n), chances));
    }),
    native('dirichlet', 'alpha, size=None', (m, alpha, size) => {
      const shapes = floatsOf(alpha, m);
      if (shapes.some((each) => each <= 0)) throw new PyError('ValueError', 'alpha <= 0');
      const now = source();
      if (!now.legacy && Math.max(...shapes) < 0.1)
        return notWorkedOut(m, 'dirichlet of such small alphas is not worked out');
      return rows(now, size, shapes.length, 'float64', m, () => {
        const gammas = shapes.map((each) => standardGamma(now.draws, each));
        const inverse = 1 / gammas.reduce((total, each) => total + each, 0);
        return gammas.map((each) => each * inverse);
      });
    }),
  ];
}

/** What `np.random`, RandomState and Generator have in common. */
function shared(source: () => RandomSource): PyNative[] {
  const drawn = Object.entries(distributions).map(([name, one]) => {
    const signature = one.parameters === '' ? 'size=None' : `${one.parameters}, size=None`;
    return native(name, signature, (m, ...args) => {
      const now = source();
      const parameters = args.slice(0, -1);
      const size = args.at(-1)!;
      return fillWith(now, parameters, size, m, drawOf(one, now.draws, now.legacy), one.counts ? 'int64' : 'float64');
    });
  });
  const unknowns = [
    'multivariate_normal',
    'hypergeometric',
    'logseries',
    'noncentral_chisquare',
    'noncentral_f',
    'vonmises',
    'wald',
    'zipf',
    'multivariate_hypergeometric',
    'bytes',
  ].map((name) => native(name, '*args, **kw', (m) => notWorkedOut(m, `random.${name} is not worked out`)));
  return [...unknowns, ...drawn, ...manyAtOnce(source)];
}

/** The functions of `np.random` and the methods of RandomState. */
export function legacyMethods(source: () => RandomSource): PyNative[] {
  const uniform = (name: string): PyNative =>
    native(name, 'size=None', (m, size) => {
      const now = source();
      return fill(now, size, m, () => now.draws.uniform());
    });
  const lengths = (name: string, draw: (now: RandomSource) => number): PyNative =>
    native(name, '*lengths', (m, given) => {
      const now = source();
      const items = typeof given === 'object' && given?.kind === 'tuple' ? given.items : [];
      return fill(now, items.length === 0 ? null : tuple(items.map((each) => BigInt(integer(each)))), m, () =>
        draw(now),
      );
    });
  return [
    ...shared(source),
    ...['random', 'random_sample', 'sample', 'ranf'].map(uniform),
    lengths('rand', (now) => now.draws.uniform()),
    lengths('randn', (now) => now.draws.normal()),
    native('standard_normal', 'size=None', (m, size) => {
      const now = source();
      return fill(now, size, m, () => now.draws.normal());
    }),
    native('randint', 'low, high=None, size=None, dtype=None', (m, low, high, size, dtype) => {
      const made = drawIntegers(source(), low, high, size, dtypeOf(dtype, m) ?? 'int64', false, m);
      return dtype === null && isScalar(made) ? BigInt(integer(made)) : made;
    }),
    native('random_integers', 'low, high=None, size=None', (m, low, high, size) =>
      drawIntegers(source(), high === null ? 1n : low, high ?? low, size, 'int64', true, m),
    ),
    native('choice', 'a, size=None, replace=True, p=None', (m, from, size, replace, chances) =>
      choice(source(), { from, size, replace: m.truth(replace), chances, axis: 0, shuffled: true }, m),
    ),
    native('shuffle', 'x', (m, x) => {
      shuffle(source(), x, 0, m);
      return null;
    }),
    native('permutation', 'x', (m, x) => permutation(source(), x, 0, m)),
  ];
}

function isScalar(value: Value): boolean {
  return typeof value === 'object' && value?.kind === 'numpyScalar';
}

/** The methods of `np.random.default_rng()`. */
export function generatorMethods(source: () => RandomSource): PyNative[] {
  const floats = (
    name: string,
    wide: (now: RandomSource) => number,
    single?: (now: RandomSource) => number,
  ): PyNative =>
    native(name, 'size=None, dtype=None, out=None', (m, size, dtype) => {
      const now = source();
      const type = dtypeOf(dtype, m) ?? 'float64';
      if (type === 'float64') return fill(now, size, m, () => wide(now));
      if (single === undefined) return notWorkedOut(m, `${name} in ${type} is not worked out`);
      const made = fill(now, size, m, () => single(now));
      return typeof made === 'object' && made?.kind === 'ndarray' ? { ...made, dtype: 'float32' } : made;
    });
  return [
    ...shared(source),
    floats(
      'random',
      (now) => now.draws.uniform(),
      (now) => (now.draws.bits.next32() >>> 8) * UNIT_24,
    ),
    floats(
      'standard_normal',
      (now) => now.draws.normal(),
      (now) => zigguratNormalSingle(now.draws.bits),
    ),
    floats('standard_exponential', (now) => now.draws.exponential()),
    native(
      'integers',
      'low, high=None, size=None, dtype=None, endpoint=False',
      (m, low, high, size, dtype, endpoint) => {
        const made = drawIntegers(source(), low, high, size, dtypeOf(dtype, m) ?? 'int64', m.truth(endpoint), m);
        const python = typeof dtype === 'object' && (dtype?.kind === 'class' || dtype?.kind === 'native');
        return python && isScalar(made) ? BigInt(integer(made)) : made;
      },
    ),
    native(
      'choice',
      'a, size=None, replace=True, p=None, axis=0, shuffle=True',
      (m, from, size, replace, chances, axis, shuffled) =>
        choice(
          source(),
          { from, size, replace: m.truth(replace), chances, axis: real(axis), shuffled: m.truth(shuffled) },
          m,
        ),
    ),
    native('shuffle', 'x, axis=0', (m, x, axis) => {
      shuffle(source(), x, integer(axis), m);
      return null;
    }),
    native('permutation', 'x, axis=0', (m, x, axis) => permutation(source(), x, integer(axis), m)),
    native('permuted', 'x, *, axis=None, out=None', (m, x, axis) => permuted(source(), x, axis, m)),
  ];
}
