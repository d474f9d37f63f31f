/** A parameter that is a number: any, or (`whole`) only whole ones. */
export interface NumberParameter {
  readonly id: string;
  /** left out: `number` */
  readonly kind?: 'number' | 'whole';
  readonly default: number;
  /** smallest and largest value allowed, inclusive unless `open` says otherwise */
  readonly min?: number;
  readonly max?: number;
  /** the bound itself is not allowed, e.g. beta > 0 */
  readonly open?: boolean;
}

/** One of a few words. A program that knows only numbers may count them from 1. */
export interface ChoiceParameter {
  readonly id: string;
  readonly kind: 'choice';
  readonly choices: readonly string[];
  readonly default: string;
}

/** An axis of the array, counted from the end where negative. */
export interface AxisParameter {
  readonly id: string;
  readonly kind: 'axis';
  readonly default: number;
}

/** Two parameters of which one must be less than the other, or (not `strictly`) not greater. */
export interface Ordered {
  readonly lower: string;
  readonly upper: string;
  readonly strictly: boolean;
}

/** What a function lets one set. */
export type FunctionParameter = NumberParameter | ChoiceParameter | AxisParameter;

/** What a parameter is set to: a number, or the word of a choice. */
export type Setting = number | string;

/** Settings by the id of their parameter, e.g. `{ axis: 0, temperature: 2 }`. */
export type Settings = Readonly<Record<string, Setting>>;
