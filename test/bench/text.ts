import { readArray } from '../../src/core';
import { inputs, type Contender, type Row } from './contender';

/** Reading: text to a flat Float64Array. Writing: a flat Float64Array to text. Both in JSON, numbers of full length. */
export const textRows: readonly Row[] = [
  reading('read', (x) => JSON.stringify(rowsOf(x))),
  reading('read-flat', (x) => JSON.stringify([...x])),
  reading('read-short', (x) => JSON.stringify(Array.from(x, (value) => Number(value.toFixed(4))))),
  reading('read-integers', (x) => JSON.stringify(Array.from(x, (value) => Math.round(value * 1000)))),
  reading('read-python', (x) => `[${[...x].join(', ')}]`),
  reading('read-numpy', (x) => `array([${Array.from(x, (value) => value.toFixed(8)).join(',\n       ')}])`),
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

/** A row that reads one text of nested or flat lists. */
function reading(id: string, write: (x: Float64Array) => string): Row {
  return {
    id,
    unit: 'numbers',
    contenders(size) {
      const text = write(inputs(size));
      const json = text.replace(/^array\(/, '').replace(/\)$/, '');
      const contenders: Contender[] = [
        { name: 'Activation Lens', run: () => readArray(text) },
        { name: 'JSON.parse, flat', run: () => Float64Array.from((JSON.parse(json) as number[] | number[][]).flat()) },
        {
          name: 'split, Number',
          run: () => Float64Array.from(json.replaceAll('[', '').replaceAll(']', '').split(','), Number),
        },
      ];
      return Promise.resolve(contenders);
    },
  };
}

/** Rows of 1000 as plain lists, as a program has them. */
function rowsOf(x: Float64Array): number[][] {
  const rows: number[][] = [];
  for (let i = 0; i < x.length; i += 1000) rows.push([...x.subarray(i, i + 1000)]);
  return rows;
}
