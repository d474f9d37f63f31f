import type { Samples } from './curve';

/** A stretch of inputs where a unit learns nothing (`dead`: slope exactly 0) or next to nothing (`saturated`). */
export interface Zone {
  readonly kind: 'dead' | 'saturated';
  readonly from: number;
  readonly to: number;
}

/** A slope below this share of the steepest one counts as saturated. */
export const saturatedShare = 0.02;

/**
 * The dead and saturated zones in samples of a derivative. A single sample makes no zone, so that the foot of a
 * curve (slope 0 in one place) is not called dead. A function whose slope is small but does not fade, like Leaky ReLU,
 * does not saturate.
 */
export function findZones(derivative: Samples, saturates = true): readonly Zone[] {
  let steepest = 0;
  for (const slope of derivative.y) if (Number.isFinite(slope)) steepest = Math.max(steepest, Math.abs(slope));
  const kindOf = (slope: number): Zone['kind'] | undefined =>
    slope === 0 ? 'dead' : saturates && Math.abs(slope) < saturatedShare * steepest ? 'saturated' : undefined;
  const zones: Zone[] = [];
  let start = 0;
  for (let i = 1; i <= derivative.x.length; i++) {
    const kind = kindOf(derivative.y[start]!);
    if (i < derivative.x.length && kindOf(derivative.y[i]!) === kind) continue;
    // Saturated on the way through a zero crossing is no saturation: three samples at least.
    if (kind !== undefined && i - start > 3) zones.push({ kind, from: derivative.x[start]!, to: derivative.x[i - 1]! });
    start = i;
  }
  return zones;
}
