import type { Mark, Role, Scene } from './scene';

/** The colours that a picture outside the webview is drawn in. */
export interface Palette {
  readonly background: string | undefined;
  readonly foreground: string;
  readonly muted: string;
  readonly grid: string;
  readonly positive: string;
  readonly negative: string;
  readonly bad: string;
  readonly series: readonly string[];
  readonly font: string;
}

/** Blue and orange are told apart by colour-blind readers too (Okabe and Ito 2008). */
export const lightPalette: Palette = {
  background: '#ffffff',
  foreground: '#1f1f1f',
  muted: '#5f5f5f',
  grid: '#e0e0e0',
  positive: '#0072b2',
  negative: '#b35000',
  bad: '#b00020',
  series: ['#0072b2', '#b35000', '#007a5a', '#8f4a8b', '#7a6a00', '#0f7ea8'],
  font: 'sans-serif',
};

export const darkPalette: Palette = {
  background: undefined,
  foreground: '#e6e6e6',
  muted: '#a8a8a8',
  grid: '#444444',
  positive: '#56b4e9',
  negative: '#e69f00',
  bad: '#ff7b72',
  series: ['#56b4e9', '#e69f00', '#2fc79d', '#d79bc7', '#f0e442', '#9bd3ff'],
  font: 'sans-serif',
};

/** A scene as the text of an SVG file: coloured by attributes, without style sheets or scripts. */
export function sceneSvg(scene: Scene, palette: Palette, title: string): string {
  const { width, height } = scene;
  const ground =
    palette.background === undefined
      ? ''
      : `<rect width="${String(width)}" height="${String(height)}" fill="${escapeXml(palette.background)}"/>`;
  const marks = scene.marks.map((mark) => markSvg(mark, palette)).join('\n');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" ` +
    `viewBox="0 0 ${String(width)} ${String(height)}" role="img" font-family="${escapeXml(palette.font)}">\n` +
    `<title>${escapeXml(title)}</title>\n${ground}${ground && '\n'}${marks}\n</svg>\n`
  );
}

function markSvg(mark: Mark, palette: Palette): string {
  const attributes: [string, string | number][] = [];
  for (const [name, value] of Object.entries(geometry(mark))) attributes.push([name, value]);
  attributes.push(...paint(mark, palette));
  if (mark.strength !== undefined) attributes.push(['opacity', Math.round(mark.strength * 100) / 100]);
  const open = `<${mark.kind}${attributes.map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`).join('')}`;
  const inside =
    (mark.title === undefined ? '' : `<title>${escapeXml(mark.title)}</title>`) +
    (mark.kind === 'text' ? escapeXml(mark.text) : '');
  return inside === '' ? `${open}/>` : `${open}>${inside}</${mark.kind}>`;
}

function geometry(mark: Mark): Record<string, string | number> {
  switch (mark.kind) {
    case 'path':
      return { d: mark.d };
    case 'line':
      return { x1: mark.x1, y1: mark.y1, x2: mark.x2, y2: mark.y2 };
    case 'rect':
      return { x: mark.x, y: mark.y, width: mark.width, height: mark.height };
    case 'circle':
      return { cx: mark.x, cy: mark.y, r: mark.r };
    case 'text':
      return { x: mark.x, y: mark.y, 'text-anchor': mark.anchor ?? 'start', 'font-size': mark.size ?? 11 };
  }
}

function paint(mark: Mark, palette: Palette): [string, string | number][] {
  const width = 'width' in mark && mark.kind !== 'rect' ? mark.width : undefined;
  const stroke = (colour: string, normal: number, ...more: [string, string][]): [string, string | number][] => [
    ['fill', 'none'],
    ['stroke', colour],
    ['stroke-width', width ?? normal],
    ...more,
  ];
  const series = palette.series[(mark.series ?? 0) % palette.series.length] ?? palette.foreground;
  const byRole: Record<Role, () => [string, string | number][]> = {
    grid: () => stroke(palette.grid, 1),
    axis: () => stroke(palette.muted, 1),
    tick: () => [['fill', palette.muted]],
    curve: () => stroke(series, 2, ['stroke-linejoin', 'round']),
    derivative: () => stroke(series, 1.5, ['stroke-dasharray', '4 3']),
    points: () => stroke(palette.foreground, 5, ['stroke-linecap', 'round']),
    histogram: () => [
      ['fill', palette.muted],
      ['fill-opacity', 0.6],
    ],
    dead: () => stroke(palette.bad, 1, ['stroke-opacity', '0.5']),
    saturated: () => stroke(palette.muted, 1, ['stroke-opacity', '0.5'], ['stroke-dasharray', '1 4']),
    kink: () => [
      ['fill', palette.background ?? palette.grid],
      ['stroke', series],
      ['stroke-width', 1.5],
    ],
    positive: () => [['fill', palette.positive]],
    negative: () => [['fill', palette.negative]],
    track: () => [
      ['fill', palette.grid],
      ['fill-opacity', 0.5],
    ],
    bad: () => stroke(palette.bad, 1.5),
    badText: () => [
      ['fill', palette.bad],
      ['font-weight', 'bold'],
    ],
    value: () => [['fill', palette.foreground]],
    label: () => [['fill', palette.foreground]],
    caption: () => [['fill', palette.muted]],
    node: () => [
      ['fill', palette.background ?? 'none'],
      ['stroke', palette.foreground],
      ['stroke-width', 1.2],
    ],
    chosen: () => [
      ['fill', palette.background ?? 'none'],
      ['stroke', palette.positive],
      ['stroke-width', 3],
    ],
    nodePositive: () => [['fill', palette.positive]],
    nodeNegative: () => [['fill', palette.negative]],
    ringNegative: () => stroke(palette.negative, 1.5, ['stroke-dasharray', '3 3']),
    pointHigh: () => [
      ['fill', palette.positive],
      ['stroke', palette.background ?? palette.grid],
    ],
    pointLow: () => [
      ['fill', palette.background ?? palette.grid],
      ['stroke', palette.negative],
      ['stroke-width', 2],
    ],
    edgePositive: () => stroke(palette.positive, 1.5),
    edgeNegative: () => stroke(palette.negative, 1.5, ['stroke-dasharray', '5 3']),
  };
  return byRole[mark.role]();
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
