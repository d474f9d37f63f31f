import type { Arithmetic } from './arithmetic';
import { exponentOf } from './exponentOf';
import { formats } from './formats';

/**
 * The sum of numbers added one after the other, each addition rounded to the arithmetic's dtype: what a loop in that
 * type gives. While the sum stays between two powers of two, one constant rounds it (see `roundTo`).
 */
export function runningSum(m: Arithmetic, numbers: Float64Array, first = 0): number {
  let total = first;
  if (m.dtype === 'float64') {
    for (let i = 0; i < numbers.length; i++) total += numbers[i]!;
    return total;
  }
  const { minExponent, fractionBits, max } = formats[m.dtype];
  let [low, high, magic] = [0, 0, 0];
  for (let i = 0; i < numbers.length; i++) {
    const sum = total + numbers[i]!;
    if (sum >= low && sum < high) {
      total = sum + magic - magic;
      continue;
    }
    total = m.add(total, numbers[i]!);
    if (!(total > 0 && total < max)) continue;
    const exponent = exponentOf(total);
    [low, high] = [2 ** exponent, Math.min(max, 2 ** (exponent + 1))];
    magic = 1.5 * 2 ** (52 + Math.max(exponent, minExponent) - fractionBits);
  }
  return total;
}
