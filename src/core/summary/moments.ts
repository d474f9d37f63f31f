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

/** The four `LaneSums` of the numbers, of their sizes and of their squares; of squared distances and distances (not compensated). */
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
  for (let lane = 0; lane < LANES; lane++) {
    let [sum, lost] = [plain![lane]!, plain![lane + LANES]!];
    let [size, sizeLost] = [sizes![lane]!, sizes![lane + LANES]!];
    let [square, squareLost] = [squares![lane]!, squares![lane + LANES]!];
    for (let i = from + lane; i < end; i += LANES) {
      const x = numbers[i]! * down;
      if (x - x !== 0) continue;
      const a = Math.abs(x);
      const b = x * x;
      const nextSum = sum + x;
      const addedX = nextSum - sum;
      lost += sum - (nextSum - addedX) + (x - addedX);
      sum = nextSum;
      const nextSize = size + a;
      const addedA = nextSize - size;
      sizeLost += size - (nextSize - addedA) + (a - addedA);
      size = nextSize;
      const nextSquare = square + b;
      const addedB = nextSquare - square;
      squareLost += square - (nextSquare - addedB) + (b - addedB);
      square = nextSquare;
    }
    [plain![lane], plain![lane + LANES]] = [sum, lost];
    [sizes![lane], sizes![lane + LANES]] = [size, sizeLost];
    [squares![lane], squares![lane + LANES]] = [square, squareLost];
  }
}

function addDistances(numbers: Float64Array, from: number, end: number, down: number, mean: number): void {
  for (let lane = 0; lane < LANES; lane++) {
    let [distance, drift] = [apart[lane]!, apart[lane + LANES]!];
    for (let i = from + lane; i < end; i += LANES) {
      const d = numbers[i]! * down - mean;
      if (d - d !== 0) continue;
      distance += d * d;
      drift += d;
    }
    [apart[lane], apart[lane + LANES]] = [distance, drift];
  }
}
