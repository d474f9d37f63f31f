import { engine } from '../kernels/slot';
import { FEWEST } from './exponentials';

/** Divides the n numbers of a row by their sum. */
export function divideRow(out: Float64Array, to: number, n: number, sum: number): void {
  const fast = n >= FEWEST ? engine() : undefined;
  if (fast) fast.divide(out, to, n, sum);
  else for (let i = to; i < to + n; i++) out[i] = out[i]! / sum;
}
