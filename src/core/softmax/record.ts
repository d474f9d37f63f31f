import type { Spelling } from '../activations/activation';
import type { NumericArray } from '../array/numericArray';
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
export interface SoftmaxRecord {
  readonly id: string;
  readonly label: string;
  /** LaTeX, in x, T and y */
  readonly formula: string;
  readonly explanation: { readonly en: string; readonly ko: string };
  readonly source: { readonly authors: string; readonly title: string; readonly year: number; readonly url?: string };
  readonly spellings: readonly Spelling[];
  /** each row of the result sums to 1 */
  readonly distribution: boolean;
  /** id of the member that gives the exact value of the same mathematical function, where this one may fail */
  readonly exactId: string;
  readonly apply: (array: NumericArray, options?: SoftmaxOptions) => NumericArray;
  /** the textbook computation step by step, every operation in the dtype of the options */
  steps(array: NumericArray, options?: SoftmaxOptions): readonly SoftmaxStep[];
}
