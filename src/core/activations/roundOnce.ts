import type { DType } from '../array/numericArray';
import { exponentOf } from '../precision/exponentOf';
import { formats } from '../precision/formats';
import { roundInto } from '../precision/roundInto';
import { rounderOf } from '../precision/roundTo';

/**
 * Values rounded to a dtype as if what their float64 lost had not been lost, in place. The two roundings differ from one
 * (double rounding) only where the float64 is exactly the middle between two numbers of the dtype: there the sign of
 * what it lost decides, or, where it lost nothing, the even neighbour.
 *
 * @param lost the exact value less `values[i]`, at most half a unit in its last place
 */
export function roundOnce(dtype: DType, values: Float64Array, lost: (i: number) => number): void {
  const rounded = new Float64Array(values.length);
  roundInto(dtype, values, rounded);
  // as far beyond the value on the other side as its rounding lies: a number of the dtype only for middles
  const mirrored = values.map((value, i) => 2 * value - rounded[i]!);
  const nearest = new Float64Array(values.length);
  roundInto(dtype, mirrored, nearest);
  const round = rounderOf(dtype);
  const { max, fractionBits } = formats[dtype];
  /** the number that would follow the largest */
  const beyond = max + 2 ** (exponentOf(max) - fractionBits);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const y = rounded[i]!;
    values[i] = y;
    if (y === value || !Number.isFinite(value)) continue;
    const opposite = mirrored[i]!;
    if (nearest[i] !== opposite && Math.abs(opposite) !== beyond && Number.isFinite(y)) continue;
    const step = Math.abs(value) * 2 ** -52;
    const [low, high] = [round(value - step), round(value + step)];
    const below = Number.isFinite(low) ? low : -beyond;
    const above = Number.isFinite(high) ? high : beyond;
    if (value - below !== above - value) continue;
    const rest = lost(i);
    if (rest !== 0) values[i] = rest > 0 ? high : low;
  }
}
