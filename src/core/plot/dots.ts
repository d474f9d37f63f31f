import { tenth, type Scale } from './scale';

/**
 * Many dots as one path of zero-length strokes (drawn with round ends). Dots that fall on the same pixel are drawn
 * once, so a million values cost no more than the plot has pixels. Values outside the plot are left out.
 */
export function dotsPath(xs: Float64Array, ys: Float64Array, x: Scale, y: Scale): string {
  const left = Math.min(...x.range);
  const right = Math.max(...x.range);
  const top = Math.min(...y.range);
  const bottom = Math.max(...y.range);
  const columns = Math.ceil(right - left) + 1;
  const rows = Math.ceil(bottom - top) + 1;
  const seen = new Uint8Array(columns * rows);
  // The scales by hand: a call for each of a million values would cost more than all the rest.
  const fx = (x.range[1] - x.range[0]) / (x.domain[1] - x.domain[0]);
  const fy = (y.range[1] - y.range[0]) / (y.domain[1] - y.domain[0]);
  const parts: string[] = [];
  for (let i = 0; i < xs.length; i++) {
    const px = x.range[0] + (xs[i]! - x.domain[0]) * fx;
    const py = y.range[0] + (ys[i]! - y.domain[0]) * fy;
    if (!(px >= left - 0.5 && px <= right + 0.5 && py >= top - 0.5 && py <= bottom + 0.5)) continue;
    const cell = Math.round(py - top) * columns + Math.round(px - left);
    if (seen[cell] === 1) continue;
    seen[cell] = 1;
    parts.push(`M${String(tenth(px))} ${String(tenth(py))}h0`);
  }
  return parts.join('');
}
