import {
  activations,
  compareDtypes,
  derivative,
  diagnose,
  evaluate,
  forward,
  histogram,
  logSoftmax,
  logSumExp,
  numericArray,
  softmax,
  softmin,
  summarize,
  type NumericArray,
} from '../../src/core';
import { inputs } from './contender';

/** Work that is measured with the kernels and without them. */
export interface Mark {
  readonly name: string;
  /** how many times TypeScript's speed is wanted at a million numbers */
  readonly wanted?: number;
  /** everything but the work itself is done here */
  prepare(size: number): () => unknown;
}

/** Rows of 1000 where the size allows. */
function rows(size: number): NumericArray {
  return numericArray(inputs(size), size % 1000 === 0 ? [size / 1000, 1000] : [size]);
}

const over =
  (work: (array: NumericArray) => unknown): Mark['prepare'] =>
  (size) => {
    const array = rows(size);
    return () => work(array);
  };

const smooth: Readonly<Record<string, number>> = {
  ...{ exponential: 2.2, sigmoid: 2.2, tanh: 2.2, softplus: 2.2, silu: 2.2 },
  ...{ gelu: 2, geluTanh: 2, mish: 2, elu: 2 },
};

const values: Mark[] = [...activations.keys()].map((id) => ({
  name: id,
  ...(id in smooth ? { wanted: smooth[id]! } : {}),
  prepare: over((array) => evaluate(id, array)),
}));

const derivatives: Mark[] = [...activations.keys()].map((id) => ({
  name: `${id}'`,
  prepare: over((array) => derivative(id, array)),
}));

const rounded: Mark[] = ['sigmoid', 'gelu', 'relu', 'leakyRelu'].flatMap((id) =>
  (['float32', 'float16', 'bfloat16', 'float8_e4m3fn'] as const).map((dtype) => ({
    name: `${id} ${dtype}`,
    ...(dtype === 'float8_e4m3fn' ? {} : { wanted: 4 }),
    prepare: over((array) => evaluate(id, array, {}, { dtype })),
  })),
);

/** A layer of 256 inputs and as many units; the size counts its products. */
const layer: Mark = {
  name: 'dense layer',
  prepare(size) {
    const units = size >= 1e6 ? 256 : 16;
    const batch = Math.max(1, Math.round(size / units ** 2));
    const W = numericArray(inputs(units * units), [units, units]);
    const network = { layers: [{ W, b: numericArray(inputs(units)), activation: 'identity' }] };
    const x = numericArray(inputs(batch * units), [batch, units]);
    return () => forward(network, x);
  },
};

export const marks: readonly Mark[] = [
  ...values,
  ...derivatives,
  ...rounded,
  { name: 'softmax', wanted: 2.2, prepare: over((array) => softmax(array)) },
  { name: 'softmax at T = 0.7', prepare: over((array) => softmax(array, { temperature: 0.7 })) },
  { name: 'softmin', prepare: over((array) => softmin(array)) },
  { name: 'logSoftmax', prepare: over((array) => logSoftmax(array)) },
  { name: 'logSumExp', prepare: over((array) => logSumExp(array)) },
  { name: 'summarize', prepare: over((array) => summarize(array, { quantiles: false })) },
  { name: 'histogram', prepare: over((array) => histogram(array, 64)) },
  { name: 'diagnose softmax', prepare: over((array) => diagnose(array, { function: 'softmax' })) },
  {
    name: 'diagnose one row',
    prepare(size) {
      const array = numericArray(inputs(size));
      return () => diagnose(array, { function: 'softmax' });
    },
  },
  { name: 'compareDtypes sigmoid', prepare: over((array) => compareDtypes('sigmoid', array)) },
  { name: 'compareDtypes softmax', prepare: over((array) => compareDtypes('softmax', array)) },
  layer,
  { name: 'copy of the array', prepare: over(({ data }) => data.slice()) },
];
