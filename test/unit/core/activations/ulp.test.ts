import assert from 'node:assert/strict';
import type { Parameters } from '../../../../src/core';
import { activations, derivative, evaluate, numericArray, useKernels } from '../../../../src/core';
import {
  doubleFromBits,
  goodAtCrossing,
  readReference,
  referenceNumber,
  referenceNumbers,
  ulpsBetween,
  type ReferenceNumber,
} from '../../reference';
import { kernelBytes } from '../kernels/support';

/**
 * The worst error of every activation, in units in the last place, over four sources, all mpmath: the reference table,
 * the frameworks' table, random bit patterns, and accuracy.json (all magnitudes and the regions where formulas cancel). `npm run accuracy` prints the table.
 */
interface Sample {
  readonly fn: string;
  readonly params: Parameters;
  readonly x: readonly number[];
  readonly value: readonly number[];
  /** NaN where the derivative is not compared: at kinks */
  readonly derivative: readonly number[];
}

interface Case {
  readonly fn: string;
  readonly params: Parameters;
  readonly x: readonly string[];
  readonly value: readonly string[];
  readonly derivative: readonly string[];
}

interface Table {
  readonly function: string;
  readonly params: Readonly<Record<string, number | string>>;
  readonly f64: { readonly mp: readonly ReferenceNumber[]; readonly mp_d: readonly (ReferenceNumber | null)[] };
}

const fromCase = ({ fn, params, x, value, derivative: slopes }: Case): Sample => ({
  fn,
  params,
  x: referenceNumbers(x),
  value: referenceNumbers(value),
  derivative: referenceNumbers(slopes),
});

/** The frameworks' names of functions whose parameters are ours, or have none. */
const names: Readonly<Record<string, string>> = {
  sigmoid: 'sigmoid',
  logsigmoid: 'logSigmoid',
  tanh: 'tanh',
  tanhshrink: 'tanhShrink',
  relu: 'relu',
  relu6: 'relu6',
  elu: 'elu',
  selu: 'selu',
  celu: 'celu',
  silu: 'silu',
  mish: 'mish',
  hardswish: 'hardSwish',
  softsign: 'softsign',
  softplus: 'softplus',
  squareplus: 'squareplus',
  quick_gelu: 'quickGelu',
  gelu: 'gelu',
  swish: 'swish',
};

function fromFrameworks(file: string): Sample[] {
  const { x, tables } = readReference(file) as { x: readonly ReferenceNumber[]; tables: readonly Table[] };
  return tables.flatMap(({ function: name, params, f64 }): Sample[] => {
    const fn = params.approximate === 'tanh' ? 'geluTanh' : names[name];
    const record = fn === undefined ? undefined : activations.get(fn);
    if (fn === undefined || record === undefined) return [];
    const own: Record<string, number> = {};
    for (const [key, value] of Object.entries(params)) {
      if (typeof value === 'string') continue;
      if (!record.parameters.some((parameter) => parameter.id === key)) return [];
      // the table's truth knows no threshold
      if (key !== 'threshold') own[key] = value;
    }
    return [
      {
        fn,
        params: own,
        x: referenceNumbers(x),
        value: referenceNumbers(f64.mp),
        derivative: f64.mp_d.map((slope) => (slope === null ? NaN : referenceNumber(slope))),
      },
    ];
  });
}

/** The same random bit patterns for every function and set of parameters, written as bits. */
function fromRandom(file: string): Sample[] {
  const { x, cases } = readReference(file) as { x: readonly string[]; cases: readonly Omit<Case, 'x'>[] };
  const xs = x.map(doubleFromBits);
  return cases.map(({ fn, params, value, derivative: slopes }) => ({
    fn,
    params,
    x: xs,
    value: value.map(doubleFromBits),
    derivative: slopes.map(doubleFromBits),
  }));
}

const samples: readonly Sample[] = [
  ...fromRandom('random/activations.json'),
  ...(readReference('activations.json') as { cases: readonly Case[] }).cases.map(fromCase),
  ...(readReference('accuracy.json') as { cases: readonly Case[] }).cases.map(fromCase),
  ...fromFrameworks('frameworks/activations-1.json'),
  ...fromFrameworks('frameworks/activations-2.json'),
];

interface Worst {
  ulps: number;
  x: number;
  params: string;
}

const better = (worst: Worst, ulps: number, x: number, params: Parameters): Worst =>
  ulps > worst.ulps ? { ulps, x, params: JSON.stringify(params) } : worst;

const nothing: Worst = { ulps: 0, x: 0, params: '' };

for (const by of ['TypeScript', 'kernels'] as const) {
  describe(`accuracy of ${by} in units in the last place`, () => {
    before(async () => {
      if (by === 'kernels') useKernels(await kernelBytes());
    });
    const rows: string[] = [];
    for (const fn of activations.keys()) {
      const own = samples.filter((sample) => sample.fn === fn);
      if (own.length === 0) continue;
      it(`${fn}: value and derivative within 2`, () => {
        let worst = nothing;
        let worstSlope = nothing;
        let points = 0;
        for (const { params, x, value, derivative: slopes } of own) {
          const values = evaluate(fn, numericArray(x), params).data;
          const derived = derivative(fn, numericArray(x), params).data;
          x.forEach((input, i) => {
            points++;
            worst = better(worst, ulpsBetween(values[i]!, value[i]!), input, params);
            const expected = slopes[i]!;
            if (Number.isNaN(expected)) return;
            if (goodAtCrossing(fn, derived[i]!, expected)) return;
            worstSlope = better(worstSlope, ulpsBetween(derived[i]!, expected), input, params);
          });
        }
        const cell = ({ ulps, x, params }: Worst): string =>
          `${ulps} ${ulps > 0 ? `at ${x} ${params}` : ''}`.padEnd(52);
        rows.push(`${fn.padEnd(16)}${String(points).padStart(6)}  ${cell(worst)}${cell(worstSlope)}`);
        assert.ok(worst.ulps <= 2, `value ${JSON.stringify(worst)}`);
        assert.ok(worstSlope.ulps <= 2, `derivative ${JSON.stringify(worstSlope)}`);
      });
    }
    after(() => {
      useKernels(undefined);
      if (process.env.ACCURACY_TABLE === undefined) return;
      const head = `${'function'.padEnd(16)}points  ${'value: worst ulp'.padEnd(52)}derivative: worst ulp`;
      process.stdout.write(`\nby ${by}\n${[head, ...rows].join('\n')}\n`);
    });
  });
}
