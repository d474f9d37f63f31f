/** The number types that a source text can imply and that results can be computed in. */
export type DType = 'float64' | 'float32' | 'float16' | 'bfloat16' | 'float8_e5m2' | 'float8_e4m3fn';

/** Every dtype, widest first. */
export const dtypes: readonly DType[] = ['float64', 'float32', 'float16', 'bfloat16', 'float8_e5m2', 'float8_e4m3fn'];

/** Names of the entries along each axis, e.g. of the classes; undefined for an axis without names. */
export type AxisLabels = readonly (readonly string[] | undefined)[];

/**
 * An n-dimensional array of real numbers, row-major.
 *
 * `shape` is `[]` for a single number; `data.length` is the product of `shape`. Values are float64 whatever the
 * dtype: the dtype tells which numbers the source text means, e.g. float32 for `1.5f`.
 */
export interface NumericArray {
  readonly data: Float64Array;
  readonly shape: readonly number[];
  readonly dtype: DType;
  /** where the source names its entries: one list an axis, as long as the axis */
  readonly labels?: AxisLabels;
}

/**
 * Builds an array from any list of numbers; the numbers are copied.
 *
 * @param shape defaults to one dimension of all values
 * @param labels names along each axis; an axis without names may be undefined
 * @throws RangeError when the shape does not hold exactly as many values as given, or labels do not fit the shape
 * @example numericArray([1, 2, 3, 4], [2, 2]).shape // [2, 2]
 */
export function numericArray(
  values: ArrayLike<number>,
  shape: readonly number[] = [values.length],
  dtype: DType = 'float64',
  labels?: AxisLabels,
): NumericArray {
  return checkedArray(Float64Array.from(values), [...shape], dtype, labels);
}

/**
 * The same without a copy, for whoever has just made the data and keeps no hold of it.
 *
 * @throws RangeError as `numericArray` does
 */
export function checkedArray(
  data: Float64Array,
  shape: readonly number[],
  dtype: DType,
  labels?: AxisLabels,
): NumericArray {
  const count = shape.reduce((product, length) => product * length, 1);
  if (count !== data.length) {
    throw new RangeError(
      `numericArray requires as many values as the shape holds: [${shape.join(', ')}] holds ${String(count)}, got ${String(data.length)}`,
    );
  }
  if (labels?.some((names) => names !== undefined) !== true) return { data, shape, dtype };
  if (labels.length !== shape.length) {
    throw new RangeError(
      `numericArray requires labels for each of ${String(shape.length)} axes, got ${String(labels.length)}`,
    );
  }
  labels.forEach((names, axis) => {
    if (names === undefined || names.length === shape[axis]) return;
    throw new RangeError(
      `numericArray requires ${String(shape[axis])} labels along axis ${String(axis)}, got ${String(names.length)}`,
    );
  });
  return { data, shape, dtype, labels };
}
