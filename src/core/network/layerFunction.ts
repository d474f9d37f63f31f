import { derivative, evaluate } from '../activations/evaluate';
import type { Parameters } from '../activations/activation';
import { activations } from '../activations/registry';
import type { NumericArray } from '../array/numericArray';
import { gates } from '../gates/registry';
import { softmax } from '../softmax/softmax';
import { softmaxFamily } from '../softmax/registry';
import { gluGradient, maxoutGradient } from './gateGradient';
import {
  logSoftmaxGradient,
  projectionGradient,
  softmaxGradient,
  softmaxPlusOneGradient,
  zeroGradient,
  type RowGradient,
} from './softmaxGradient';

/** What a layer does to its pre-activations `a`, shape [batch, units]: an activation, a softmax or a gate. */
export interface LayerFunction {
  readonly kind: 'activation' | 'softmax' | 'gate';
  /** numbers per row that come out of `units` pre-activations */
  outputs(units: number, params: Parameters): number;
  apply(a: NumericArray, params: Parameters): NumericArray;
  /** gradient with respect to `a`, given `dz` of the shape of the outcome */
  backward(a: NumericArray, dz: NumericArray, params: Parameters): Float64Array;
}

const activationLayer = (id: string): LayerFunction => ({
  kind: 'activation',
  outputs: (units) => units,
  apply: (a, params) => evaluate(id, a, params),
  backward: (a, dz, params) => derivative(id, a, params).data.map((slope, i) => slope * dz.data[i]!),
});

/** Gradient by id of the softmax family; `of` tells which values the formula is written in. */
const softmaxGradients: Readonly<Record<string, { of: 'z' | 'softmax'; gradient: RowGradient; sign: 1 | -1 }>> = {
  softmax: { of: 'z', gradient: softmaxGradient, sign: 1 },
  naiveSoftmax: { of: 'z', gradient: softmaxGradient, sign: 1 },
  logShiftedSoftmax: { of: 'z', gradient: softmaxGradient, sign: 1 },
  softmaxPlusOne: { of: 'z', gradient: softmaxPlusOneGradient, sign: 1 },
  softmin: { of: 'z', gradient: softmaxGradient, sign: -1 },
  logSoftmax: { of: 'softmax', gradient: logSoftmaxGradient, sign: 1 },
  sparsemax: { of: 'z', gradient: projectionGradient(0), sign: 1 },
  entmax15: { of: 'z', gradient: projectionGradient(0.5), sign: 1 },
  hardmax: { of: 'z', gradient: zeroGradient, sign: 1 },
};

function softmaxLayer(id: string): LayerFunction | undefined {
  const record = softmaxFamily.get(id);
  const rule = softmaxGradients[id];
  if (record === undefined || rule === undefined) return undefined;
  const options = (params: Parameters) => ({ axis: -1, temperature: params.temperature ?? 1 });
  return {
    kind: 'softmax',
    outputs: (units) => units,
    apply: (a, params) => record.apply(a, options(params)),
    backward: (a, dz, params) => {
      const base = rule.of === 'z' ? record.apply(a, options(params)) : softmax(a, options(params));
      const scale = rule.sign / options(params).temperature;
      return rule.gradient(base.data, dz.data, a.shape[1]!).map((slope) => slope * scale);
    },
  };
}

function gateLayer(id: string): LayerFunction | undefined {
  const record = gates.get(id);
  if (record === undefined) return undefined;
  const pieces = (params: Parameters): number => (id === 'maxout' ? (params.pieces ?? 2) : 2);
  const gateFirst = (params: Parameters): boolean => params.gateFirst === 1;
  const inner = activations.get(record.activation ?? '');
  return {
    kind: 'gate',
    outputs: (units, params) => units / pieces(params),
    apply: (a, params) =>
      record.apply(a, { axis: -1, pieces: pieces(params), gate: gateFirst(params) ? 'first' : 'second' }),
    backward: (a, dz, params) =>
      inner === undefined
        ? maxoutGradient(a.data, dz.data, a.shape[1]!, pieces(params))
        : gluGradient(inner, a.data, dz.data, a.shape[1]!, gateFirst(params)),
  };
}

/**
 * The function of a layer by its id: any activation, any of the softmax family (parameter `temperature`) or any gate
 * (`pieces` for maxout; `gateFirst`: 1 where the first half gates).
 *
 * @throws RangeError when there is no such function
 */
export function layerFunction(id: string): LayerFunction {
  const found = activations.has(id) ? activationLayer(id) : (softmaxLayer(id) ?? gateLayer(id));
  if (found === undefined) {
    throw new RangeError(`a layer requires the id of an activation, a softmax or a gate, got "${id}"`);
  }
  return found;
}
