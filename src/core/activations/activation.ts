import type { NumberParameter, Ordered } from '../function/parameter';
import type { FunctionDescription } from '../function/record';
import type { Arithmetic } from '../precision/arithmetic';

/** A function's parameters by id, e.g. `{ alpha: 0.2 }`. */
export type Parameters = Readonly<Record<string, number>>;

/** A number that the formula holds. */
export interface Parameter extends NumberParameter {
  /** the letter that the formula uses, LaTeX */
  readonly symbol: string;
  /** the span a slider offers */
  readonly slider: readonly [number, number];
}

/** A named set of parameters, e.g. "Keras 2 layer": alpha 0.3. */
export interface Preset {
  readonly id: string;
  readonly label: string;
  readonly params: Parameters;
}

export interface Interval {
  readonly min: number;
  readonly max: number;
  /** whether a finite input reaches the bound */
  readonly minReached: boolean;
  readonly maxReached: boolean;
}

export interface Properties {
  readonly zeroCentred: boolean;
  readonly monotonic: boolean;
  readonly boundedAbove: boolean;
  readonly boundedBelow: boolean;
  /** infinitely often differentiable */
  readonly smooth: boolean;
  /** where the output flattens out so that the gradient fades without being 0 */
  readonly saturates: 'none' | 'left' | 'right' | 'both';
  /** where the gradient is exactly 0 over a whole half-line */
  readonly gradientDies: 'none' | 'left' | 'right' | 'both' | 'middle' | 'everywhere';
}

/**
 * An element-wise function with its derivative. The contracts of every record: NaN in, NaN out; at an infinity the
 * mathematical limit; within 2 units in the last place of the exact value; at a kink PyTorch's subgradient.
 */
export interface Activation extends FunctionDescription {
  /** LaTeX, in x and the parameters' symbols, as `formula` is */
  readonly derivativeFormula: string;
  readonly parameters: readonly Parameter[];
  /** two parameters of which one must not pass the other */
  readonly ordered?: Ordered;
  /** `p` may leave out parameters: they take their defaults */
  value(x: number, p: Parameters): number;
  derivative(x: number, p: Parameters): number;
  /**
   * `value` over `source` into `target` (same length, may be the same array), parameters hoisted, in a loop of the
   * record's own so that engines compile it for this function alone.
   */
  valueInto(source: Float64Array, target: Float64Array, p: Parameters): void;
  derivativeInto(source: Float64Array, target: Float64Array, p: Parameters): void;
  /**
   * The exact value less `value(x, p)`, good for its sign. Given by records whose parameters have more digits than a
   * narrow dtype: only with them can a float64 result fall on the middle between two numbers of the dtype by rounding.
   */
  lost?(x: number, p: Parameters): number;
  /** the formula as a book writes it, over an arithmetic: what you get when you write it yourself in that dtype */
  textbook(x: number, p: Parameters, m: Arithmetic): number;
  /** the values that finite inputs give */
  range(p: Parameters): Interval;
  /** inputs where the derivative jumps or does not exist, ascending */
  kinks(p: Parameters): readonly number[];
  readonly properties: Properties;
  readonly presets: readonly Preset[];
}
