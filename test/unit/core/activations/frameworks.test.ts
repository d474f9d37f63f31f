import assert from 'node:assert/strict';
import type { DType, Parameters } from '../../../../src/core';
import { activations, derivative, evaluate, numericArray } from '../../../../src/core';
import {
  fromBits,
  goodAtCrossing,
  readReference,
  referenceNumbers,
  ulpsBetween,
  type ReferenceNumber,
} from '../../reference';

type Format = 'f32' | 'bf16' | 'f16';

interface Table {
  readonly function: string;
  readonly params: Readonly<Record<string, number | string | null>>;
  readonly kinks: readonly number[];
  readonly f64: {
    readonly mp: readonly ReferenceNumber[];
    readonly mp_d: readonly (ReferenceNumber | null)[];
    readonly torch_d?: readonly (ReferenceNumber | null)[];
  };
  readonly f32?: Narrow;
  readonly bf16?: Narrow;
  readonly f16?: Narrow;
}
interface Narrow {
  readonly x: readonly string[];
  readonly mp: readonly string[];
}

/** Our id and parameters of a framework's function; nothing for what is no activation of ours. */
function ours({ function: name, params }: Table): { id: string; params: Parameters } | undefined {
  const n = (key: string): number => Number(params[key]);
  switch (name) {
    case 'leaky_relu':
      return { id: 'leakyRelu', params: { negativeSlope: n('negative_slope') } };
    case 'prelu':
      return { id: 'prelu', params: { weight: n('weight') } };
    case 'rrelu_eval':
      return { id: 'rrelu', params: { lower: n('lower'), upper: n('upper') } };
    case 'hardsigmoid':
      return { id: 'hardSigmoid', params: {} };
    case 'hardsigmoid_linear':
      return { id: 'hardSigmoid', params: { alpha: n('alpha'), beta: n('beta') } };
    case 'hardtanh':
      return { id: 'hardTanh', params: { min: n('min_val'), max: n('max_val') } };
    case 'hardshrink':
      return { id: 'hardShrink', params: { lambda: n('lambd') } };
    case 'softshrink':
      return { id: 'softshrink', params: { lambda: n('lambd') } };
    case 'threshold':
      return { id: 'threshold', params: { threshold: n('threshold'), value: n('value') } };
    case 'elu':
    case 'celu':
      return { id: name, params: { alpha: n('alpha') } };
    case 'gelu':
      return { id: params.approximate === 'tanh' ? 'geluTanh' : 'gelu', params: {} };
    case 'swish':
      return { id: 'swish', params: { beta: n('beta') } };
    case 'softplus':
      return { id: 'softplus', params: { beta: n('beta') } };
    case 'squareplus':
      return { id: 'squareplus', params: { b: n('b') } };
    default: {
      const camel = name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
      const id = new Map([
        ['hardswish', 'hardSwish'],
        ['logsigmoid', 'logSigmoid'],
        ['tanhshrink', 'tanhShrink'],
      ]).get(camel);
      return { id: id ?? camel, params: {} };
    }
  }
}

/** The reference takes the slope as 1/6 exactly, our parameter is the float64 next to it: they part at the corner. */
const cornerOfSixth = (id: string, params: Parameters, x: number): boolean =>
  id === 'hardSigmoid' && params.alpha === undefined && Math.abs(Math.abs(x) - 3) < 1e-3;

const formats: Readonly<Record<Format, DType>> = { f32: 'float32', bf16: 'bfloat16', f16: 'float16' };

for (const file of ['activations-1.json', 'activations-2.json']) {
  describe(`activations against frameworks/${file}`, () => {
    const { x, tables } = readReference(`frameworks/${file}`) as {
      x: readonly ReferenceNumber[];
      tables: readonly Table[];
    };
    const xs = referenceNumbers(x);
    for (const table of tables) {
      const call = ours(table);
      if (call === undefined || !activations.has(call.id)) continue;
      const { id, params } = call;
      const title = `${id} ${JSON.stringify(params)}`;

      it(`${title}: values within 2 ulp`, () => {
        const values = evaluate(id, numericArray(xs), params).data;
        referenceNumbers(table.f64.mp).forEach((expected, i) => {
          if (cornerOfSixth(id, params, xs[i]!)) return;
          const ulps = ulpsBetween(values[i]!, expected);
          assert.ok(ulps <= 2, `value(${xs[i]!}) = ${values[i]!}, expected ${expected}: ${ulps} ulp`);
        });
      });

      it(`${title}: derivatives within 2 ulp, at kinks as PyTorch`, () => {
        const slopes = derivative(id, numericArray(xs), params).data;
        table.f64.mp_d.forEach((exact, i) => {
          const written = exact ?? table.f64.torch_d?.[i] ?? null;
          if (written === null || cornerOfSixth(id, params, xs[i]!)) return;
          const [expected] = referenceNumbers([written]) as [number];
          if (goodAtCrossing(id, slopes[i]!, expected)) return;
          const ulps = ulpsBetween(slopes[i]!, expected);
          assert.ok(ulps <= 2, `derivative(${xs[i]!}) = ${slopes[i]!}, expected ${expected}: ${ulps} ulp`);
        });
      });

      for (const format of ['f32', 'bf16', 'f16'] as const) {
        const narrow = table[format];
        if (narrow === undefined) continue;
        it(`${title}: fused ${formats[format]} is the exact value rounded once`, () => {
          const inputs = narrow.x.map((bits) => fromBits(format, bits));
          const values = evaluate(id, numericArray(inputs), params, { dtype: formats[format] }).data;
          narrow.mp.forEach((bits, i) => {
            if (cornerOfSixth(id, params, inputs[i]!)) return;
            const expected = fromBits(format, bits);
            assert.equal(
              ulpsBetween(values[i]!, expected),
              0,
              `f(${inputs[i]!}) = ${values[i]!}, expected ${expected}`,
            );
          });
        });
      }
    }
  });
}
