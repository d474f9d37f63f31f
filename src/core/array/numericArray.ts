/** The number types that a source text can imply and that results can be computed in. */
export type DType = 'float64' | 'float32' | 'float16' | 'bfloat16' | 'float8_e5m2' | 'float8_e4m3fn';

/** Every dtype, widest first. */
export const dtypes: readonly DType[] = ['float64', 'float32', 'float16', 'bfloat16', 'float8_e5m2', 'float8_e4m3fn'];

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
}

/**
 * Builds an array from any list of numbers; the numbers are copied.
 *
 * @param shape defaults to one dimension of all values
 * @throws RangeError when the shape does not hold exactly as many values as given
 * @example numericArray([1, 2, 3, 4], [2, 2]).shape // [2, 2]
 */
export function numericArray(
  values: ArrayLike<number>,
  shape: readonly number[] = [values.length],
  dtype: DType = 'float64',
): NumericArray {
  const count = shape.reduce((product, length) => product * length, 1);
  if (count !== values.length) {
    throw new RangeError(
      `numericArray requires as many values as the shape holds: [${shape.join(', ')}] holds ${String(count)}, got ${String(values.length)}`,
    );
  }
  return { data: Float64Array.from(values), shape: [...shape], dtype };
}
