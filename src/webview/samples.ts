import { numericArray } from '../core/array/numericArray';
import type { NumericArray } from '../core/index';
import type { StringKey } from '../shared/strings';

/** Arrays for the first visit: each shows something that the others do not. */
export const samples: readonly { readonly key: StringKey; readonly array: () => NumericArray }[] = [
  { key: 'sample.steps', array: () => numericArray([-3, -2, -1, -0.5, 0, 0.5, 1, 2, 3]) },
  { key: 'sample.logits', array: () => numericArray([2.1, 0.3, -1.2, 4.4, 1.7]) },
  { key: 'sample.overflow', array: () => numericArray([300, 200, 720, 100, 400]) },
  { key: 'sample.strange', array: () => numericArray([-Infinity, -1, 0, 1, NaN, Infinity]) },
  {
    key: 'sample.batch',
    array: () =>
      numericArray([1.2, -0.4, 0.8, 2.2, -1.1, 0, 0, 0, 0, 0, 9, 8.5, -3, 1, 4, -2, -2.5, -1, -4, -0.5], [4, 5]),
  },
  {
    key: 'sample.many',
    array: () =>
      numericArray(Float64Array.from({ length: 10_000 }, (_, i) => 6 * Math.sin(i * 0.7297) * Math.sin(i * 0.01131))),
  },
];
