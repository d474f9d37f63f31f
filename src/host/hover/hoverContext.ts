import type { NumericArray } from '../../core/index';
import type { HoverRequest } from './hoverLinks';

/** What a hover shows, from settings and the colour theme. */
export interface HoverStyle {
  readonly functions: readonly string[];
  readonly digits: number;
  readonly values: number;
  readonly picture: boolean;
  readonly dark: boolean;
}

/** An array to preview, and whether it is only the beginning of the literal. */
export interface Preview {
  readonly array: NumericArray;
  readonly cut: boolean;
}

/** All that a part of the hover is made from. */
export interface HoverContext {
  readonly preview: Preview;
  readonly style: HoverStyle;
  readonly place: Omit<HoverRequest, 'action' | 'function'>;
}
