/** Sums over the finite numbers of a list, scaled so that neither a sum nor a square can overflow or vanish. */
export interface Moments {
  readonly mean: number;
  /** population standard deviation */
  readonly std: number;
  readonly l1: number;
  readonly l2: number;
}

/**
 * Mean, standard deviation and norms of the finite numbers, in two passes: sums with Neumaier's compensation
 * (Neumaier, 1974), then squared distances to the mean with the correction for the rounding of that mean (Chan,
 * Golub & LeVeque, "Algorithms for computing the sample variance", 1983), so large offsets cost no digits.
 *
 * @param largest largest finite absolute value among the numbers, `count` how many of them are finite
 */
export function moments(numbers: Float64Array, count: number, largest: number): Moments {
  if (count === 0) return { mean: NaN, std: NaN, l1: NaN, l2: NaN };
  const down = largest > 2 ** 480 ? 2 ** -580 : largest < 2 ** -480 && largest > 0 ? 2 ** 580 : 1;
  let sum = 0;
  let lost = 0;
  let l1 = 0;
  let l1Lost = 0;
  let squares = 0;
  let squaresLost = 0;
  for (let i = 0; i < numbers.length; i++) {
    const x = numbers[i]! * down;
    if (x - x !== 0) continue;
    const next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
    const a = Math.abs(x) - l1Lost;
    const nextL1 = l1 + a;
    l1Lost = nextL1 - l1 - a;
    l1 = nextL1;
    const square = x * x - squaresLost;
    const nextSquares = squares + square;
    squaresLost = nextSquares - squares - square;
    squares = nextSquares;
  }
  const mean = (sum + lost) / count;
  let distance = 0;
  let drift = 0;
  for (let i = 0; i < numbers.length; i++) {
    const d = numbers[i]! * down - mean;
    if (d - d !== 0) continue;
    distance += d * d;
    drift += d;
  }
  const variance = Math.max(0, distance - (drift * drift) / count) / count;
  return { mean: mean / down, std: Math.sqrt(variance) / down, l1: l1 / down, l2: Math.sqrt(squares) / down };
}
