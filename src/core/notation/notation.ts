import type { NumericArray } from '../array/numericArray';
import type { Problem } from '../problem';

/** Every way of writing an array that is read and written: one row of `registry.ts` each. */
export type NotationId =
  | 'python'
  | 'numpy'
  | 'numpyPrint'
  | 'pytorch'
  | 'jax'
  | 'tensorflow'
  | 'mlx'
  | 'paddle'
  | 'json'
  | 'yaml'
  | 'javascript'
  | 'c'
  | 'cpp'
  | 'glsl'
  | 'rust'
  | 'go'
  | 'java'
  | 'csharp'
  | 'swift'
  | 'kotlin'
  | 'julia'
  | 'matlab'
  | 'mathematica'
  | 'fortran'
  | 'haskell'
  | 'r'
  | 'latex'
  | 'markdown'
  | 'pandas'
  | 'libtorch'
  | 'labelled'
  | 'named'
  | 'csv'
  | 'tsv'
  | 'plain';

/** What the caller knows about a text before it is read. */
export interface ReadHint {
  /** VS Code's id of the document's language; decides where a text means two things, e.g. `[1 -2]` */
  readonly languageId?: string;
  /** `None`, `NA`, `null` and masked values: a problem (the default), or NaN with a warning */
  readonly missing?: 'problem' | 'nan';
  /** also report where each value stands, see `ReadResult.ranges`; costs 8 bytes a value */
  readonly ranges?: boolean;
}

/** Where each value stands: value `i` is `text.slice(starts[i], ends[i])`. */
export interface ValueRanges {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** How precisely the values were printed: an array of `0.1235` carries an error of up to half of 1e-4 each. */
export interface PrintedDigits {
  /** decimal places of the value that has most: 4 for `0.1235`, 6 for `1.235e-3`, negative for `12e3` */
  readonly decimals: number;
  /** significant digits of the value that has most: 4 for `0.1235` */
  readonly significant: number;
}

export interface ReadSuccess {
  readonly ok: true;
  readonly array: NumericArray;
  readonly notation: NotationId;
  /** range of the literal with its constructor call (`np.array([1, 2])`), without assignment or log text */
  readonly start: number;
  readonly end: number;
  /** warnings only */
  readonly problems: readonly Problem[];
  readonly digits: PrintedDigits;
  /** only where the hint asked for them */
  readonly ranges?: ValueRanges;
}

export interface ReadFailure {
  readonly ok: false;
  /** at least one of severity 'error' */
  readonly problems: readonly Problem[];
}

export type ReadResult = ReadSuccess | ReadFailure;

/**
 * Reads a text that is one array in one notation.
 *
 * @returns undefined where the text is plainly not in this notation, so that the next one is asked; a failure where
 * it is in this notation and wrong. Never throws, and takes time proportional to the length of the text.
 */
export type Reader = (text: string, hint: ReadHint) => ReadResult | undefined;

/** A part of a text: UTF-16 offsets, `end` one past it. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Finds the block of text round an offset that is an array in a notation without brackets, see `findArrayAt`. */
export type Finder = (text: string, offset: number) => TextRange | undefined;

/** One row of the registry. */
export interface Notation {
  readonly id: NotationId;
  /** for people, in the language of the trade: not translated */
  readonly label: string;
  /** VS Code language ids whose documents are written in this notation first of all */
  readonly languageIds: readonly string[];
  /** asks whether a text is in this notation, and reads it; undefined: the bracket engine recognises it */
  readonly read: Reader | undefined;
  /** only where neither brackets nor a block of lines of numbers bound the array, e.g. a Markdown table */
  readonly find?: Finder;
}
