import type { NumericArray } from '../array/numericArray';
import { LegacyDraws, type Draws } from '../code/random/draws';
import { Mt19937 } from '../code/random/mt19937';

/** Points of the plane in two classes, small enough to see all of them. */
export interface DataSet {
  /** [points, 2] */
  readonly x: NumericArray;
  /** [points, 1], 0 or 1 */
  readonly t: NumericArray;
}

export type DataSetId = 'xor' | 'circle' | 'spiral' | 'gaussians' | 'offCentre';

type Point = readonly [x1: number, x2: number, label: 0 | 1];

/** Inside this radius the circle's points are of class 1, between the second and the third of class 0. */
const CIRCLE = [2.5, 3.5, 5] as const;
/** How far from the middle a spiral ends, and how often it turns. */
const SPIRAL = { radius: 5, turns: 1.75 / 2 } as const;

/** How far off the middle inputs lie that nobody has centred. */
const OFF_CENTRE = 6;

/** Two round clouds, the classes in turn. */
function clouds(i: number, draws: Draws, middle: number): Point {
  const off = i % 2 === 0 ? middle + 2 : middle - 2;
  return [off + draws.normal(), off + draws.normal(), i % 2 === 0 ? 1 : 0];
}

const makers: Readonly<Record<DataSetId, (i: number, count: number, draws: Draws) => Point>> = {
  xor: (i, count, draws) => {
    // four points are the truth table itself
    if (count <= 4) return [i & 1, (i >> 1) & 1, ((i & 1) ^ ((i >> 1) & 1)) as 0 | 1];
    const [x1, x2] = [10 * draws.uniform() - 5, 10 * draws.uniform() - 5];
    return [x1, x2, x1 * x2 < 0 ? 1 : 0];
  },
  circle: (i, count, draws) => {
    const inside = i < count / 2;
    const radius = inside ? CIRCLE[0] * draws.uniform() : CIRCLE[1] + (CIRCLE[2] - CIRCLE[1]) * draws.uniform();
    const angle = 2 * Math.PI * draws.uniform();
    return [radius * Math.sin(angle), radius * Math.cos(angle), inside ? 1 : 0];
  },
  spiral: (i, count, draws) => {
    const half = Math.ceil(count / 2);
    const second = i >= half;
    const share = (i % half) / half;
    const angle = 2 * Math.PI * SPIRAL.turns * share + (second ? Math.PI : 0);
    const off = 0.1 * (draws.uniform() - 0.5);
    const radius = SPIRAL.radius * share + off;
    return [radius * Math.sin(angle), radius * Math.cos(angle), second ? 0 : 1];
  },
  gaussians: (i, _, draws) => clouds(i, draws, 0),
  offCentre: (i, _, draws) => clouds(i, draws, OFF_CENTRE),
};

export const dataSets = Object.keys(makers) as readonly DataSetId[];

/**
 * A data set of `count` points; the same seed gives the same points. XOR of four points is the truth table.
 *
 * @param noise the deviation of normal noise added to every coordinate
 */
export function dataSet(id: DataSetId, count = 100, seed = 0, noise = 0): DataSet {
  const draws = new LegacyDraws(Mt19937.fromNumber(seed >>> 0));
  const x = new Float64Array(2 * count);
  const t = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const [x1, x2, label] = makers[id](i, count, draws);
    x[2 * i] = x1 + (noise === 0 ? 0 : noise * draws.normal());
    x[2 * i + 1] = x2 + (noise === 0 ? 0 : noise * draws.normal());
    t[i] = label;
  }
  return {
    x: { data: x, shape: [count, 2], dtype: 'float64' },
    t: { data: t, shape: [count, 1], dtype: 'float64' },
  };
}
