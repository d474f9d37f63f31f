import { sumError } from './twofold';

/**
 * A long sum as four: number i goes to sum i mod 4, and what each addition loses is added up beside it (Knuth's error of
 * a sum). Four do not wait for one another, and a processor that adds several numbers at once finds the same bits. [0]
 * to [3] are the sums, [4] to [7] what they lost.
 */
export type LaneSums = Float64Array;

export const LANES = 4;

export const laneSums = (): LaneSums => new Float64Array(2 * LANES);

/** All four together, rounded nearly once. */
export function totalOf(sums: LaneSums): number {
  const left = sums[0]! + sums[1]!;
  const right = sums[2]! + sums[3]!;
  const total = left + right;
  const errors =
    sumError(sums[0]!, sums[1]!, left) + sumError(sums[2]!, sums[3]!, right) + sumError(left, right, total);
  return total + (errors + (sums[4]! + sums[5]! + (sums[6]! + sums[7]!)));
}
