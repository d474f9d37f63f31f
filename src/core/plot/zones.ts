import type { SlopeZone } from '../activations/slopeZones';

/** A stretch of inputs that is hatched: where a unit learns nothing (`dead`) or next to nothing (`saturated`). */
export interface Zone {
  readonly kind: 'dead' | 'saturated';
  readonly from: number;
  readonly to: number;
  /** the whole zone, whatever of it is shown */
  readonly whole: Omit<SlopeZone, 'kind'>;
}

/** What of a function's zones is in view. Where a faded slope rounds to 0 it counts as saturated still. */
export function shownZones(zones: readonly SlopeZone[], [low, high]: readonly [number, number]): readonly Zone[] {
  const merged: SlopeZone[] = [];
  for (const { kind: told, from, to } of zones) {
    const kind = told === 'dead' ? 'dead' : 'saturated';
    const last = merged[merged.length - 1];
    if (last?.kind === kind && last.to === from) merged[merged.length - 1] = { kind, from: last.from, to };
    else merged.push({ kind, from, to });
  }
  return merged.flatMap(({ kind, from, to }) =>
    to <= low || from >= high
      ? []
      : [
          {
            kind: kind === 'dead' ? kind : 'saturated',
            from: Math.max(from, low),
            to: Math.min(to, high),
            whole: { from, to },
          } as const,
        ],
  );
}
