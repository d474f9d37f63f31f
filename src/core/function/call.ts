import type { DType } from '../array/numericArray';
import type { Settings } from './parameter';

/**
 * `fused`: the input rounded to the dtype, the exact function, the result rounded once: a good kernel. `stepwise`:
 * every operation of the textbook formula rounded to the dtype: what code written in that type does.
 */
export type Mode = 'fused' | 'stepwise';

export const modes: readonly Mode[] = ['fused', 'stepwise'];

/** The number type of a computation and how it rounds. */
export interface Rounding {
  readonly dtype: DType;
  readonly mode: Mode;
}

/**
 * Which function with which settings: all that is needed, beside the array, to compute a result again. Every surface
 * names a function by one of these.
 */
export interface FunctionCall extends Rounding {
  /** the id of a function in the registry */
  readonly function: string;
  /** by parameter; what is left out takes its default */
  readonly settings: Settings;
}

/** The function's id with settings as a call in float64. */
export const callOf = (id: string, settings: Settings = {}, rounding: Partial<Rounding> = {}): FunctionCall => ({
  function: id,
  settings,
  dtype: rounding.dtype ?? 'float64',
  mode: rounding.mode ?? 'fused',
});
