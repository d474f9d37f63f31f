/** Index of the value nearest to a place, the first of equals; -1 when none is finite. For pointing at marks. */
export function nearestPoint(values: Float64Array, place: number): number {
  let best = -1;
  let distance = Infinity;
  for (let i = 0; i < values.length; i++) {
    const apart = Math.abs(values[i]! - place);
    if (apart < distance) {
      distance = apart;
      best = i;
    }
  }
  return best;
}
