import type { Matrix } from '../kernels/data';
import { engine } from '../kernels/slot';
import { dot } from './dot';

/** From so many products on, and with so many rows that share each column, a kernel is faster. */
const MANY = 4096;
const SHARED = 4;

/**
 * x y + bias, each entry a compensated dot product (`dot`) of a row of x with a column of y.
 *
 * @param bias one number for each column; 0 when left out
 */
export function products(
  x: Matrix,
  y: Matrix,
  [rows, count, columns]: readonly [number, number, number],
  bias?: Float64Array,
): Float64Array {
  const result = new Float64Array(rows * columns);
  const worth = rows >= SHARED && rows * count * columns >= MANY;
  if (worth && engine()?.products(x, y, [rows, count, columns], bias, result)) return result;
  for (let row = 0; row < rows; row++) {
    const left = { data: x.data, start: row * x.step, step: x.along };
    for (let column = 0; column < columns; column++) {
      const right = { data: y.data, start: column * y.along, step: y.step };
      result[row * columns + column] = dot(left, right, count, bias?.[column]);
    }
  }
  return result;
}
