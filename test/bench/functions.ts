import { evaluate, numericArray, softmax, type NumericArray } from '../../src/core';
import { inputs, type Contender, type Row } from './contender';
import { formulas, type FormulaId } from './formulas';
import { mathjsContender, onnxContenders, stdlibContender, tfjsContenders } from './libraries';

/** Our id of each formula; softmax runs over rows of 1000. */
const ours: Readonly<Record<FormulaId, (array: NumericArray) => NumericArray>> = {
  exp: (array) => evaluate('exponential', array),
  sigmoid: (array) => evaluate('sigmoid', array),
  tanh: (array) => evaluate('tanh', array),
  gelu: (array) => evaluate('gelu', array),
  geluTanh: (array) => evaluate('geluTanh', array),
  softplus: (array) => evaluate('softplus', array),
  relu: (array) => evaluate('relu', array),
  softmax: (array) => softmax(array),
};

/** An activation, or softmax, over an array: every contender makes a new array of results. */
export const functionRows: readonly Row[] = (Object.keys(ours) as FormulaId[]).map((id) => ({
  id,
  unit: 'elements',
  async contenders(size) {
    const x = inputs(size);
    const array = numericArray(x, id === 'softmax' ? [size / 1000, 1000] : [size]);
    const plain = formulas[id];
    const all: (Contender | undefined)[] = [
      { name: 'Activation Lens', run: () => ours[id](array) },
      {
        name: 'plain loop',
        ...(id === 'gelu' ? { note: 'erf good to 1.5e-7' } : {}),
        run: () => {
          const target = new Float64Array(x.length);
          plain(x, target);
          return target;
        },
      },
      await stdlibContender(id, x),
      size <= 1e6 ? await mathjsContender(id, x) : undefined,
      ...(await tfjsContenders(id, x)),
      ...(await onnxContenders(id, x)),
    ];
    return all.filter((contender) => contender !== undefined);
  },
}));
