import type { NumericArray } from '../core/array/numericArray';
import type { Parameters } from '../core/activations/activation';
import type { DType } from '../core/array/numericArray';

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

/** Which function with which settings: all that is needed, beside the array, to compute an evaluation again. */
export type FunctionCall =
  | {
      readonly kind: 'activation';
      readonly function: string;
      readonly params: Parameters;
      readonly dtype: DType;
      readonly mode: 'fused' | 'stepwise';
    }
  | {
      readonly kind: 'softmax';
      readonly function: string;
      readonly axis: number;
      readonly temperature: number;
      readonly dtype: DType;
      readonly mode: 'fused' | 'stepwise';
    }
  | {
      readonly kind: 'gate';
      readonly function: string;
      readonly axis: number;
      /** blocks of the axis: any number for maxout, 2 for the others */
      readonly pieces: number;
      /** which half gates the other */
      readonly gate: 'first' | 'second';
    }
  | { readonly kind: 'network' };

/** One array, one function: what commands show in the sidebar and the history keeps. */
export interface Evaluation {
  readonly call: FunctionCall;
  readonly input: NumericArray;
  readonly source: SourceRange | undefined;
}
