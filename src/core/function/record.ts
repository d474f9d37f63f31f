import type { NumericArray } from '../array/numericArray';
import type { Rounding } from './call';
import type { CallFault } from './fault';
import type { FunctionParameter, Ordered, Settings } from './parameter';
import type { Spelling } from './spelling';

/** The three families: element by element, along an axis, and of several slices of one axis. */
export type FunctionKind = 'activation' | 'softmax' | 'gate';

/** What there is to tell about any function, whatever its family. */
export interface FunctionDescription {
  readonly id: string;
  readonly label: string;
  /** LaTeX */
  readonly formula: string;
  readonly explanation: { readonly en: string; readonly ko: string };
  readonly source: { readonly authors: string; readonly title: string; readonly year: number; readonly url?: string };
  readonly spellings: readonly Spelling[];
}

/** A function over arrays: what a call names. `Complete` settings hold every parameter, each within its bounds. */
export interface FunctionRecord extends FunctionDescription {
  readonly kind: FunctionKind;
  readonly parameters: readonly FunctionParameter[];
  /** id of the function that gives the exact value of the same mathematical function, where this one may fail */
  readonly exactId: string;
  /** two parameters of which one must not pass the other */
  readonly ordered?: Ordered;
  /** why the function cannot be applied to this shape, whose axis is there */
  unfit?(shape: readonly number[], settings: Settings): CallFault | undefined;
  /** the shape that comes out; its figures need not be whole where the shape does not fit */
  shape(shape: readonly number[], settings: Settings): readonly number[];
  /** over an array that fits, with complete settings */
  apply(array: NumericArray, settings: Settings, rounding: Rounding): NumericArray;
  /** the gradient by the array, of the array's shape, given that by the result */
  gradient(array: NumericArray, upstream: NumericArray, settings: Settings): NumericArray;
}

/** What a record tells, without what it computes. */
export const described = ({ id, label, formula, explanation, source, spellings }: FunctionDescription) => ({
  id,
  label,
  formula,
  explanation,
  source,
  spellings,
});
