import { displayNumber } from '../format/displayNumber';
import { linearScale, tenth } from './scale';
import type { Mark, Scene } from './scene';

export interface DecisionPictureOptions {
  /** [rows][columns], the largest x2 first */
  readonly values: Float64Array;
  readonly size: number;
  readonly range: { readonly x1: readonly [number, number]; readonly x2: readonly [number, number] };
  /** values at the middle and at full strength: between two classes, and for sure */
  readonly middle: number;
  readonly full: number;
  /** x1, x2 and class or target of each point */
  readonly points: readonly (readonly [x1: number, x2: number, target: number])[];
  /** pixels, both ways */
  readonly width: number;
}

/** Bands of strength to each side of the middle. */
const BANDS = 4;
/** Most points that are drawn. */
const MOST_POINTS = 400;

/**
 * What a network of two inputs says about every place of the plane, in bands: blue above the middle, orange below,
 * stronger where it is surer. Points of the data above: discs of the one class, open squares of the other.
 */
export function decisionPicture(options: DecisionPictureOptions): Scene {
  const { values, size, range, middle, full, width } = options;
  const marks: Mark[] = [];
  const cell = width / size;
  const bandOf = (value: number): number => {
    const share = Math.max(-1, Math.min(1, (value - middle) / (full - middle || 1)));
    return share < 0 ? -Math.ceil(-share * BANDS) : Math.max(1, Math.ceil(share * BANDS));
  };
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size;) {
      const value = values[row * size + column]!;
      if (Number.isNaN(value)) {
        column++;
        continue;
      }
      const band = bandOf(value);
      let end = column + 1;
      while (end < size && bandOf(values[row * size + end]!) === band) end++;
      marks.push({
        kind: 'rect',
        role: band < 0 ? 'negative' : 'positive',
        strength: 0.08 + (0.42 * Math.abs(band)) / BANDS,
        x: tenth(column * cell),
        y: tenth(row * cell),
        width: tenth((end - column) * cell + 0.2),
        height: tenth(cell + 0.2),
      });
      column = end;
    }
  }
  const x = linearScale(range.x1, [0, width]);
  const y = linearScale(range.x2, [width, 0]);
  const every = Math.max(1, Math.ceil(options.points.length / MOST_POINTS));
  options.points.forEach(([x1, x2, target], i) => {
    if (i % every !== 0) return;
    const title = `(${displayNumber(x1, 4)}, ${displayNumber(x2, 4)}) ${displayNumber(target, 4)}`;
    const [px, py] = [tenth(x.at(x1)), tenth(y.at(x2))];
    if (target > middle) marks.push({ kind: 'circle', role: 'pointHigh', x: px, y: py, r: 3.5, title });
    else marks.push({ kind: 'rect', role: 'pointLow', x: px - 3, y: py - 3, width: 6, height: 6, title });
  });
  return { width, height: width, marks };
}
