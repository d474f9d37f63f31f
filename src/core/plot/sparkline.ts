import { finiteExtent } from './curve';
import { linearScale, tenth } from './scale';
import type { Mark, Scene } from './scene';

/**
 * A small picture of an array in the order of its values: a bar a value from the zero line, or, where there are more
 * values than pixels, each column from its smallest to its largest. Values that are not finite are marked at the top.
 */
export function sparkline(values: Float64Array, width: number, height: number): Scene {
  const extent = finiteExtent(values);
  const low = Math.min(0, extent?.[0] ?? 0);
  const high = Math.max(0, extent?.[1] ?? 0);
  const y = linearScale(low === high ? [0, 1] : [low, high], [height - 1, 1]);
  const zero = tenth(y.at(0));
  const columns = Math.min(values.length, Math.floor(width / 2));
  const step = columns === 0 ? width : Math.min(14, width / columns);
  const used = columns === 0 ? width : Math.max(24, columns * step);
  const gap = step >= 4 ? 1 : 0;
  const bars = { positive: '', negative: '', bad: '' };
  for (let column = 0; column < columns; column++) {
    const from = Math.floor((column * values.length) / columns);
    const to = Math.max(from + 1, Math.floor(((column + 1) * values.length) / columns));
    let smallest = 0;
    let largest = 0;
    let strange = false;
    for (let i = from; i < to; i++) {
      const value = values[i]!;
      if (!Number.isFinite(value)) strange = true;
      else if (value < smallest) smallest = value;
      else if (value > largest) largest = value;
    }
    const left = tenth(column * step);
    const wide = tenth(Math.max(1, Math.min(step - gap, 12)));
    const bar = (from: number, to: number): string =>
      `M${String(left)} ${String(tenth(from))}h${String(wide)}V${String(tenth(to))}h${String(-wide)}z`;
    if (largest > 0) bars.positive += bar(y.at(largest), zero);
    if (smallest < 0) bars.negative += bar(zero, y.at(smallest));
    if (strange) bars.bad += bar(0, 3);
  }
  const marks: Mark[] = [{ kind: 'line', role: 'axis', x1: 0, y1: zero, x2: tenth(used), y2: zero, width: 0.5 }];
  for (const role of ['positive', 'negative'] as const) {
    if (bars[role] !== '') marks.push({ kind: 'path', role, d: bars[role] });
  }
  if (bars.bad !== '') marks.push({ kind: 'path', role: 'badText', d: bars.bad });
  return { width: Math.ceil(used), height, marks };
}
