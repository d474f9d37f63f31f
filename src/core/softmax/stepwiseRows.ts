import { exponential } from '../activations/exponential';
import { valuesInto } from '../kernels/elementwise';
import type { Arithmetic } from '../precision/arithmetic';
import { roundInto } from '../precision/roundInto';
import { runningSum } from '../precision/runningSum';
import type { TextbookRow } from './alongAxis';

/**
 * The textbook softmaxes one operation at a time over a whole row, instead of one number at a time through all
 * operations: the same roundings, many times as fast. Their `textbook` is the text that says what they do.
 */

/** out = x / t, for each number: m.div */
function divide(x: Float64Array, from: number, row: Float64Array, t: number, m: Arithmetic): void {
  for (let i = 0; i < row.length; i++) row[i] = x[from + i]! / t;
  roundInto(m.dtype, row, row);
}

/** The largest number as m.max finds it: NaN when one is NaN. */
function largest(row: Float64Array, least: number): number {
  let max = least;
  for (let i = 0; i < row.length; i++) max = Math.max(max, row[i]!);
  return max;
}

/** m.exp(m.sub(x, c)) for each number */
function exponentials(row: Float64Array, c: number, m: Arithmetic): void {
  if (c !== 0) {
    for (let i = 0; i < row.length; i++) row[i] = row[i]! - c;
    roundInto(m.dtype, row, row);
  }
  valuesInto(exponential, row, row, {});
  roundInto(m.dtype, row, row);
}

/** A shifted softmax with one more number, 0, or without; `shift` false: nothing is taken away. */
const stepwise =
  (shift: boolean, one: boolean): TextbookRow =>
  (x, from, n, out, to, t, m, sum) => {
    const row = out.subarray(to, to + n);
    if (t === 1) row.set(x.subarray(from, from + n));
    else divide(x, from, row, t, m);
    const max = shift ? largest(row, one ? 0 : -Infinity) : 0;
    exponentials(row, max, m);
    const first = one ? sum.constant(m.exp(m.neg(max))) : 0;
    divide(row, 0, row, m.constant(runningSum(sum, row, first)), m);
  };

export const stepwiseSoftmax = stepwise(true, false);
export const stepwiseNaiveSoftmax = stepwise(false, false);
export const stepwiseSoftmaxPlusOne = stepwise(true, true);
