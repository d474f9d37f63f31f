import type { NumericArray } from './numericArray';

/**
 * How to walk an array along one axis: element k of row r of the axis lies at
 * `rowStart(r) + k * stride`, where the rows are numbered 0 .. rows - 1 in row-major order of the other axes.
 */
export interface AxisLayout {
  /** the axis counted from the front, 0 .. shape.length - 1 */
  readonly axis: number;
  /** elements along the axis */
  readonly length: number;
  /** distance in `data` between neighbours along the axis */
  readonly stride: number;
  /** number of one-dimensional rows along the axis */
  readonly rows: number;
  /** offset in `data` of the first element of row `r` */
  rowStart(row: number): number;
}

/**
 * Resolves an axis, negative ones counted from the end as NumPy does. A single number (shape `[]`) counts as
 * one row of one element.
 *
 * @throws RangeError in the form "softmax requires an axis between -2 and 1, got 3"
 */
export function axisLayout(who: string, array: NumericArray, axis = -1): AxisLayout {
  const shape = array.shape.length === 0 ? [1] : array.shape;
  const dimensions = shape.length;
  if (!Number.isInteger(axis) || axis < -dimensions || axis >= dimensions) {
    throw new RangeError(
      `${who} requires an axis between ${String(-dimensions)} and ${String(dimensions - 1)}, got ${String(axis)}`,
    );
  }
  const resolved = axis < 0 ? axis + dimensions : axis;
  const length = shape[resolved] ?? 1;
  let stride = 1;
  for (let i = resolved + 1; i < dimensions; i++) stride *= shape[i] ?? 1;
  let outer = 1;
  for (let i = 0; i < resolved; i++) outer *= shape[i] ?? 1;
  return {
    axis: resolved,
    length,
    stride,
    rows: outer * stride,
    rowStart: (row) => Math.floor(row / stride) * stride * length + (row % stride),
  };
}

/** The axis counted from the front, where it is one of the shape's. */
export const axisOf = (shape: readonly number[], axis: number): number => (axis < 0 ? axis + shape.length : axis);
