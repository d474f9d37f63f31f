import { CHUNK, engine } from '../kernels/slot';
import { LANES, totalOf } from '../math/laneSums';
import { FEWEST } from './counts';

/** Sums over the finite numbers of a list, scaled so that neither a sum nor a square can overflow or vanish. */
export interface Moments {
  readonly mean: number;
  /** population standard deviation */
  readonly std: number;
  readonly l1: number;
  readonly l2: number;
}

/** Lane sums of the numbers, of their sizes and of their squares; of squared distances and distances (not compensated). */
const sums = new Float64Array(6 * LANES);
const [plain, sizes, squares] = [0, 1, 2].map((i) => sums.subarray(2 * LANES * i, 2 * LANES * (i + 1)));
const apart = new Float64Array(2 * LANES);

/**
 * Mean, standard deviation and norms of the finite numbers, in two passes: sums that keep what their additions lose
 * (`LaneSums`), then squared distances to the mean with the correction for the rounding of that mean (Chan, Golub &
 * LeVeque, "Algorithms for computing the sample variance", 1983), so large offsets cost no digits.
 *
 * @param largest largest finite absolute value among the numbers, `count` how many of them are finite
 */
export function moments(numbers: Float64Array, count: number, largest: number): Moments {
  if (count === 0) return { mean: NaN, std: NaN, l1: NaN, l2: NaN };
  const down = largest > 2 ** 480 ? 2 ** -580 : largest < 2 ** -480 && largest > 0 ? 2 ** 580 : 1;
  sums.fill(0);
  inPieces(numbers, (from, end) => {
    if (end - from >= FEWEST && engine()?.moments(numbers, from, end, down, sums)) return;
    addMoments(numbers, from, end, down);
  });
  const mean = totalOf(plain!) / count;
  const [l1, square] = [totalOf(sizes!), totalOf(squares!)];
  apart.fill(0);
  inPieces(numbers, (from, end) => {
    if (end - from >= FEWEST && engine()?.distances(numbers, from, end, down, mean, apart)) return;
    addDistances(numbers, from, end, down, mean);
  });
  const distance = apart[0]! + apart[1]! + (apart[2]! + apart[3]!);
  const drift = apart[4]! + apart[5]! + (apart[6]! + apart[7]!);
  const variance = Math.max(0, distance - (drift * drift) / count) / count;
  return { mean: mean / down, std: Math.sqrt(variance) / down, l1: l1 / down, l2: Math.sqrt(square) / down };
}

function inPieces(numbers: Float64Array, work: (from: number, end: number) => void): void {
  for (let i = 0; i < numbers.length; i += CHUNK) work(i, Math.min(numbers.length, i + CHUNK));
}

function addMoments(numbers: Float64Array, from: number, end: number, down: number): void {
  for (let i = from; i < end; i++) {
    const x = numbers[i]! * down;
    if (x - x !== 0) continue;
    const lane = i & 3;
    addTo(lane, x);
    addTo(lane + 2 * LANES, Math.abs(x));
    addTo(lane + 4 * LANES, x * x);
  }
}

/** Adds to one sum, and what that loses to the one beside it. */
function addTo(lane: number, x: number): void {
  const sum = sums[lane]!;
  const next = sum + x;
  const added = next - sum;
  sums[lane + LANES] = sums[lane + LANES]! + (sum - (next - added) + (x - added));
  sums[lane] = next;
}

function addDistances(numbers: Float64Array, from: number, end: number, down: number, mean: number): void {
  for (let i = from; i < end; i++) {
    const d = numbers[i]! * down - mean;
    if (d - d !== 0) continue;
    const lane = i & 3;
    apart[lane] = apart[lane]! + d * d;
    apart[lane + LANES] = apart[lane + LANES]! + d;
  }
}
