import assert from 'node:assert/strict';
import { activations, useKernels, type Parameters } from '../../../../src/core';
import { derivativesInto, FEWEST, valuesInto } from '../../../../src/core/kernels/elementwise';
import { kernelIds, planOf } from '../../../../src/core/kernels/plans';
import { CHUNK, engine, type Side } from '../../../../src/core/kernels/slot';
import { difference, inputCount, inputs, kernelBytes, random } from './support';

/** Defaults and others for every parameter, also strange ones. */
const settings: Readonly<Record<string, readonly Parameters[]>> = {
  softplus: [{}, { beta: 2 }, { beta: 0.3, threshold: 20 }, { threshold: 20 }, { beta: 1e-30 }, { beta: 1e30 }],
  swish: [{}, { beta: 1.702 }, { beta: 0 }, { beta: 1e-39 }, { beta: 77 }, { beta: 1e300 }],
  elu: [{}, { alpha: 0.3 }, { alpha: 0 }, { alpha: -2 }, { alpha: 1e300 }],
  celu: [{}, { alpha: 0.3 }, { alpha: 7 }, { alpha: 1e-300 }, { alpha: 1e300 }],
  leakyRelu: [{}, { negativeSlope: 0 }, { negativeSlope: -2 }, { negativeSlope: 1e300 }],
  prelu: [{}, { weight: 0 }, { weight: -1.5 }],
  rrelu: [{}, { lower: -0.25, upper: 0.25 }],
  hardTanh: [{}, { min: 0, max: 3 }, { min: -1e300, max: -0.5 }],
  hardShrink: [{}, { lambda: 0 }, { lambda: 3 }],
  softshrink: [{}, { lambda: 0 }, { lambda: 3 }],
  threshold: [{}, { threshold: 0, value: -0 }, { threshold: -3, value: 20 }],
  thresholdedRelu: [{}, { alpha: 0 }],
  hardSigmoid: [{}, { alpha: 0.2 }, { alpha: 1e-300, beta: 0.1 }, { alpha: 1e300, beta: 2 }],
  squareplus: [{}, { b: 0 }, { b: 1e-300 }, { b: 1e300 }, { b: 0.01 }, { b: 1e-200 }, { b: 1e200 }],
};

function byKernel(id: string, side: Side, source: Float64Array, p: Parameters): Float64Array {
  const target = new Float64Array(source.length);
  (side === 'value' ? valuesInto : derivativesInto)(activations.get(id)!, source, target, p);
  return target;
}

function byTypeScript(id: string, side: Side, source: Float64Array, p: Parameters): Float64Array {
  const target = new Float64Array(source.length);
  const record = activations.get(id)!;
  if (side === 'value') record.valueInto(source, target, p);
  else record.derivativeInto(source, target, p);
  return target;
}

describe('kernels of the activations', () => {
  before(async () => {
    useKernels(await kernelBytes());
    assert.ok(engine());
  });
  after(() => {
    useKernels(undefined);
  });

  for (const side of ['value', 'derivative'] as const) {
    for (const id of kernelIds[side]) {
      it(`${id}: every bit of its ${side} is TypeScript's`, () => {
        for (const [i, p] of (settings[id] ?? [{}]).entries()) {
          for (let done = 0, seed = i + 1; done < inputCount; done += 500_000, seed += 100) {
            const source = inputs(Math.min(inputCount, 500_000), seed);
            const expected = byTypeScript(id, side, source, p);
            const actual = byKernel(id, side, source, p);
            const { count, first } = difference(actual, expected);
            const where = `${JSON.stringify(p)} at ${source[first]}: ${actual[first]}, not ${expected[first]}`;
            assert.equal(count, 0, `${count} of ${source.length} differ, first ${where}`);
          }
        }
      });
    }
  }

  it('takes every length and every alignment', () => {
    const all = inputs(300, 5);
    for (const id of ['sigmoid', 'gelu', 'mish', 'leakyRelu']) {
      for (let n = 0; n <= 70; n++) {
        for (let from = 0; from < 4; from++) {
          // short ones are TypeScript's by themselves, so all stand behind a chunk as well
          const source = all.subarray(from, from + n);
          const expected = byTypeScript(id, 'value', source, {});
          assert.equal(difference(byKernel(id, 'value', source, {}), expected).count, 0, `${id} ${n} ${from}`);
          const long = new Float64Array(CHUNK + n);
          long.set(source, CHUNK);
          const tail = byKernel(id, 'value', long, {}).subarray(CHUNK);
          assert.equal(difference(tail, expected).count, 0, `${id} ${n} ${from} behind a chunk`);
        }
      }
    }
  });

  it('works in place', () => {
    const source = inputs(10_000, 7);
    const expected = byTypeScript('silu', 'value', source, {});
    valuesInto(activations.get('silu')!, source, source, {});
    assert.equal(difference(source, expected).count, 0);
  });

  it('lets TypeScript go on where numbers are far', () => {
    const next = random(3);
    const source = Float64Array.from({ length: 30 * CHUNK + 5 }, (_, i) =>
      i < 20 * CHUNK ? -700 - 40 * next() : 10 * next() - 5,
    );
    for (const n of [CHUNK, 2 * CHUNK, 9 * CHUNK, 9 * CHUNK + 1, 10 * CHUNK, source.length]) {
      const part = source.subarray(0, n);
      for (const side of ['value', 'derivative'] as const) {
        const expected = byTypeScript('tanh', side, part, {});
        assert.equal(difference(byKernel('tanh', side, part, {}), expected).count, 0, `${n}`);
      }
    }
  });

  it('has a plan for every id that it names, and none for others', () => {
    assert.ok(planOf('sigmoid', 'value', {}));
    assert.equal(planOf('toString', 'value', {}), undefined);
    for (const id of kernelIds.value) assert.ok(activations.has(id), id);
  });
});

describe('useKernels', () => {
  afterEach(() => {
    useKernels(undefined);
  });

  it('compiles nothing before it is needed', async () => {
    let asked = 0;
    const bytes = await kernelBytes();
    useKernels(() => {
      asked++;
      return bytes;
    });
    byKernel('sigmoid', 'value', new Float64Array(FEWEST - 1), {});
    assert.equal(asked, 0);
    byKernel('sigmoid', 'value', new Float64Array(FEWEST), {});
    byKernel('sigmoid', 'value', new Float64Array(FEWEST), {});
    assert.equal(asked, 1);
  });

  it('leaves everything to TypeScript where the module does not compile', () => {
    useKernels(Uint8Array.of(1, 2, 3));
    assert.equal(engine(), undefined);
    assert.equal(byKernel('sigmoid', 'value', new Float64Array(100), {})[99], 0.5);
  });
});
