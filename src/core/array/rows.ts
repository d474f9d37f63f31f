import type { AxisLayout } from './axis';

/** The numbers of an array with the rows along an axis one after another. */
export function gatherRows(data: Float64Array, layout: AxisLayout): Float64Array {
  const { length, stride, rows } = layout;
  if (stride === 1) return data;
  const gathered = new Float64Array(data.length);
  for (let row = 0, to = 0; row < rows; row++) {
    for (let k = 0, i = layout.rowStart(row); k < length; k++, i += stride) gathered[to++] = data[i]!;
  }
  return gathered;
}

/** The other way round: numbers row after row put where the layout has them. */
export function scatterRows(gathered: Float64Array, layout: AxisLayout): Float64Array {
  const { length, stride, rows } = layout;
  if (stride === 1) return gathered;
  const data = new Float64Array(gathered.length);
  for (let row = 0, from = 0; row < rows; row++) {
    for (let k = 0, i = layout.rowStart(row); k < length; k++, i += stride) data[i] = gathered[from++]!;
  }
  return data;
}
