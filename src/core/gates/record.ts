import type { NumericArray } from '../array/numericArray';
import type { Rounding } from '../function/call';
import type { FunctionDescription } from '../function/record';

/** Settings of any gate: maxout reads `pieces` (default 2), the GLU family `gate` (default second). */
export interface AnyGateOptions extends Partial<Rounding> {
  readonly axis?: number | undefined;
  readonly pieces?: number | undefined;
  readonly gate?: 'first' | 'second' | undefined;
}

/** A function of several slices of one axis; in its formula a and b are the first and second half, x_p piece p. */
export interface GateRecord extends FunctionDescription {
  /** which of the options it reads beside the axis */
  readonly option: 'pieces' | 'gate';
  /** id of the activation that the gate goes through */
  readonly activation?: string;
  /** into how many slices of equal length the axis is cut */
  parts(options: AnyGateOptions): number;
  readonly apply: (array: NumericArray, options?: AnyGateOptions) => NumericArray;
  /** the gradient by the array, in float64, given that by the result */
  readonly gradient: (array: NumericArray, upstream: NumericArray, options?: AnyGateOptions) => NumericArray;
}
