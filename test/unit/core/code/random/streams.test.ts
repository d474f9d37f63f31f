import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { masked, multiplied } from '../../../../../src/core/code/random/bits';
import * as continuous from '../../../../../src/core/code/random/continuous';
import * as discrete from '../../../../../src/core/code/random/discrete';
import { LegacyDraws, ModernDraws, type Draws } from '../../../../../src/core/code/random/draws';
import { Mt19937 } from '../../../../../src/core/code/random/mt19937';
import { Pcg64 } from '../../../../../src/core/code/random/pcg64';
import { PythonRandom } from '../../../../../src/core/code/random/pythonRandom';
import { wordsOf } from '../../../../../src/core/code/random/seedSequence';
import { zigguratNormalSingle } from '../../../../../src/core/code/random/ziggurat';
import { readReference } from '../../../reference';

interface Row {
  readonly source: 'legacy' | 'modern' | 'python';
  readonly seed: number;
  readonly name: string;
  readonly args: readonly number[];
  readonly count: number;
  readonly first: readonly number[];
  readonly sha256: string;
  readonly sum: number;
}

const rows = readReference('random-streams/streams.json') as readonly Row[];

/** Draws through a logarithm or a power of the C library, which rounds otherwise about once in a thousand times or more. */
const throughLibrary =
  /^legacy (normal|exponential)|standardGamma|beta|chiSquare|standardT|standardCauchy|laplace|logistic|gumbel|rayleigh|weibull|pareto|power|gauss|normalvariate|expovariate/;

function drawer({ source, seed, name, args }: Row): () => number | readonly number[] {
  if (source === 'python') return pythonDrawer(new PythonRandom(BigInt(seed)), name, args);
  const draws: Draws =
    source === 'legacy' ? new LegacyDraws(Mt19937.fromNumber(seed)) : new ModernDraws(new Pcg64(wordsOf(BigInt(seed))));
  const legacy = source === 'legacy';
  const [a = 0, b = 0, c = 0] = args;
  const table: Readonly<Record<string, () => number>> = {
    uniform: () => draws.uniform(),
    normal: () => draws.normal(),
    exponential: () => draws.exponential(),
    normalSingle: () => zigguratNormalSingle(draws.bits),
    multiplied: () => Number(multiplied(draws.bits, BigInt(a))),
    masked: () => Number(masked(draws.bits, BigInt(a))),
    standardGamma: () => continuous.standardGamma(draws, a),
    beta: () => continuous.beta(draws, a, b),
    chiSquare: () => continuous.chiSquare(draws, a),
    standardT: () => continuous.standardT(draws, a),
    standardCauchy: () => continuous.standardCauchy(draws),
    laplace: () => continuous.laplace(draws, a, b),
    logistic: () => continuous.logistic(draws, a, b),
    gumbel: () => continuous.gumbel(draws, a, b),
    rayleigh: () => continuous.rayleigh(draws, a, legacy),
    weibull: () => continuous.weibull(draws, a),
    pareto: () => continuous.pareto(draws, a, legacy),
    power: () => continuous.power(draws, a, legacy),
    triangular: () => continuous.triangular(draws, a, b, c),
    poisson: () => discrete.poisson(draws, a),
    binomial: () => discrete.binomial(draws, a, b),
    geometric: () => discrete.geometric(draws, a, legacy),
  };
  return table[name]!;
}

function pythonDrawer(source: PythonRandom, name: string, args: readonly number[]): () => number | readonly number[] {
  const [a = 0, b = 0, c = 0] = args;
  const range = (n: number) => Array.from({ length: n }, (_, i) => i);
  const table: Readonly<Record<string, () => number | readonly number[]>> = {
    random: () => source.random(),
    uniform: () => source.uniform(a, b),
    gauss: () => source.gauss(a, b),
    normalvariate: () => source.normalvariate(a, b),
    expovariate: () => source.expovariate(a),
    triangular: () => source.triangular(a, b, c),
    below: () => Number(source.below(BigInt(a))),
    shuffle: () => {
      const items = range(a);
      source.shuffle(items);
      return items;
    },
    sample: () => source.sample(range(a), b),
    weighted: () => source.weighted([a, a + b, a + b + c]),
  };
  return table[name]!;
}

function drawn(row: Row): Float64Array {
  const draw = drawer(row);
  const values = new Float64Array(row.count);
  for (let i = 0; i < row.count;) {
    const next = draw();
    for (const value of typeof next === 'number' ? [next] : next) values[i++] = value;
  }
  return values;
}

describe('streams of random numbers', () => {
  for (const row of rows) {
    const title = `${row.source} ${row.name}(${row.args.join(', ')}) from seed ${row.seed}`;
    if (throughLibrary.test(title)) {
      it(`${title}: to a few units in the last place`, () => {
        const values = drawn(row);
        row.first.forEach((value, i) => assert.ok(Math.abs(values[i]! - value) <= 1e-12 * Math.abs(value), `${i}`));
        const sum = values.reduce((total, value) => total + value, 0);
        const size = values.reduce((total, value) => total + Math.abs(value), 0);
        assert.ok(Math.abs(sum - row.sum) <= 1e-13 * size, `sum ${sum}, ${row.sum} wanted`);
      });
    } else {
      it(`${title}: to the bit`, () => {
        const values = drawn(row);
        assert.deepEqual([...values.subarray(0, 3)], row.first.slice());
        assert.equal(createHash('sha256').update(new Uint8Array(values.buffer)).digest('hex'), row.sha256);
      });
    }
  }
});
