import { tickIncrement, ticks } from 'd3-array';
import { tickLabel } from './tickLabel';

export interface Tick {
  /** value in the domain */
  readonly value: number;
  /** place in the range, rounded to a tenth of a pixel */
  readonly at: number;
  readonly label: string;
}

/** A linear map from a domain of values to a range of pixels, and back. */
export interface Scale {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  at(value: number): number;
  invert(pixel: number): number;
  ticks(count: number): readonly Tick[];
}

/**
 * A linear scale. A domain of one point is widened by half of its size (by 1 at zero), so that a constant has a
 * place in the middle; a domain with an end that is not finite becomes -1 .. 1.
 *
 * @example linearScale([0, 10], [0, 100]).at(5) // 50
 */
export function linearScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [low, high] = usable(domain);
  const [from, to] = range;
  const factor = (to - from) / (high - low);
  const at = (value: number): number => from + (value - low) * factor;
  return {
    domain: [low, high],
    range,
    at,
    invert: (pixel) => low + (pixel - from) / factor,
    ticks: (count) => {
      const step = tickIncrement(low, high, count);
      const size = step < 0 ? -1 / step : step;
      return ticks(low, high, count).map((value) => ({ value, at: tenth(at(value)), label: tickLabel(value, size) }));
    },
  };
}

function usable([low, high]: readonly [number, number]): [number, number] {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [-1, 1];
  if (low < high) return [low, high];
  const half = Math.abs(low) / 2 || 1;
  return [low - half, low + half];
}

/** A tenth of a pixel: enough for the eye, and pictures stay small and the same on every machine. */
export function tenth(pixel: number): number {
  const rounded = Math.round(pixel * 10) / 10;
  return rounded === 0 ? 0 : rounded;
}
