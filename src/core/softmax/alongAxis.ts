import { keepLabels } from '../array/keepLabels';
import { axisLayout } from '../array/axis';
import type { NumericArray } from '../array/numericArray';
import type { Arithmetic } from '../precision/arithmetic';
import { arithmeticOf } from '../precision/arithmeticOf';
import { roundInto } from '../precision/roundInto';
import { checkOptions, type SoftmaxOptions } from './options';

/**
 * A function of one row: `n` numbers of `x` from `from` on, results into `out` from `to` on. `x` and `out` may be the
 * same place.
 */
export type ExactRow = (
  x: Float64Array,
  from: number,
  n: number,
  out: Float64Array,
  to: number,
  temperature: number,
) => void;

/** The same as a book writes it: operations in `m`, sums in `sum`. `x` holds numbers of m's dtype, `t` too. */
export type TextbookRow = (
  x: Float64Array,
  from: number,
  n: number,
  out: Float64Array,
  to: number,
  t: number,
  m: Arithmetic,
  sum: Arithmetic,
) => void;

export interface RowFunction {
  /** its name in messages */
  readonly id: string;
  readonly exact: ExactRow;
  readonly textbook: TextbookRow;
  /** a faster way to the bits that `textbook` gives with the dtypes' own arithmetics */
  readonly stepwise?: TextbookRow;
  /** result where the mask is false; of a reducing function, result of a row without numbers */
  readonly masked: number;
  /** true: one result for each row, the axis is removed. `out` has one place then. */
  readonly reduces?: boolean;
}

/** From this length on rows take one operation at a time. */
const LONG = 64;

/**
 * Runs a row function along an axis. Rows that lie together in memory are computed in place; others, and rows with a
 * mask, are gathered into one row's worth of scratch, so nothing is allocated for each element or row.
 */
export function alongAxis(row: RowFunction, array: NumericArray, options: SoftmaxOptions = {}): NumericArray {
  const { axis, temperature, dtype, mode, accumulate, mask } = checkOptions(row.id, array, options);
  const layout = axisLayout(row.id, array, axis);
  const { length, stride, rows } = layout;
  const reduces = row.reduces === true;
  const out = new Float64Array(reduces ? rows : array.data.length);
  const shape = reduces ? array.shape.filter((_, i) => i !== layout.axis) : [...array.shape];
  const source = dtype === 'float64' ? array.data : new Float64Array(array.data.length);
  if (dtype !== 'float64') roundInto(dtype, array.data, source);
  const m = arithmeticOf(dtype);
  const sum = arithmeticOf(accumulate);
  const t = m.constant(temperature);
  const textbook = (length >= LONG ? row.stepwise : undefined) ?? row.textbook;
  const run = (x: Float64Array, from: number, n: number, target: Float64Array, to: number): void => {
    if (n === 0) target[to] = row.masked;
    else if (mode === 'stepwise') textbook(x, from, n, target, to, t, m, sum);
    else row.exact(x, from, n, target, to, temperature);
  };
  if (out.length > 0 && stride === 1 && !mask) {
    for (let r = 0; r < rows; r++) run(source, r * length, length, out, reduces ? r : r * length);
  } else if (out.length > 0) {
    const scratch = new Float64Array(Math.max(1, length));
    for (let r = 0; r < rows; r++) {
      const start = layout.rowStart(r);
      let n = 0;
      for (let k = 0, i = start; k < length; k++, i += stride) if (!mask || mask[i]) scratch[n++] = source[i]!;
      run(scratch, 0, n, scratch, 0);
      n = 0;
      if (reduces) out[r] = scratch[0]!;
      else
        for (let k = 0, i = start; k < length; k++, i += stride) out[i] = !mask || mask[i] ? scratch[n++]! : row.masked;
    }
  }
  if (mode === 'fused') roundInto(dtype, out, out);
  return keepLabels(array, { data: out, shape, dtype });
}
