import type { Evaluation } from '../../shared/evaluation';
import type { ResultAction, Surface, ToHost, ToWebview } from '../../shared/protocol';

/** A webview in which the view is open. */
export interface Place {
  readonly surface: Surface;
}

/** What only the outside can do: the model says it, the panel performs it. */
export type Effect =
  | { readonly type: 'send'; readonly to: Place; readonly message: ToWebview }
  /** bring the view before people's eyes */
  | { readonly type: 'reveal' }
  /** store `stored` when there is time */
  | { readonly type: 'persist' }
  /** store how the view looks */
  | { readonly type: 'keepLooks'; readonly looks: string }
  /** what result commands work with from now on */
  | { readonly type: 'called'; readonly evaluation: Evaluation }
  /** another evaluation is shown, or none of its values can be seen any more: marks in the editor are out of date */
  | { readonly type: 'showed' }
  /** the selection may have moved since it was followed last */
  | { readonly type: 'appeared' }
  | { readonly type: 'act'; readonly action: ResultAction }
  | { readonly type: 'askName'; readonly id: number; readonly name: string }
  | { readonly type: 'perform'; readonly message: Performed };

/** Messages that ask for something outside and change nothing that the model owns. */
export type Performed = Extract<
  ToHost,
  { type: 'reveal' | 'point' | 'copyText' | 'save' | 'openSamples' | 'readNetwork' | 'openInEditor' | 'log' }
>;
