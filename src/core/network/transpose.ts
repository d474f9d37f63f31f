import type { NumericArray } from '../array/numericArray';

/** Rows and columns exchanged. */
export function transpose(matrix: NumericArray): NumericArray {
  const [rows = 0, columns = 0] = matrix.shape;
  const data = new Float64Array(matrix.data.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) data[j * rows + i] = matrix.data[i * columns + j]!;
  }
  return { data, shape: [columns, rows], dtype: matrix.dtype };
}
