import { linearScale, tenth } from './scale';
import type { Mark, Scene } from './scene';

export interface NumberLineOptions {
  readonly width: number;
  /** the numbers that the dtype can hold near the value, ascending */
  readonly representable: readonly number[];
  /** the exact number, between two of them or on one */
  readonly exact: number;
  /** the one it was rounded to */
  readonly rounded: number;
  readonly text: (value: number) => string;
}

/** The neighbourhood of a number: the values that a dtype can hold as posts, the exact number as a marker above. */
export function numberLine(options: NumberLineOptions): Scene {
  const { width, representable } = options;
  const posts = representable.filter((value) => Number.isFinite(value));
  const low = Math.min(...posts, options.exact);
  const high = Math.max(...posts, options.exact);
  const x = linearScale([low, high], [24, width - 24]);
  const base = 40;
  const marks: Mark[] = [{ kind: 'line', role: 'axis', x1: 8, y1: base, x2: width - 8, y2: base }];
  posts.forEach((value) => {
    const at = tenth(x.at(value));
    const here = Object.is(value, options.rounded) || value === options.rounded;
    marks.push({
      kind: 'line',
      role: here ? 'curve' : 'axis',
      ...(here && { series: 0 }),
      x1: at,
      y1: base - (here ? 12 : 7),
      x2: at,
      y2: base + (here ? 8 : 5),
      title: options.text(value),
    });
  });
  if (Number.isFinite(options.exact)) {
    const at = tenth(x.at(options.exact));
    marks.push({
      kind: 'path',
      role: 'negative',
      d: `M${String(at)} ${String(base - 14)}l-5 -9h10z`,
      title: options.text(options.exact),
    });
    const anchor = at < width * 0.3 ? 'start' : at > width * 0.7 ? 'end' : 'middle';
    const x0 = anchor === 'start' ? 8 : anchor === 'end' ? width - 8 : at;
    marks.push({ kind: 'text', role: 'value', x: x0, y: 12, text: options.text(options.exact), anchor });
  }
  const first = posts[0];
  const last = posts.at(-1);
  let height = base + 28;
  if (first !== undefined && last !== undefined && posts.length > 1) {
    // both on one line where there is room for them
    const characters = options.text(first).length + options.text(last).length;
    const lower = characters * 6.2 + 28 > width ? 13 : 0;
    height += lower;
    marks.push({
      kind: 'text',
      role: 'tick',
      x: 8,
      y: base + 22,
      text: options.text(first),
      anchor: 'start',
      size: 10,
    });
    marks.push({
      kind: 'text',
      role: 'tick',
      x: width - 8,
      y: base + 22 + lower,
      text: options.text(last),
      anchor: 'end',
      size: 10,
    });
  }
  return { width, height, marks };
}
