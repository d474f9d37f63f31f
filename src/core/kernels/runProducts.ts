import type { Matrix } from './data';
import type { Kernels } from './instance';
import { CHUNK, MOST_ROWS } from './slot';

/** Columns that the kernel takes at a time. */
const COLUMNS = 4;

/** `products` by the kernel; false where rows are too long for its memory. */
export function runProducts(
  kernels: Kernels,
  x: Matrix,
  y: Matrix,
  [rows, count, columns]: readonly [number, number, number],
  bias: Float64Array | undefined,
  result: Float64Array,
): boolean {
  if (count > CHUNK || count === 0) return false;
  const { panel, results, dense } = kernels;
  const block = Math.min(MOST_ROWS, Math.floor(CHUNK / count));
  for (let column = 0; column < columns; column += COLUMNS) {
    const width = Math.min(COLUMNS, columns - column);
    for (let k = 0; k < count; k++) {
      const from = k * y.step + column * y.along;
      for (let c = 0; c < width; c++) panel[k * COLUMNS + c] = y.data[from + c * y.along]!;
    }
    results.fill(0, 0, COLUMNS);
    if (bias) results.set(bias.subarray(column, column + width));
    for (let row = 0; row < rows; row += block) {
      const height = Math.min(block, rows - row);
      takeRows(kernels.room, x, row, height, count);
      const out = dense(height, count);
      for (let i = 0; i < height; i++) {
        const to = (row + i) * columns + column;
        for (let c = 0; c < width; c++) result[to + c] = out[i * COLUMNS + c]!;
      }
    }
  }
  return true;
}

/** Rows laid one after the other where the kernel works. */
function takeRows(room: Float64Array, { data, step, along }: Matrix, row: number, height: number, count: number): void {
  const from = row * step;
  if (along === 1 && step === count) {
    room.set(data.subarray(from, from + height * count));
    return;
  }
  for (let i = 0, to = 0; i < height; i++) {
    for (let k = 0, at = from + i * step; k < count; k++, at += along) room[to++] = data[at]!;
  }
}
