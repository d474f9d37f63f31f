import type { Value } from '../value';
import type { Runtime } from '../runtime/runtime';

/** A method of one of Python's own types, with the object it is called on. */
export type Method<T> = (
  self: T,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
  runtime: Runtime,
) => Value;

export type Methods<T> = ReadonlyMap<string, Method<T>>;

export const list = (items: Value[]): Value => ({ kind: 'list', items });
export const tuple = (items: readonly Value[]): Value => ({ kind: 'tuple', items });
export const int = (value: number): bigint => BigInt(value);
