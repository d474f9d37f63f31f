import assert from 'node:assert/strict';
import type { Parameters } from '../../../../src/core';
import { activations, derivative, evaluate, numericArray } from '../../../../src/core';
import { doubleFromBits, goodAtCrossing, readReference, ulpsBetween } from '../../reference';

interface Case {
  readonly fn: string;
  readonly params: Parameters;
  readonly value: readonly string[];
  readonly derivative: readonly string[];
}

interface Worst {
  readonly ulps: number;
  readonly at: number;
}

function worst(
  xs: readonly number[],
  actual: Float64Array,
  expected: readonly string[],
  exempt: (actual: number, exact: number) => boolean,
): Worst {
  let found: Worst = { ulps: 0, at: NaN };
  expected.forEach((bits, i) => {
    const exact = doubleFromBits(bits);
    if (exempt(actual[i]!, exact)) return;
    const ulps = ulpsBetween(actual[i]!, exact);
    if (ulps > found.ulps) found = { ulps, at: xs[i]! };
  });
  return found;
}

describe('activations at random inputs of all magnitudes', () => {
  const { x, cases } = readReference('random/activations.json') as { x: readonly string[]; cases: readonly Case[] };
  const xs = x.map(doubleFromBits);
  const table: string[] = [];

  for (const { fn, params, value, derivative: slopes } of cases) {
    if (!activations.has(fn)) continue;
    const title = `${fn} ${JSON.stringify(params)}`;
    it(`${title} is within 2 ulp, value and derivative`, () => {
      const values = worst(xs, evaluate(fn, numericArray(xs), params).data, value, () => false);
      const derived = worst(xs, derivative(fn, numericArray(xs), params).data, slopes, (a, b) =>
        goodAtCrossing(fn, a, b),
      );
      table.push(`${title.padEnd(52)}${String(values.ulps).padStart(6)}${String(derived.ulps).padStart(12)}`);
      assert.ok(values.ulps <= 2, `value(${values.at}) is off by ${values.ulps} ulp`);
      assert.ok(derived.ulps <= 2, `derivative(${derived.at}) is off by ${derived.ulps} ulp`);
    });
  }

  after('prints the worst distances', () => {
    const head = `worst ulp from the correctly rounded value, ${xs.length} inputs`;
    process.stdout.write(`\n${head.padEnd(53)}value  derivative\n${table.join('\n')}\n`);
  });
});
