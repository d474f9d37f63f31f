import { tenth } from './scale';
import type { Mark, Scene } from './scene';

export interface UnitGridOptions {
  readonly values: Float64Array;
  readonly width: number;
  readonly chosen?: number | undefined;
  readonly id: (unit: number) => string;
  readonly title: (unit: number, value: number) => string;
}

const CELL = 18;

/**
 * All units of a wide layer as cells in rows that fill the width: strength is the value's share of the largest
 * magnitude, blue above zero, orange with a bar below, crossed where it is no number.
 */
export function unitGrid({ values, width, chosen, id, title }: UnitGridOptions): Scene {
  const most = Math.max(1, Math.floor(width / CELL));
  // a power of two as the rows' length makes the units easy to count
  const columns = most >= 8 ? 2 ** Math.floor(Math.log2(Math.min(most, 64))) : most;
  const rows = Math.max(1, Math.ceil(values.length / columns));
  let largest = 0;
  for (const value of values) if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  const marks: Mark[] = [];
  values.forEach((value, unit) => {
    const x = (unit % columns) * CELL + 1;
    const y = Math.floor(unit / columns) * CELL + 1;
    const side = CELL - 2;
    const place = { x, y, width: side, height: side, title: title(unit, value), id: id(unit) };
    if (!Number.isFinite(value)) {
      marks.push({ kind: 'rect', role: 'track', ...place });
      marks.push({ kind: 'path', role: 'bad', d: `M${x + 3} ${y + 3}l${side - 6} ${side - 6}` });
    } else {
      const strength = tenth(10 * (0.1 + (largest === 0 ? 0 : (0.9 * Math.abs(value)) / largest))) / 10;
      marks.push({ kind: 'rect', role: value < 0 ? 'negative' : 'positive', strength, ...place });
      if (value < 0)
        marks.push({ kind: 'line', role: 'points', width: 2, x1: x + 4, y1: y + 8, x2: x + 12, y2: y + 8 });
    }
    if (unit === chosen)
      marks.push({ kind: 'path', role: 'axis', width: 2, d: `M${x} ${y}h${side}v${side}h${-side}z` });
  });
  return { width: Math.min(width, columns * CELL), height: rows * CELL, marks };
}
