import type { Machine, PyClass, PyError, Unknown, Value } from '../value';

export type BinaryOperator = '+' | '-' | '*' | '/' | '//' | '%' | '**' | '@' | '&' | '|' | '^' | '<<' | '>>';
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** What the evaluator's own parts ask of the running program, beyond what libraries may. */
export interface Runtime extends Machine {
  /** UTF-16 offsets of what runs now, written before anything that can fail */
  at(start: number, end: number): void;
  binary(operator: BinaryOperator, left: Value, right: Value): Value;
  /** `left operator= right`: lists and arrays change in place */
  inPlace(operator: BinaryOperator, left: Value, right: Value): Value;
  unary(operator: '+' | '-' | '~', value: Value): Value;
  compare(operator: Comparison, left: Value, right: Value): Value;
  contains(container: Value, item: Value): boolean;
  getItem(container: Value, index: Value): Value;
  setItem(container: Value, index: Value, item: Value): void;
  deleteItem(container: Value, index: Value): void;
  setAttribute(owner: Value, name: string, value: Value): void;
  deleteAttribute(owner: Value, name: string): void;
  /** the attribute, or undefined where Python raises AttributeError */
  findAttribute(value: Value, name: string): Value | undefined;
  /** a method of a class of the text, bound; undefined when its class has none of this name */
  special(value: Value, name: string): Value | undefined;
  length(value: Value): number;
  format(value: Value, spec: string): string;
  typeName(value: Value): string;
  classOf(value: Value): Value;
  hashKey(value: Value): string;
  print(text: string): void;
  /** Notes what cannot be known; the first time at each place it becomes a problem. */
  unknown(reason: string): Unknown;
  module(name: string): Value;
  /** the instance that `except ... as e` binds */
  exceptionOf(error: PyError): Value;
  exceptionClass(name: string): PyClass | undefined;
  /** Enters a function of the text; leaves it with `leave`. @throws PyError RecursionError */
  enter(): void;
  leave(): void;
}

/** The program stops here, and no `try` of it catches that: the budget is used up, or it was cancelled. */
export class Stopped extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function isUnknown(value: Value): value is Unknown {
  return typeof value === 'object' && value !== null && value.kind === 'unknown';
}

export const noKeywords: ReadonlyMap<string, Value> = new Map();
