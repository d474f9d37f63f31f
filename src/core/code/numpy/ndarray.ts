/** NumPy's dtypes that are worked out; torch's are the same with their own names. */
export type ElementType =
  | 'bool'
  | 'int8'
  | 'int16'
  | 'int32'
  | 'int64'
  | 'uint8'
  | 'uint16'
  | 'uint32'
  | 'uint64'
  | 'float16'
  | 'bfloat16'
  | 'float32'
  | 'float64'
  | 'object'
  | 'str';

/**
 * An n-dimensional array over a buffer that views share, as NumPy has it: element (i, j, ...) stands at
 * `offset + i strides[0] + j strides[1] + ...` of `buffer`, counted in elements.
 *
 * 64-bit integers are held exactly; bool as 0 and 1; float16 and bfloat16 as the float64 numbers that they are.
 */
export interface NdArray {
  readonly kind: 'ndarray';
  readonly dtype: ElementType;
  shape: readonly number[];
  strides: readonly number[];
  readonly offset: number;
  readonly buffer: Float64Array | Float32Array | Int32Array | BigInt64Array | BigUint64Array | Uint8Array | unknown[];
  /** whose printing and rules it follows */
  readonly library: 'numpy' | 'torch';
}
