import type { DType } from '../array/numericArray';
import { engine } from '../kernels/slot';
import { rounderOf } from './roundTo';

/** From this many numbers on a kernel is faster than the loop. */
const FEWEST = 64;

/**
 * Rounds every number of `source` to a dtype into `target`, which may be the same array.
 *
 * @throws RangeError for an unknown dtype
 */
export function roundInto(dtype: DType, source: Float64Array, target: Float64Array, who = 'roundInto'): void {
  const round = rounderOf(dtype, who);
  if (dtype === 'float64') {
    if (target !== source) target.set(source);
  } else if (source.length >= FEWEST && engine()) engine()!.round(dtype, source, target);
  else for (let i = 0; i < source.length; i++) target[i] = round(source[i]!);
}
