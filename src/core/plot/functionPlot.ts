import type { SlopeZone } from '../activations/slopeZones';
import { curvePath, finiteExtent, sampleCurve, type Fill, type Samples } from './curve';
import { dotsPath } from './dots';
import { hatch } from './hatch';
import { countBins } from './histogramBars';
import { linearScale, tenth, type Scale } from './scale';
import type { Mark, Scene } from './scene';
import { shownZones, type Zone } from './zones';

/** One curve of the plot. */
export interface PlotFunction {
  readonly label: string;
  readonly value: Fill;
  readonly derivative: Fill;
  readonly kinks: readonly number[];
  /** where it learns nothing or next to nothing, whatever is shown */
  readonly zones: readonly SlopeZone[];
  /** colour number, kept while other curves come and go */
  readonly series: number;
}

export interface FunctionPlotOptions {
  readonly width: number;
  readonly height: number;
  readonly functions: readonly PlotFunction[];
  /** inputs to show */
  readonly domain: readonly [number, number];
  /** outputs to show; by default what the curves reach */
  readonly yDomain?: readonly [number, number];
  readonly showDerivative: boolean;
  /** the array: marks on the first curve and a histogram along the axis */
  readonly points?: { readonly x: Float64Array; readonly y: Float64Array };
  /** words for the zones, as tooltips */
  readonly zoneTitle?: (zone: Zone) => string;
}

export interface FunctionPlot {
  readonly scene: Scene;
  readonly x: Scale;
  readonly y: Scale;
  readonly zones: readonly Zone[];
}

/** Height of the histogram under the curve, pixels. */
export const histogramHeight = 26;

/**
 * Curves of functions with their derivatives (dashed), the array's values on the first curve, a histogram of the
 * inputs along the axis, kinks as open rings, and the first function's dead and saturated zones hatched.
 */
export function functionPlot(options: FunctionPlotOptions): FunctionPlot {
  const { width, height, functions, domain } = options;
  const withHistogram = options.points !== undefined && options.points.x.length > 0;
  const left = 34;
  const right = width - 8;
  const floor = height - 20;
  const bottom = withHistogram ? floor - histogramHeight - 4 : floor;
  const x = linearScale(domain, [left, right]);
  const count = Math.max(64, Math.min(1200, Math.round((right - left) * 1.5)));
  const sampled = functions.map((entry) => ({
    entry,
    value: sampleCurve(entry.value, x.domain, count, entry.kinks),
    slope: sampleCurve(entry.derivative, x.domain, count, entry.kinks),
  }));
  const y = linearScale(options.yDomain ?? reach(sampled, options.showDerivative), [bottom, 8]);
  const marks: Mark[] = [];
  const zones = sampled[0] === undefined ? [] : shownZones(sampled[0].entry.zones, x.domain);
  marks.push(...zoneMarks(zones, x, 8, bottom, options.zoneTitle));
  marks.push(...axes(x, y, floor, left, right, bottom));
  if (withHistogram) marks.push(...histogram(options.points.x, x, floor));
  for (const { entry, slope } of sampled) {
    if (!options.showDerivative) break;
    marks.push({ kind: 'path', role: 'derivative', series: entry.series, d: curvePath(slope, x, y) });
  }
  for (const { entry, value } of [...sampled].reverse()) {
    marks.push({ kind: 'path', role: 'curve', series: entry.series, d: curvePath(value, x, y), title: entry.label });
  }
  if (withHistogram)
    marks.push({ kind: 'path', role: 'points', d: dotsPath(options.points.x, options.points.y, x, y) });
  const first = sampled[0];
  if (first !== undefined) marks.push(...kinkRings(first.entry, x, y));
  return { scene: { width, height, marks }, x, y, zones };
}

interface Sampled {
  readonly entry: PlotFunction;
  readonly value: Samples;
  readonly slope: Samples;
}

/** What the curves reach, with a margin; at least 1 high, and with the zero line in it. */
function reach(sampled: readonly Sampled[], withSlope: boolean): [number, number] {
  let low = 0;
  let high = 0;
  for (const { value, slope } of sampled) {
    for (const samples of withSlope ? [value, slope] : [value]) {
      const extent = finiteExtent(samples.y);
      if (extent === undefined) continue;
      low = Math.min(low, extent[0]);
      high = Math.max(high, extent[1]);
    }
  }
  if (high - low < 1e-12) return [-0.5, 1.2];
  const margin = (high - low) * 0.06;
  return [low - margin, high + margin];
}

function axes(x: Scale, y: Scale, floor: number, left: number, right: number, bottom: number): Mark[] {
  const marks: Mark[] = [];
  for (const tick of y.ticks(Math.max(2, Math.round((bottom - 8) / 40)))) {
    const role = tick.value === 0 ? 'axis' : 'grid';
    marks.push({ kind: 'line', role, x1: left, y1: tick.at, x2: right, y2: tick.at });
    marks.push({
      kind: 'text',
      role: 'tick',
      x: left - 5,
      y: tenth(tick.at + 3.5),
      text: tick.label,
      anchor: 'end',
      size: 10,
    });
  }
  for (const tick of x.ticks(Math.max(2, Math.min(10, Math.round((right - left) / 60))))) {
    const role = tick.value === 0 ? 'axis' : 'grid';
    marks.push({ kind: 'line', role, x1: tick.at, y1: 8, x2: tick.at, y2: floor });
    const anchor = tick.at > right - 12 ? 'end' : tick.at < left + 12 ? 'start' : 'middle';
    marks.push({ kind: 'text', role: 'tick', x: tick.at, y: floor + 14, text: tick.label, anchor, size: 10 });
  }
  return marks;
}

function zoneMarks(
  zones: readonly Zone[],
  x: Scale,
  top: number,
  bottom: number,
  title?: (zone: Zone) => string,
): Mark[] {
  return zones.map((zone) => ({
    kind: 'path',
    role: zone.kind,
    d: hatch(tenth(x.at(zone.from)), top, tenth(x.at(zone.to)), bottom, zone.kind === 'dead' ? 7 : 9),
    ...(title && { title: title(zone) }),
  }));
}

function histogram(values: Float64Array, x: Scale, floor: number): Mark[] {
  const [left, right] = x.range;
  const count = Math.max(8, Math.min(80, Math.floor((right - left) / 6)));
  const bins = countBins(values, x.domain, count);
  const step = (right - left) / count;
  const marks: Mark[] = [{ kind: 'line', role: 'axis', x1: left, y1: floor, x2: right, y2: floor }];
  bins.counts.forEach((n, i) => {
    if (n === 0) return;
    // A single value among many stays visible: never less than 2 pixels.
    const barHeight = Math.max(2, (histogramHeight * n) / bins.largest);
    marks.push({
      kind: 'rect',
      role: 'histogram',
      x: tenth(left + i * step + 0.5),
      y: tenth(floor - barHeight),
      width: tenth(step - 1),
      height: tenth(barHeight),
    });
  });
  return marks;
}

function kinkRings(entry: PlotFunction, x: Scale, y: Scale): Mark[] {
  const inside = entry.kinks.filter((kink) => kink >= x.domain[0] && kink <= x.domain[1]);
  const at = Float64Array.from(inside);
  const values = new Float64Array(at.length);
  entry.value(at, values);
  return inside.map((kink, i) => ({
    kind: 'circle',
    role: 'kink',
    series: entry.series,
    x: tenth(x.at(kink)),
    y: tenth(y.at(values[i]!)),
    r: 3,
    id: `kink:${String(kink)}`,
  }));
}
