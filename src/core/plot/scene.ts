/**
 * A picture as data: what to draw and where, but not in which colours. core builds scenes, the webview draws them as
 * SVG elements coloured by CSS class, and `sceneSvg` writes them as text for hovers, files and snapshots.
 */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** What a mark means; its colour, line and fill follow from it. */
export type Role =
  | 'grid'
  | 'axis'
  | 'tick'
  | 'curve'
  | 'derivative'
  | 'points'
  | 'histogram'
  | 'dead'
  | 'saturated'
  | 'kink'
  | 'positive'
  | 'negative'
  | 'track'
  | 'bad'
  | 'badText'
  | 'value'
  | 'label'
  | 'caption'
  | 'node'
  | 'chosen'
  | 'nodePositive'
  | 'nodeNegative'
  | 'ringNegative'
  | 'pointHigh'
  | 'pointLow'
  | 'edgePositive'
  | 'edgeNegative';

interface Common {
  readonly role: Role;
  /** which of several curves, 0 .. 5 */
  readonly series?: number;
  /** 0 .. 1: how strongly the colour shows */
  readonly strength?: number;
  /** a tooltip, and what a screen reader says */
  readonly title?: string;
  /** what pointing at it chooses, e.g. a node */
  readonly id?: string;
}

export type Mark = Common &
  (
    | { readonly kind: 'path'; readonly d: string; readonly width?: number }
    | {
        readonly kind: 'line';
        readonly x1: number;
        readonly y1: number;
        readonly x2: number;
        readonly y2: number;
        readonly width?: number;
      }
    | { readonly kind: 'rect'; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
    | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly r: number }
    | {
        readonly kind: 'text';
        readonly x: number;
        readonly y: number;
        readonly text: string;
        readonly anchor?: 'start' | 'middle' | 'end';
        readonly size?: number;
      }
  );
