import type { NumericArray } from '../array/numericArray';

/** An array with its name in the source, e.g. "W1", "network['b2']" or "fc1.weight". */
export interface NamedArray {
  readonly name: string;
  readonly array: NumericArray;
  readonly start: number;
  readonly end: number;
}
