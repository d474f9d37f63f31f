import type { Interval } from './activation';
import { productError } from '../math/twofold';

/**
 * The line that leakyRelu, prelu and rrelu share: x for x > 0, slope times x below. A slope of 0 must not turn the
 * limit at -Infinity into 0 times Infinity.
 */
export function slopedValue(x: number, slope: number): number {
  return x > 0 ? x : slope === 0 && x < 0 ? 0 : slope * x;
}

/** Its derivative; at 0 that of the lower half, as in PyTorch. */
export function slopedSlope(x: number, slope: number): number {
  return x > 0 ? 1 : x <= 0 ? slope : NaN;
}

/** What the product of the lower half lost to rounding. */
export function slopedLost(x: number, slope: number): number {
  return x < 0 ? productError(slope, x, slope * x) : 0;
}

/** What finite inputs give: below zero everything when the slope is positive, nothing when it is not. */
export function slopedRange(slope: number): Interval {
  const min = slope > 0 ? -Infinity : 0;
  return { min, max: Infinity, minReached: min === 0, maxReached: false };
}
