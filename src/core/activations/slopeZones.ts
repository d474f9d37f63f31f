import type { DType } from '../array/numericArray';
import { rounderOf } from '../precision/roundTo';
import type { Activation, Parameters } from './activation';
import { completeParameters } from './parameters';

/**
 * A stretch of inputs where a unit learns nothing or next to nothing, both ends in it. `dead`: the slope is exactly 0;
 * `rounded`: it is not, but the dtype has no number that small; `saturated`: under `saturatedShare` of the steepest.
 */
export interface SlopeZone {
  readonly kind: 'dead' | 'rounded' | 'saturated';
  readonly from: number;
  readonly to: number;
}

/** A slope below this share of the steepest one counts as saturated. */
export const saturatedShare = 0.02;

type Slope = (x: number) => number;

/**
 * Where an activation's slope is 0, rounds to 0, or has faded, ascending: properties of the function and its
 * parameters, the same whatever is shown. Ends are found by bisection to the last bit of float64.
 *
 * A slope that grows without end has no steepest, so nothing of it counts as saturated; one that is small but does not
 * fade, like Leaky ReLU's, neither.
 *
 * @throws RangeError for parameters that cannot be and for an unknown dtype
 * @example slopeZones(tanh)[3] // { kind: 'saturated', from: about 2.65, to: about 373 }
 */
export function slopeZones(
  activation: Activation,
  params?: Parameters,
  dtype: DType = 'float64',
): readonly SlopeZone[] {
  const p = completeParameters(activation, params);
  const slope: Slope = (x) => Math.abs(activation.derivative(x, p));
  const { gradientDies, saturates } = activation.properties;
  if (gradientDies === 'everywhere') return [{ kind: 'dead', from: -Infinity, to: Infinity }];
  const grid = gridOf(activation.kinks(p));
  const steepest = steepestOf(slope, grid);
  const round = rounderOf(dtype);
  const tail = (side: -1 | 1): SlopeZone[] => {
    const name = side < 0 ? 'left' : 'right';
    const inward = side < 0 ? grid : [...grid].reverse();
    /** the outermost input on this side where the test holds no more, going inwards */
    const end = (holds: (x: number) => boolean): number | undefined => {
      if (!holds(side * Number.MAX_VALUE)) return undefined;
      const first = inward.findIndex((x) => !holds(x));
      return first === -1
        ? -side * Infinity
        : lastWhere(holds, inward[first - 1] ?? side * Number.MAX_VALUE, inward[first]!);
    };
    const dead = gradientDies === name || gradientDies === 'both';
    const zero = end(dead ? (x) => slope(x) === 0 : (x) => round(slope(x)) === 0);
    const fades = Number.isFinite(steepest) && (saturates === name || saturates === 'both');
    const faded = fades ? end((x) => slope(x) < saturatedShare * steepest) : undefined;
    const zones: SlopeZone[] = [];
    const add = (kind: SlopeZone['kind'], outer: number, inner: number): void => {
      zones.push(side < 0 ? { kind, from: outer, to: inner } : { kind, from: inner, to: outer });
    };
    if (zero !== undefined) add(dead ? 'dead' : 'rounded', side * Infinity, zero);
    if (faded !== undefined && faded !== zero) add('saturated', zero ?? side * Infinity, faded);
    return zones;
  };
  const middle: SlopeZone[] = [];
  if (gradientDies === 'middle' && slope(0) === 0) {
    const [from, to] = [edge(slope, grid, -1), edge(slope, grid, 1)];
    if (from < to) middle.push({ kind: 'dead', from, to });
  }
  return [...tail(-1), ...middle, ...tail(1).reverse()];
}

/** Inputs of every size, ascending, with the kinks among them: a function's scale is set by its parameters. */
function gridOf(kinks: readonly number[]): readonly number[] {
  const sizes = Array.from({ length: 71 * 16 }, (_, k) => 2 ** (k / 16 - 30));
  return [...new Set([...sizes.map((x) => -x), 0, ...sizes, ...kinks])].sort((a, b) => a - b);
}

/** The largest slope there is, infinite where it has no bound. */
function steepestOf(slope: Slope, grid: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < grid.length; i++) if (slope(grid[i]!) > slope(grid[best]!)) best = i;
  const top = slope(grid[best]!);
  // at the very end of the grid it may still be growing
  if (Math.max(slope(Number.MAX_VALUE), slope(-Number.MAX_VALUE)) > 2 * top) return Infinity;
  let [low, high] = [grid[best - 1] ?? grid[best]!, grid[best + 1] ?? grid[best]!];
  for (let i = 0; i < 120; i++) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (slope(a) < slope(b)) low = a;
    else high = b;
  }
  return Math.max(top, slope((low + high) / 2));
}

/** How far from 0 the slope stays 0, to one side. */
function edge(slope: Slope, grid: readonly number[], side: -1 | 1): number {
  const outward = (side < 0 ? [...grid].reverse() : grid).filter((x) => x * side >= 0);
  const first = outward.findIndex((x) => slope(x) !== 0);
  return first === -1 ? side * Infinity : lastWhere((x) => slope(x) === 0, outward[first - 1]!, outward[first]!);
}

/** The last float64 on the way from `inside`, where the test holds, to `outside`, where it does not. */
function lastWhere(holds: (x: number) => boolean, inside: number, outside: number): number {
  let [yes, no] = [placeOf(inside), placeOf(outside)];
  while (yes - no > 1n || no - yes > 1n) {
    const middle = (yes + no) / 2n;
    if (holds(atPlace(middle))) yes = middle;
    else no = middle;
  }
  return atPlace(yes);
}

const view = new DataView(new ArrayBuffer(8));
const signBit = 1n << 63n;

/** The float64 numbered in their order, both zeros as 0. */
function placeOf(x: number): bigint {
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  return bits >= signBit ? signBit - bits : bits;
}

function atPlace(place: bigint): number {
  view.setBigUint64(0, place < 0n ? signBit - place : place);
  return view.getFloat64(0);
}
