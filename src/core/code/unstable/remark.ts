import type { PerDtype } from './thresholds';

/** Every kind of unstable or mistaken formula that is remarked on. */
export const unstableIds = [
  'naive-softmax',
  'log-softmax',
  'log-sigmoid',
  'log1p-exp',
  'gelu-erf',
  'softmax-twice',
  'sigmoid-twice',
  'softmax-before-loss',
  'sigmoid-before-loss',
  'softmax-dim',
  'leaky-slope',
] as const;

export type UnstableId = (typeof unstableIds)[number];

/** A change of the text that writes the stable form. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is remarked on a formula in code, and where. */
export interface Remark {
  readonly id: UnstableId;
  /** UTF-16 offsets of the text */
  readonly start: number;
  readonly end: number;
  /** from which value on it overflows or loses its digits, for each dtype */
  readonly limits?: PerDtype;
  /** numbers and names that the wording mentions */
  readonly figures: Readonly<Record<string, string | number>>;
  /** the stable form with the user's names, where it can be written */
  readonly fix?: { readonly to: string; readonly changes: readonly TextChange[] };
}
