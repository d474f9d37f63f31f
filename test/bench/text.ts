import { readArray } from '../../src/core';
import { inputs, type Contender, type Row } from './contender';

/** Reading: text to a flat Float64Array. Writing: a flat Float64Array to text. Both in JSON, numbers of full length. */
export const textRows: readonly Row[] = [
  {
    id: 'read',
    unit: 'numbers',
    contenders(size) {
      const json = JSON.stringify(rowsOf(inputs(size)));
      const contenders: Contender[] = [
        { name: 'Activation Lens', run: () => readArray(json) },
        { name: 'JSON.parse, flat', run: () => Float64Array.from((JSON.parse(json) as number[][]).flat()) },
        {
          name: 'split, Number',
          run: () => Float64Array.from(json.replaceAll('[', '').replaceAll(']', '').split(','), Number),
        },
      ];
      return Promise.resolve(contenders);
    },
  },
  {
    id: 'write',
    unit: 'numbers',
    contenders(size) {
      const x = inputs(size);
      const contenders: Contender[] = [
        { name: 'JSON.stringify', run: () => JSON.stringify(rowsOf(x)) },
        { name: 'String, join', run: () => `[${Array.from(x, String).join(', ')}]` },
      ];
      return Promise.resolve(contenders);
    },
  },
];

/** Rows of 1000 as plain lists, as a program has them. */
function rowsOf(x: Float64Array): number[][] {
  const rows: number[][] = [];
  for (let i = 0; i < x.length; i += 1000) rows.push([...x.subarray(i, i + 1000)]);
  return rows;
}
