import { dtypes, type NumericArray } from '../core/array/numericArray';
import { integer, listOf, object, oneOf, text, type Check } from './check';

/** Longest array that a message may carry: 128 MB of numbers. */
export const mostValues = 1 << 24;
/** Longest text that a message may carry. */
export const mostText = 1 << 28;

export const isArray: Check<NumericArray> = (value): value is NumericArray =>
  arrayParts(value) && value.data.length === value.shape.reduce((product, length) => product * length, 1);

const isNames = listOf(text(), mostValues);
/** JSON makes null of an axis without names */
const isLabels: Check<NumericArray['labels']> = (value): value is NumericArray['labels'] =>
  value === undefined ||
  (Array.isArray(value) && value.every((names) => names === null || names === undefined || isNames(names)));

const arrayParts = object<NumericArray>({
  data: (value): value is Float64Array => value instanceof Float64Array && value.length <= mostValues,
  shape: listOf(integer(0, mostValues), 64),
  dtype: oneOf(...dtypes),
  labels: isLabels,
});
