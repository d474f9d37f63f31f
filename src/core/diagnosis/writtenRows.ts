import type { DType, NumericArray } from '../array/numericArray';
import type { Context } from './context';

/** Operation by operation is slow: rows are looked at until they have this many numbers, at least one row. */
const LONGEST = 200_000;

/** How many rows `writtenRows` has. */
export function rowsLookedAt({ layout }: Context): number {
  return Math.min(layout.rows, Math.max(1, Math.floor(LONGEST / Math.max(1, layout.length))));
}

/** What each context's formula gave, by dtype: more than one check asks for it. */
const kept = new WeakMap<Context, Map<DType, Float64Array>>();

/** The first rows along the context's axis, one after the other, as the softmax's formula gives them in a dtype. */
export function writtenRows(context: Context, dtype: DType): Float64Array {
  let ofContext = kept.get(context);
  if (!ofContext) kept.set(context, (ofContext = new Map<DType, Float64Array>()));
  let written = ofContext.get(dtype);
  if (written) return written;
  const { temperature } = context;
  written = context.softmax!.apply(firstRows(context), { temperature, dtype, mode: 'stepwise' }).data;
  ofContext.set(dtype, written);
  return written;
}

/** The same rows before the softmax. */
export function firstRows(context: Context): NumericArray {
  const { array, layout } = context;
  const { length, stride } = layout;
  const rows = rowsLookedAt(context);
  const shape = [rows, length];
  if (stride === 1) return { data: array.data.subarray(0, rows * length), shape, dtype: array.dtype };
  const data = new Float64Array(rows * length);
  for (let row = 0, to = 0; row < rows; row++) {
    const start = layout.rowStart(row);
    for (let k = 0; k < length; k++) data[to++] = array.data[start + k * stride]!;
  }
  return { data, shape, dtype: array.dtype };
}
