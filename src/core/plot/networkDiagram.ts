import { fitNumber } from '../format/displayNumber';
import { tenth } from './scale';
import type { Mark, Scene } from './scene';

/** One column of the diagram: the inputs or a layer's units. */
export interface DiagramLayer {
  readonly title: string;
  /** values in the nodes; fewer than `units` when the layer is folded */
  readonly nodes: readonly {
    readonly title: string;
    readonly value: number;
    readonly state?: 'dead' | 'saturated';
  }[];
  /** weights into this layer, [nodes of the layer before][nodes of this layer]; none for the inputs */
  readonly weights?: readonly (readonly number[])[];
  /** how many nodes are not drawn */
  readonly hidden: number;
  /** whether the values are known at the step shown */
  readonly reached: boolean;
}

export interface NetworkDiagramOptions {
  readonly width: number;
  readonly layers: readonly DiagramLayer[];
  /** "layer:unit" */
  readonly chosen?: string | undefined;
  /** words for a folded rest, e.g. "+ 56" */
  readonly more: (hidden: number) => string;
}

/** Where each node lies; index by layer, then unit. */
export interface NetworkDiagram {
  readonly scene: Scene;
  readonly places: readonly (readonly { readonly x: number; readonly y: number }[])[];
  readonly radius: number;
}

/**
 * Layers from left to right, edges as lines: thickness is the weight's size, blue and solid above zero, orange and
 * dashed below. Edges of the chosen node stand out, others fade. Nodes are coloured by their value's share of the
 * largest in their layer, those below zero with a dashed ring inside; numbers are written with as many digits as fit.
 */
export function networkDiagram(options: NetworkDiagramOptions): NetworkDiagram {
  const { width, layers } = options;
  const tallest = Math.max(1, ...layers.map((layer) => layer.nodes.length + (layer.hidden > 0 ? 0.6 : 0)));
  const gapX = width / Math.max(1, layers.length);
  const radius = Math.max(14, Math.min(28, gapX * 0.4));
  const gapY = Math.max(2 * radius + 10, Math.min(72, gapX * 0.9));
  const head = 22;
  const height = Math.ceil(head + tallest * gapY);
  const places = layers.map((layer, column) => {
    const used = (layer.nodes.length + (layer.hidden > 0 ? 0.6 : 0)) * gapY;
    const top = head + (tallest * gapY - used) / 2;
    return layer.nodes.map((_, unit) => ({ x: tenth(gapX * (column + 0.5)), y: tenth(top + gapY * (unit + 0.5)) }));
  });
  const marks: Mark[] = [];
  layers.forEach((layer, column) => marks.push(...edges(layer, column, places, radius, options.chosen)));
  layers.forEach((layer, column) => {
    const x = tenth(gapX * (column + 0.5));
    // About 5.4 pixels a letter at this size.
    const letters = Math.floor(gapX / 5.4);
    const text =
      layer.title.length <= letters ? layer.title : `${layer.title.slice(0, Math.max(1, letters - 1))}\u2026`;
    marks.push({ kind: 'text', role: 'caption', x, y: 13, text, anchor: 'middle', size: 10, title: layer.title });
    const largest = layer.nodes.reduce(
      (so, { value }) => (Number.isFinite(value) ? Math.max(so, Math.abs(value)) : so),
      Number.MIN_VALUE,
    );
    layer.nodes.forEach((node, unit) => {
      const id = `${String(column)}:${String(unit)}`;
      const { y } = places[column]![unit]!;
      const role = id === options.chosen ? 'chosen' : 'node';
      marks.push({ kind: 'circle', role, x, y, r: tenth(radius), id, title: layer.reached ? node.title : layer.title });
      if (layer.reached) marks.push(...tint(node.value / largest, { x, y, r: tenth(radius - 1), id }));
      if (node.state !== undefined && layer.reached)
        marks.push({ kind: 'path', role: node.state, d: inCircle(x, y, radius, node.state === 'dead' ? 5 : 8) });
      const size = radius >= 22 ? 11 : radius >= 17 ? 10 : 9;
      // a monospaced digit is about six tenths as wide as high
      const text = layer.reached ? fitNumber(node.value, Math.floor((2 * radius - 4) / (0.61 * size))) : '?';
      marks.push({ kind: 'text', role: 'value', x, y: tenth(y + size * 0.35), text, anchor: 'middle', size, id });
    });
    if (layer.hidden > 0) {
      const last = places[column]!.at(-1);
      marks.push({
        kind: 'text',
        role: 'caption',
        x,
        y: tenth((last?.y ?? head) + radius + 16),
        text: options.more(layer.hidden),
        anchor: 'middle',
      });
    }
  });
  return { scene: { width, height, marks }, places, radius };
}

/** The colour of a node by its value, -1 to 1, and the ring of one below zero. */
function tint(
  share: number,
  { x, y, r, id }: { readonly x: number; readonly y: number; readonly r: number; readonly id: string },
): Mark[] {
  if (!Number.isFinite(share) || share === 0) return [];
  const strength = tenth(0.5 * Math.abs(share) * 10) / 10;
  if (share > 0) return [{ kind: 'circle', role: 'nodePositive', x, y, r, id, strength }];
  return [
    { kind: 'circle', role: 'nodeNegative', x, y, r, id, strength },
    { kind: 'circle', role: 'ringNegative', x, y, r: tenth(r - 2), id },
  ];
}

function edges(
  layer: DiagramLayer,
  column: number,
  places: NetworkDiagram['places'],
  radius: number,
  chosen: string | undefined,
): Mark[] {
  const { weights } = layer;
  if (weights === undefined) return [];
  let largest = 0;
  for (const row of weights)
    for (const weight of row) if (Number.isFinite(weight)) largest = Math.max(largest, Math.abs(weight));
  const marks: Mark[] = [];
  weights.forEach((row, from) => {
    row.forEach((weight, to) => {
      const start = places[column - 1]?.[from];
      const end = places[column]?.[to];
      if (start === undefined || end === undefined) return;
      const near =
        chosen === undefined ||
        chosen === `${String(column)}:${String(to)}` ||
        chosen === `${String(column - 1)}:${String(from)}`;
      const size = largest === 0 || !Number.isFinite(weight) ? 0 : Math.abs(weight) / largest;
      marks.push({
        kind: 'line',
        role: weight < 0 ? 'edgeNegative' : 'edgePositive',
        strength: near ? 0.9 : 0.2,
        width: tenth(0.6 + 3.4 * size),
        x1: tenth(start.x + radius),
        y1: start.y,
        x2: tenth(end.x - radius),
        y2: end.y,
        title: String(weight),
      });
    });
  });
  return marks;
}

/** Hatching inside a circle: chords at 45 degrees. */
function inCircle(x: number, y: number, radius: number, step: number): string {
  let path = '';
  for (let c = -radius + step; c < radius; c += step) {
    const half = Math.sqrt(radius * radius - c * c);
    const dx = Math.SQRT1_2 * half;
    const cx = x + Math.SQRT1_2 * c;
    const cy = y + Math.SQRT1_2 * c;
    path += `M${String(tenth(cx - dx))} ${String(tenth(cy + dx))}L${String(tenth(cx + dx))} ${String(tenth(cy - dx))}`;
  }
  return path;
}
