import type { Problem } from '../problem';
import type { NumericArray } from '../array/numericArray';

/** An array that code computed: `dtype` is NumPy's own name, which may be one that texts of numbers never have. */
export interface CodeArray extends Omit<NumericArray, 'dtype'> {
  readonly dtype: string;
}

/** A value of the program, as a copy that stays as it was. */
export type CodeValue =
  | { readonly kind: 'array'; readonly array: CodeArray; readonly type: string }
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly type: string;
      /** all digits of an int that a float64 cannot hold */
      readonly exact?: string;
    }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'list' | 'tuple'; readonly items: readonly CodeValue[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [string, CodeValue])[] }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'object'; readonly type: string; readonly text: string }
  | {
      readonly kind: 'unknown';
      readonly reason: string;
      readonly start: number;
      readonly end: number;
      /** one of the values that it takes, where it differs on every run */
      readonly example?: CodeValue;
    };

/** A value that came about: by an assignment, an expression that stands alone, or a return. */
export interface CodeStep {
  readonly start: number;
  readonly end: number;
  readonly name?: string;
  readonly value: CodeValue;
}

/** What `workOut` found. */
export interface WorkedOut {
  /** top-level names as they are at the end, or where the program stopped */
  readonly variables: ReadonlyMap<string, CodeValue>;
  readonly steps: readonly CodeStep[];
  /** what print wrote */
  readonly output: string;
  readonly problems: readonly Problem[];
}
