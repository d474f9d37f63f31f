import { tenth } from './scale';
import type { Mark, Scene } from './scene';

export interface HeatMapOptions {
  readonly values: Float64Array;
  readonly rows: number;
  readonly columns: number;
  readonly width: number;
  /** most pixels high */
  readonly height: number;
  readonly title: (row: number, column: number, value: number) => string;
}

/** Cells at most this many: beyond it neighbours are averaged into one cell. */
export const mostCells = 2500;

/**
 * A matrix as coloured cells: strength is the value's share of the largest magnitude, colour its sign, and a bar in
 * the cell's middle (below zero) or none (above) says the sign without colour. Large matrices are averaged down.
 */
export function heatMap(options: HeatMapOptions): Scene {
  const { values, width } = options;
  const columns = Math.min(options.columns, 64);
  const rows = Math.min(options.rows, Math.floor(mostCells / Math.max(1, columns)));
  const cellWidth = width / Math.max(1, columns);
  const cellHeight = Math.max(3, Math.min(18, cellWidth, options.height / Math.max(1, rows)));
  const means = new Float64Array(rows * columns);
  let largest = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const mean = blockMean(values, options, { row, column, rows, columns });
      means[row * columns + column] = mean;
      if (Number.isFinite(mean)) largest = Math.max(largest, Math.abs(mean));
    }
  }
  const marks: Mark[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = means[row * columns + column]!;
      const x = tenth(column * cellWidth);
      const y = tenth(row * cellHeight);
      const cell = { x, y, width: tenth(Math.max(1, cellWidth - 1)), height: tenth(Math.max(1, cellHeight - 1)) };
      const title = options.title(row, column, value);
      if (!Number.isFinite(value)) {
        marks.push({ kind: 'rect', role: 'track', ...cell, title });
        marks.push({
          kind: 'path',
          role: 'bad',
          d: `M${String(x + 1)} ${String(y + 1)}l${String(tenth(cell.width - 2))} ${String(tenth(cell.height - 2))}`,
        });
        continue;
      }
      const strength = largest === 0 ? 0.08 : 0.08 + (0.92 * Math.abs(value)) / largest;
      marks.push({ kind: 'rect', role: value < 0 ? 'negative' : 'positive', strength, ...cell, title });
      if (value < 0 && cell.width >= 5 && cell.height >= 5) {
        const middle = tenth(y + cell.height / 2);
        marks.push({ kind: 'line', role: 'axis', x1: x + 1, y1: middle, x2: tenth(x + cell.width - 1), y2: middle });
      }
    }
  }
  return { width, height: Math.ceil(rows * cellHeight), marks };
}

function blockMean(
  values: Float64Array,
  full: { readonly rows: number; readonly columns: number },
  at: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number },
): number {
  const top = Math.floor((at.row * full.rows) / at.rows);
  const end = Math.max(top + 1, Math.floor(((at.row + 1) * full.rows) / at.rows));
  const left = Math.floor((at.column * full.columns) / at.columns);
  const right = Math.max(left + 1, Math.floor(((at.column + 1) * full.columns) / at.columns));
  let sum = 0;
  for (let row = top; row < end; row++)
    for (let column = left; column < right; column++) sum += values[row * full.columns + column]!;
  return sum / ((end - top) * (right - left));
}
