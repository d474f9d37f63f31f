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
  const { x, y } = derivative;
  const flat = (i: number): boolean => y[i] === 0 && (y[i - 1] === 0 || y[i + 1] === 0);
  const kindOf = (i: number): Zone['kind'] | undefined =>
    flat(i) ? 'dead' : saturates && Math.abs(y[i]!) < saturatedShare * steepest ? 'saturated' : undefined;
  const zones: Zone[] = [];
  let start = 0;
  for (let i = 1; i <= x.length; i++) {
    const kind = kindOf(start);
    if (i < x.length && kindOf(i) === kind) continue;
    if (kind !== undefined && i - start > 3 && !(kind === 'saturated' && changesSign(y, start, i))) {
      zones.push({ kind, from: x[start]!, to: x[i - 1]! });
    }
    start = i;
  }
  return zones;
}

/** A slope that passes through zero belongs to a hill or a valley, not to a flat end. */
function changesSign(slopes: Float64Array, from: number, to: number): boolean {
  let [rises, falls] = [false, false];
  for (let i = from; i < to; i++) {
    rises ||= slopes[i]! > 0;
    falls ||= slopes[i]! < 0;
  }
  return rises && falls;
}
