import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { newArray, sizeOf, type ElementType, type Items } from '../../../../../../src/core/code/numpy/ndarray';
import { arrayRepr, arrayStr } from '../../../../../../src/core/code/numpy/print/arrayText';
import {
  defaultOptions,
  setPrintOptions,
  type PrintOptions,
} from '../../../../../../src/core/code/numpy/print/options';
import { testMachine } from '../pythonTree';

type Row = readonly [ElementType, readonly number[], string, Partial<PrintOptions>, string, string];

const table = new URL('../../../../../reference/numpy/printing.json', import.meta.url);
const rows = JSON.parse(readFileSync(table, 'utf8')) as readonly Row[];
const special: Readonly<Record<string, number>> = { nan: NaN, inf: Infinity, '-inf': -Infinity };

/** NumPy since 2.2 names the shape of an array that is summarised. */
const withoutShape = (text: string): string =>
  text.startsWith('array([]') ? text : text.replace(/,\s+shape=\([\d, ]*\)/, '').replace(/\s+dtype=/, ' dtype=');

describe('arrayStr and arrayRepr, against what real NumPy prints', () => {
  rows.forEach(([dtype, shape, values, options, str, repr], i) => {
    it(`${i}: ${dtype} ${shape.join(' x ')} ${JSON.stringify(options)}`, () => {
      const machine = testMachine();
      setPrintOptions(machine, { ...defaultOptions, ...options });
      const array = newArray(dtype, shape);
      const items = array.buffer as Items;
      const texts = values.split(' ');
      for (let k = 0; k < sizeOf(shape); k++) {
        items[k] = dtype === 'int64' ? BigInt(texts[k]!) : (special[texts[k]!] ?? Number(texts[k]));
      }
      assert.equal(arrayStr(array, machine), str);
      assert.equal(withoutShape(arrayRepr(array, machine)), withoutShape(repr));
    });
  });
});
