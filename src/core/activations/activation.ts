import type { Arithmetic } from '../precision/arithmetic';

export type Framework = 'PyTorch' | 'JAX' | 'TensorFlow' | 'Keras' | 'ONNX' | 'NumPy' | 'SciPy' | 'Hugging Face';

/** A function's parameters by id, e.g. `{ alpha: 0.2 }`. */
export type Parameters = Readonly<Record<string, number>>;

export interface Parameter {
  readonly id: string;
  /** the letter that the formula uses, LaTeX */
  readonly symbol: string;
  readonly default: number;
  /** smallest and largest value allowed, inclusive unless `open` says otherwise */
  readonly min?: number;
  readonly max?: number;
  /** the bound itself is not allowed, e.g. beta > 0 */
  readonly open?: boolean;
  /** the span a slider offers */
  readonly slider: readonly [number, number];
}

/** How a framework writes the function, with that framework's own defaults where they differ from ours. */
export interface Spelling {
  readonly framework: Framework;
  /** as a program writes it, e.g. `torch.nn.functional.leaky_relu(x)` */
  readonly code: string;
  /** the parameters that this spelling means when none is written */
  readonly params?: Parameters;
  /** where it departs from the definition, e.g. documentation that contradicts the code */
  readonly note?: string;
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
export interface Activation {
  readonly id: string;
  readonly label: string;
  /** LaTeX, in x and the parameters' symbols */
  readonly formula: string;
  readonly derivativeFormula: string;
  readonly parameters: readonly Parameter[];
  /** what parameters that hang together break, e.g. "min below max, got min 2 and max 1"; nothing when they fit */
  unmet?(p: Parameters): string | undefined;
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
  readonly explanation: { readonly en: string; readonly ko: string };
  readonly source: { readonly authors: string; readonly title: string; readonly year: number; readonly url?: string };
  readonly spellings: readonly Spelling[];
  readonly presets: readonly Preset[];
}
