import type { DType } from '../../array/numericArray';
import type { Reader } from '../notation';
import { dtypeOfName } from '../lexis/words';
import { filledLines, firstLine, lastLine, words, type Cell, type Row } from './lines';
import { tableOf } from './tableOf';

/**
 * What C++ and MATLAB print: rows by white space, with a scale factor before them or a footer behind. A scale factor
 * multiplies every value; it is never left out.
 */

const footer =
  /^\[ [A-Za-z]{0,20}?(Double|Float|Half|BFloat16|Int|Long|Short|Char|Byte|Bool)(?:Type|Tensor)\{([\d,]{0,200})\} \]$/;
const scaleLine = /^([-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?) \*$/i;
const columnsLine = /^Columns? \d{1,9}(?: (?:to|through|and) ?\d{1,9})?:?$/i;
const planeLine = /^\(\d{1,9},\.,\.\) =$|^\([.,\d]{1,40}\) ?=$/;

const types: Readonly<Record<string, DType>> = { Float: 'float32', Half: 'float16', BFloat16: 'bfloat16' };

/** Blocks of columns put side by side: MATLAB and libtorch break wide matrices. */
function joinBlocks(blocks: readonly (readonly Row[])[]): Row[] {
  const [first = [], ...others] = blocks;
  return first.map((row, i) => [...row, ...others.flatMap((block) => block[i] ?? [])]);
}

interface Printed {
  readonly rows: readonly Row[];
  readonly factor: number | undefined;
}

/** Rows of the lines, a scale factor and headings of column blocks taken out. */
function rowsOf(text: string, printed: readonly Cell[]): Printed {
  const blocks: Row[][] = [[]];
  let factor: number | undefined;
  for (const line of printed) {
    const short = line.end - line.start < 60 ? text.slice(line.start, line.end) : '';
    const scale = scaleLine.exec(short);
    if (scale !== null) factor = Number(scale[1]);
    else if (columnsLine.test(short)) {
      if (blocks[blocks.length - 1]!.length > 0) blocks.push([]);
    } else if (!planeLine.test(short)) blocks[blocks.length - 1]!.push(words(text, line));
  }
  return { rows: joinBlocks(blocks), factor };
}

/** libtorch: rows, then `[ CPUFloatType{2,3} ]`, which tells type and shape. */
export const readLibtorch: Reader = (text, hint) => {
  const last = lastLine(text);
  const found =
    last === undefined || last.end - last.start > 300 ? null : footer.exec(text.slice(last.start, last.end));
  if (found === null) return undefined;
  const { rows, factor } = rowsOf(text, filledLines(text).slice(0, -1));
  const shape = found[2] === '' ? [] : found[2]!.split(',').map(Number);
  const end = last!.end;
  const dtype = types[found[1]!] ?? dtypeOfName(found[1]!.toLowerCase(), false) ?? 'float64';
  const result = tableOf(text, rows, hint, { notation: 'libtorch', strict: true, factor, shape, dtype });
  return result?.ok === true ? { ...result, end } : result;
};

const nameLine = /^[A-Za-z]\w{0,60} =$/;

/** MATLAB and Octave: `ans =`, perhaps a scale factor `1.0e+05 *`, rows, perhaps in blocks of columns. */
export const readMatlabPrint: Reader = (text, hint) => {
  const first = firstLine(text);
  if (first === undefined || first.end - first.start > 70) return undefined;
  const head = text.slice(first.start, first.end);
  const named = nameLine.test(head);
  if (!named && !scaleLine.test(head) && !columnsLine.test(head)) return undefined;
  const filled = filledLines(text);
  const { rows, factor } = rowsOf(text, named ? filled.slice(1) : filled);
  if (rows.length === 0) return undefined;
  return tableOf(text, rows, hint, { notation: 'matlab', strict: false, factor });
};
