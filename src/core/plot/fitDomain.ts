/**
 * The inputs that a plot shows at first: all finite values with a margin, and never less than -5 .. 5, where every
 * activation does what it is known for. One far outlier among near values does not squeeze the rest: values beyond
 * 1e6 are left out of the fit.
 *
 * @example fitDomain(Float64Array.of(-1, 1, 2)) // [-5, 5]
 */
export function fitDomain(values: Float64Array): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!(Math.abs(value) <= 1e6)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [-5, 5];
  const margin = (high - low) * 0.05;
  return [low < -5 ? low - margin : -5, high > 5 ? high + margin : 5];
}

/** A domain zoomed by a factor about a place: below 1 comes closer. Stops at spans of 1e-9 and 1e9. */
export function zoomDomain(domain: readonly [number, number], about: number, factor: number): [number, number] {
  const span = (domain[1] - domain[0]) * factor;
  if (span < 1e-9 * Math.max(1, Math.abs(about)) || span > 1e9) return [domain[0], domain[1]];
  return [about - (about - domain[0]) * factor, about + (domain[1] - about) * factor];
}

/** A domain moved by a share of its own span: 0.1 goes a tenth to the right. */
export function panDomain(domain: readonly [number, number], share: number): [number, number] {
  const shift = (domain[1] - domain[0]) * share;
  return [domain[0] + shift, domain[1] + shift];
}
