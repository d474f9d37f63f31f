import { displayNumber } from '../format/displayNumber';
import { linearScale, tenth } from './scale';
import type { Mark, Scene } from './scene';

export interface LossCurveOptions {
  readonly losses: Float64Array;
  /** steps between two losses */
  readonly stride: number;
  readonly width: number;
  readonly height: number;
}

const LEFT = 46;
const BOTTOM = 18;

/**
 * The loss against the steps, on a logarithmic axis where it spans more than a factor of 20. Losses that are no number
 * end the curve.
 */
export function lossCurve({ losses, stride, width, height }: LossCurveOptions): Scene {
  const finite = losses.filter((loss) => Number.isFinite(loss) && loss >= 0);
  const most = finite.reduce((so, loss) => Math.max(so, loss), 0);
  const least = finite.reduce((so, loss) => Math.min(so, loss), Infinity);
  const logarithmic = least > 0 && most / least > 20;
  const y = logarithmic
    ? linearScale([Math.log10(least), Math.log10(most)], [height - BOTTOM, 8])
    : linearScale([0, most || 1], [height - BOTTOM, 8]);
  const x = linearScale([0, Math.max(1, (losses.length - 1) * stride)], [LEFT, width - 8]);
  const marks: Mark[] = [];
  for (const tick of y.ticks(3)) {
    // powers of ten only, where the axis has them
    if (logarithmic && !Number.isInteger(tick.value)) continue;
    const text = logarithmic ? displayNumber(10 ** tick.value, 2) : tick.label;
    marks.push({ kind: 'line', role: 'grid', x1: LEFT, y1: tick.at, x2: width - 8, y2: tick.at });
    marks.push({ kind: 'text', role: 'tick', x: LEFT - 4, y: tenth(tick.at + 3.5), text, anchor: 'end', size: 10 });
  }
  for (const tick of x.ticks(Math.max(1, Math.floor(width / 90)))) {
    if (!Number.isInteger(tick.value)) continue;
    marks.push({ kind: 'text', role: 'tick', x: tick.at, y: height - 4, text: tick.label, anchor: 'middle', size: 10 });
  }
  let d = '';
  losses.forEach((loss, i) => {
    if (!Number.isFinite(loss) || (logarithmic && loss <= 0)) return;
    const at = y.at(logarithmic ? Math.log10(loss) : loss);
    d += `${d === '' ? 'M' : 'L'}${tenth(x.at(i * stride))} ${tenth(at)}`;
  });
  if (d !== '') marks.push({ kind: 'path', role: 'curve', series: 0, d });
  return { width, height, marks };
}
