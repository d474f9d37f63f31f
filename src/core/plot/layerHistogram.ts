import { displayNumber } from '../format/displayNumber';
import { countBins } from './histogramBars';
import { tenth } from './scale';
import type { Mark, Scene } from './scene';

const BINS = 24;

/** How often a layer's activations take which value, over all units and rows: a spike at 0 is a layer that is dead. */
export function layerHistogram(values: Float64Array, width: number, height: number): Scene {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return { width, height, marks: [] };
  if (low === high) [low, high] = [low - 0.5, high + 0.5];
  const { counts, largest } = countBins(values, [low, high], BINS);
  const marks: Mark[] = [];
  const base = height - 14;
  const step = width / BINS;
  counts.forEach((count, bin) => {
    const tall = largest === 0 ? 0 : (count / largest) * (base - 2);
    const from = low + ((high - low) * bin) / BINS;
    const to = low + ((high - low) * (bin + 1)) / BINS;
    marks.push({
      kind: 'rect',
      role: 'histogram',
      x: tenth(bin * step),
      y: tenth(base - tall),
      width: tenth(Math.max(1, step - 1)),
      height: tenth(tall),
      title: `${displayNumber(from, 3)} … ${displayNumber(to, 3)}: ${String(count)}`,
    });
  });
  marks.push({ kind: 'line', role: 'axis', x1: 0, y1: base, x2: width, y2: base });
  marks.push({ kind: 'text', role: 'tick', x: 0, y: height - 2, text: displayNumber(low, 3), size: 10 });
  marks.push({
    kind: 'text',
    role: 'tick',
    x: width,
    y: height - 2,
    text: displayNumber(high, 3),
    anchor: 'end',
    size: 10,
  });
  return { width, height, marks };
}
