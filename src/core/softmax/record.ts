import type { NumericArray } from '../array/numericArray';
import type { FunctionDescription } from '../function/record';
import type { RowFunction } from './alongAxis';
import type { SoftmaxOptions } from './options';

/** One step of a textbook computation, for people who follow it by hand. */
export interface SoftmaxStep {
  readonly id: 'scaled' | 'shift' | 'shifted' | 'exponentials' | 'sum' | 'threshold' | 'result';
  /** LaTeX */
  readonly formula: string;
  /** one value for each number, or one for each row: then the axis is gone from the shape */
  readonly values: NumericArray;
}

/** A function along an axis, with what there is to tell about it. */
export interface SoftmaxRecord extends FunctionDescription {
  /** each row of the result sums to 1 */
  readonly distribution: boolean;
  /** id of the member that gives the exact value of the same mathematical function, where this one may fail */
  readonly exactId: string;
  readonly apply: (array: NumericArray, options?: SoftmaxOptions) => NumericArray;
  /** the function of one row, exact and as a book writes it */
  readonly row: RowFunction;
  /** the textbook computation step by step, every operation in the dtype of the options */
  steps(array: NumericArray, options?: SoftmaxOptions): readonly SoftmaxStep[];
  /** the gradient by the array, in float64, given that by the result */
  readonly gradient: (array: NumericArray, upstream: NumericArray, options?: SoftmaxOptions) => NumericArray;
}
