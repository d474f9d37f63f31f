import { tenth, type Scale } from './scale';

/** A function of one variable sampled over an interval, ready to be drawn at any height. */
export interface Samples {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** index of the first sample of each piece: the curve jumps between pieces */
  readonly starts: readonly number[];
}

/** Fills `target` with the function's values at `source`; what an activation's `valueInto` does. */
export type Fill = (source: Float64Array, target: Float64Array) => void;

/**
 * Samples a function at `count` evenly spaced places and on both sides of each kink, so that corners are sharp. The
 * curve is cut at a kink where the two sides differ though they lie next to each other: a jump.
 */
export function sampleCurve(
  fill: Fill,
  domain: readonly [number, number],
  count: number,
  kinks: readonly number[] = [],
): Samples {
  const [low, high] = domain;
  const span = high - low;
  const inside = kinks.filter((kink) => kink > low && kink < high);
  const side = span * 1e-9;
  const places = new Float64Array(count + inside.length * 2);
  for (let i = 0; i < count; i++) places[i] = low + (span * i) / (count - 1);
  inside.forEach((kink, i) => {
    places[count + 2 * i] = kink - side;
    places[count + 2 * i + 1] = kink + side;
  });
  places.sort();
  const y = new Float64Array(places.length);
  fill(places, y);
  const starts = [0];
  const jump = 1e-6;
  for (const kink of inside) {
    const right = places.indexOf(kink + side);
    if (right > 0 && Math.abs(y[right]! - y[right - 1]!) > jump * Math.max(1, Math.abs(y[right]!))) starts.push(right);
  }
  return { x: places, y, starts };
}

/** The samples as an SVG path. It is broken where a value is not finite, and ends at the plot's edge. */
export function curvePath(samples: Samples, x: Scale, y: Scale): string {
  const top = Math.min(...y.range);
  const bottom = Math.max(...y.range);
  const starts = new Set(samples.starts);
  let path = '';
  let pen = false;
  let outside = false;
  for (let i = 0; i < samples.x.length; i++) {
    const value = samples.y[i]!;
    if (!Number.isFinite(value)) {
      pen = false;
      continue;
    }
    const place = y.at(value);
    const beyond = place < top - 1 || place > bottom + 1;
    if (starts.has(i)) pen = false;
    // Two neighbours outside: nothing to see between them.
    if (beyond && outside) pen = false;
    outside = beyond;
    const clamped = Math.min(bottom, Math.max(top, place));
    path += `${pen ? 'L' : 'M'}${String(tenth(x.at(samples.x[i]!)))} ${String(tenth(clamped))}`;
    pen = true;
  }
  return path;
}

/** Smallest and largest finite value among the samples; undefined when there is none. */
export function finiteExtent(values: ArrayLike<number>): [number, number] | undefined {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value - value !== 0) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : undefined;
}
