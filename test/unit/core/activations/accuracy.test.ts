import assert from 'node:assert/strict';
import type { Parameters } from '../../../../src/core';
import { activations, derivative, evaluate, numericArray } from '../../../../src/core';
import { goodAtCrossing, readReference, referenceNumbers, ulpsBetween } from '../../reference';

interface Case {
  readonly fn: string;
  readonly params: Parameters;
  readonly x: readonly string[];
  readonly value: readonly string[];
  readonly derivative: readonly string[];
}

describe('activations against the reference table', () => {
  const { cases } = readReference('activations.json') as { cases: readonly Case[] };
  for (const { fn, params, x, value, derivative: slopes } of cases) {
    const record = activations.get(fn);
    if (record === undefined) continue;
    it(`${fn} ${JSON.stringify(params)} is within 2 ulp, value and derivative`, () => {
      const xs = referenceNumbers(x);
      const values = evaluate(fn, numericArray(xs), params).data;
      referenceNumbers(value).forEach((expected, i) => {
        const ulps = ulpsBetween(values[i]!, expected);
        assert.ok(ulps <= 2, `value(${x[i]!}) = ${values[i]!}, expected ${expected}: ${ulps} ulp`);
        assert.equal(record.value(xs[i]!, params), values[i]);
      });
      const derived = derivative(fn, numericArray(xs), params).data;
      referenceNumbers(slopes).forEach((expected, i) => {
        if (goodAtCrossing(fn, derived[i]!, expected)) return;
        const ulps = ulpsBetween(derived[i]!, expected);
        assert.ok(ulps <= 2, `derivative(${x[i]!}) = ${derived[i]!}, expected ${expected}: ${ulps} ulp`);
      });
    });
  }

  it('takes the defaults of the first case of each function', () => {
    const seen = new Set<string>();
    for (const { fn, params } of cases) {
      const record = activations.get(fn);
      if (seen.has(fn) || record === undefined) continue;
      seen.add(fn);
      for (const [id, value] of Object.entries(params)) {
        assert.equal(record.parameters.find((parameter) => parameter.id === id)?.default, value, `${fn}.${id}`);
      }
    }
  });
});
