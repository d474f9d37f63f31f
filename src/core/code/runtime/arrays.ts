import type { NdArray } from '../numpy/ndarray';
import type { Machine, NumpyScalar, NumpyType, Value } from '../value';
import type { BinaryOperator, Comparison } from './runtime';

/** What the evaluator asks of a library of arrays: how its values mix, print and answer. */
export interface ArrayLibrary {
  binary(operator: BinaryOperator, left: Value, right: Value, machine: Machine): Value;
  inPlace(operator: BinaryOperator, left: NdArray, right: Value, machine: Machine): Value;
  unary(operator: '+' | '-' | '~', value: NdArray | NumpyScalar, machine: Machine): Value;
  compare(operator: Comparison, left: Value, right: Value, machine: Machine): Value;
  attribute(value: NdArray | NumpyScalar | NumpyType, name: string, machine: Machine): Value | undefined;
  setAttribute(value: NdArray, name: string, item: Value, machine: Machine): boolean;
  getItem(value: NdArray | NumpyScalar, index: Value, machine: Machine): Value;
  setItem(value: NdArray, index: Value, item: Value, machine: Machine): void;
  items(value: NdArray | NumpyScalar, machine: Machine): Iterable<Value>;
  length(value: NdArray | NumpyScalar): number;
  truth(value: NdArray | NumpyScalar): boolean;
  str(value: NdArray | NumpyScalar | NumpyType, machine: Machine): string;
  repr(value: NdArray | NumpyScalar | NumpyType, machine: Machine): string;
  /** Python's own number, string or nested lists: `.item()` and `.tolist()` */
  plain(value: NdArray | NumpyScalar, machine: Machine): Value;
  /** `np.float32(x)` */
  callType(type: NumpyType, args: readonly Value[], keywords: ReadonlyMap<string, Value>, machine: Machine): Value;
}

export function isArrayLike(value: Value): value is NdArray | NumpyScalar {
  return typeof value === 'object' && value !== null && (value.kind === 'ndarray' || value.kind === 'numpyScalar');
}
