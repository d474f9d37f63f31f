import { linearScale, tenth } from './scale';
import type { Mark, Scene } from './scene';

export interface RowBar {
  readonly id: string;
  /** what stands before the bar, e.g. "[2]  400" */
  readonly label: string;
  readonly value: number;
  /** what stands behind the bar, e.g. "0.665" */
  readonly text: string;
  readonly title: string;
  /** shown as a sign and words instead of a bar: overflowed, underflowed, NaN */
  readonly trouble?: string;
}

export interface RowBarsOptions {
  readonly width: number;
  readonly bars: readonly RowBar[];
  /** value at the full length; by default the largest magnitude */
  readonly full?: number;
  readonly labelWidth: number;
  readonly textWidth: number;
  readonly chosen?: string | undefined;
}

/** Height of one row, pixels: room for a line of text. */
export const rowHeight = 20;

/** Horizontal bars under one another, label before and number behind: readable at any width. Signed values part at zero. */
export function rowBars(options: RowBarsOptions): Scene {
  const { width, bars, labelWidth, textWidth } = options;
  let largest = 0;
  let smallest = 0;
  for (const { value } of bars) {
    if (!Number.isFinite(value)) continue;
    largest = Math.max(largest, value);
    smallest = Math.min(smallest, value);
  }
  const full = options.full ?? Math.max(largest, -smallest, Number.MIN_VALUE);
  const left = labelWidth + 6;
  const right = Math.max(left + 8, width - textWidth - 6);
  const x = linearScale([smallest < 0 ? -full : 0, full], [left, right]);
  const zero = x.at(0);
  const marks: Mark[] = [];
  bars.forEach((bar, row) => {
    const top = row * rowHeight;
    const base = top + 14;
    const chosen = bar.id === options.chosen;
    marks.push({
      kind: 'text',
      role: chosen ? 'value' : 'caption',
      x: labelWidth,
      y: base,
      text: bar.label,
      anchor: 'end',
    });
    marks.push({ kind: 'rect', role: 'track', x: left, y: top + 4, width: tenth(right - left), height: 12 });
    if (bar.trouble !== undefined) {
      marks.push({
        kind: 'path',
        role: 'bad',
        d: `M${String(left + 3)} ${String(top + 13)}l6 -6m0 6l-6 -6`,
        title: bar.title,
      });
    }
    if (Number.isFinite(bar.value) && bar.value !== 0) {
      const end = x.at(Math.max(-full, Math.min(full, bar.value)));
      marks.push({
        kind: 'rect',
        role: bar.value < 0 ? 'negative' : 'positive',
        id: bar.id,
        title: bar.title,
        x: tenth(Math.min(zero, end)),
        y: top + 4,
        width: Math.max(1, tenth(Math.abs(end - zero))),
        height: 12,
      });
    }
    if (smallest < 0)
      marks.push({ kind: 'line', role: 'axis', x1: tenth(zero), y1: top + 2, x2: tenth(zero), y2: top + 18 });
    marks.push({
      kind: 'text',
      role: bar.trouble === undefined ? 'value' : 'badText',
      x: width,
      y: base,
      text: bar.text,
      anchor: 'end',
    });
  });
  return { width, height: bars.length * rowHeight, marks };
}
