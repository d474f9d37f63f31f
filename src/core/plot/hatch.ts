import { tenth } from './scale';

/** Diagonal lines that fill a rectangle: a shade that needs no colour. As one path; `/` leans to the right. */
export function hatch(x0: number, y0: number, x1: number, y1: number, step = 7): string {
  const width = x1 - x0;
  const height = y1 - y0;
  let path = '';
  if (width <= 0 || height <= 0) return path;
  for (let c = step; c < width + height; c += step) {
    const startX = x0 + Math.min(c, width);
    const startY = y0 + Math.max(0, c - width);
    const endX = x0 + Math.max(0, c - height);
    const endY = y0 + Math.min(c, height);
    path += `M${String(tenth(startX))} ${String(tenth(startY))}L${String(tenth(endX))} ${String(tenth(endY))}`;
  }
  return path;
}
