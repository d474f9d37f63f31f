import { numericArray, readArray, writeArray } from '../../src/core';
import { inputs, type Contender, type Row } from './contender';

/** Reading: text to a flat Float64Array. Writing: a flat Float64Array to text. Both in JSON, numbers of full length. */
export const textRows: readonly Row[] = [
  reading('read', (x) => JSON.stringify(rowsOf(x))),
  reading('read-flat', (x) => JSON.stringify([...x])),
  reading('read-short', (x) => JSON.stringify(Array.from(x, (value) => Number(value.toFixed(4))))),
  reading('read-integers', (x) => JSON.stringify(Array.from(x, (value) => Math.round(value * 1000)))),
  reading('read-python', (x) => `[${[...x].join(', ')}]`),
  reading('read-numpy', (x) => `array([${Array.from(x, (value) => value.toFixed(8)).join(',\n       ')}])`),
  writing('write', (x) => x),
  writing('write-short', (x) => x.map((value) => Number(value.toFixed(4)))),
  writing('write-integers', (x) => x.map((value) => Math.round(value * 1000))),
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

/** A row that writes a matrix of rows of 1000, or a flat list of them. */
function writing(id: string, numbers: (x: Float64Array) => Float64Array): Row {
  return {
    id,
    unit: 'numbers',
    contenders(size) {
      const x = numbers(inputs(size));
      const array = numericArray(x, [x.length / 1000, 1000]);
      const rows = rowsOf(x);
      const contenders: Contender[] = [
        { name: 'Activation Lens', run: () => writeArray(array, 'json') },
        { name: 'JSON.stringify', note: 'of lists made before', run: () => JSON.stringify(rows) },
        { name: 'String, join', run: () => `[${Array.from(x, String).join(', ')}]` },
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
