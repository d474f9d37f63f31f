import type { DType } from '../array/numericArray';
import type { Activation, Parameters } from '../activations/activation';
import type { Scale } from '../softmax/difference';
import type { LaneSums } from '../math/laneSums';
import type { Counts, Matrix } from './data';

export type Side = 'value' | 'derivative';

/**
 * What the kernels offer. Each gives false where they have nothing for a call, which is TypeScript's then. Only this
 * file and the callers' few lines are loaded where kernels are not, or not yet.
 */
export interface Engine {
  activation(activation: Activation, side: Side, source: Float64Array, target: Float64Array, p: Parameters): boolean;
  round(dtype: DType, source: Float64Array, target: Float64Array): void;
  /** rows of the softmax family: `firstMaximum`, `exponentials` of at most CHUNK numbers, the quotients, `differenceLess` */
  maximum(x: Float64Array, from: number, n: number): number;
  exponentials(
    x: Float64Array,
    from: number,
    n: number,
    out: Float64Array | undefined,
    to: number,
    m: number,
    place: number,
    scale: Scale | undefined,
    sums: LaneSums,
  ): boolean;
  divide(out: Float64Array, to: number, n: number, sum: number): void;
  less(
    x: Float64Array,
    from: number,
    n: number,
    out: Float64Array,
    to: number,
    m: number,
    scale: Scale | undefined,
    l: number,
  ): void;
  /** the dot products of rows with columns: [rows, count, columns] */
  products(
    x: Matrix,
    y: Matrix,
    sizes: readonly [number, number, number],
    bias: Float64Array | undefined,
    result: Float64Array,
  ): boolean;
  /** pieces of at most CHUNK numbers for statistics, from..end, added to what is there */
  count(data: Float64Array, from: number, end: number, smallestNormal: number, counts: Counts): boolean;
  moments(data: Float64Array, from: number, end: number, down: number, sums: Float64Array): boolean;
  distances(
    data: Float64Array,
    from: number,
    end: number,
    down: number,
    mean: number,
    sums: Float64Array,
  ): boolean;
}

/** How many numbers are worked on at once: 32 kB, which stay near the processor from copying in to copying out. */
export const CHUNK = 4096;

/** How many rows of a matrix at once. */
export const MOST_ROWS = 512;

let load: (() => Engine | undefined) | undefined;
let loaded: Engine | undefined;

/** The kernels, compiled at the first call; nothing without them. */
export function engine(): Engine | undefined {
  if (load !== undefined) {
    loaded = load();
    load = undefined;
  }
  return loaded;
}

/** Puts an engine in, or takes it out. It is made when it is first asked for. */
export function setEngine(make: (() => Engine | undefined) | undefined): void {
  load = make;
  loaded = undefined;
}
