import type { NumericArray } from '../array/numericArray';
import { forward } from '../network/forward';
import type { Network } from '../network/network';

/** The plane as a network of two inputs sees it. */
export interface Decision {
  /** [size, size]: rows from the largest x2 down, columns from the smallest x1 up */
  readonly values: NumericArray;
  readonly range: { readonly x1: readonly [number, number]; readonly x2: readonly [number, number] };
}

/**
 * One output of a network of two inputs over a square of the plane, at the middles of size by size cells.
 *
 * @throws RangeError when the network has not two inputs
 */
export function decision(network: Network, range: Decision['range'], size = 40, output = 0): Decision {
  const points = new Float64Array(2 * size * size);
  const at = ([low, high]: readonly [number, number], i: number) => low + ((high - low) * (i + 0.5)) / size;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      points[2 * (row * size + column)] = at(range.x1, column);
      points[2 * (row * size + column) + 1] = at(range.x2, size - 1 - row);
    }
  }
  const { y } = forward(network, { data: points, shape: [size * size, 2], dtype: 'float64' });
  const width = y.shape[1] ?? 1;
  const values = Float64Array.from({ length: size * size }, (_, i) => y.data[i * width + output]!);
  return { values: { data: values, shape: [size, size], dtype: 'float64' }, range };
}

/** The square round all points, a tenth wider, that a decision is drawn over. */
export function rangeOf(x: NumericArray): Decision['range'] {
  const span = (offset: number): readonly [number, number] => {
    let low = Infinity;
    let high = -Infinity;
    for (let i = offset; i < x.data.length; i += 2) {
      low = Math.min(low, x.data[i]!);
      high = Math.max(high, x.data[i]!);
    }
    if (!(high > low)) return [Number.isFinite(low) ? low - 1 : -1, Number.isFinite(low) ? low + 1 : 1];
    return [low - (high - low) / 10, high + (high - low) / 10];
  };
  return { x1: span(0), x2: span(1) };
}
