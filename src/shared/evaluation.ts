import type { NumericArray } from '../core/array/numericArray';
import { callOf, type FunctionCall } from '../core/function/call';

export type { FunctionCall };

/** Where an array stands in the editor. Offsets are UTF-16 units of the document at `version`. */
export interface SourceRange {
  readonly uri: string;
  readonly version: number;
  readonly start: number;
  readonly end: number;
  readonly notation: string;
  /** short name for people, e.g. "network.py:12" */
  readonly label: string;
}

/** What stands in a call's place where the whole network, not one function, is applied. */
export const networkCall: FunctionCall = callOf('network');

export const isNetworkCall = (call: FunctionCall): boolean => call.function === networkCall.function;

/** One array, one function: what commands show in the sidebar and the history keeps. */
export interface Evaluation {
  readonly call: FunctionCall;
  readonly input: NumericArray;
  readonly source: SourceRange | undefined;
}
