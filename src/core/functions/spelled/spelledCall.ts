import type { Settings } from '../../function/parameter';
import type { Framework } from '../../function/spelling';

/**
 * `function`: takes the array first. `module`: a class or layer whose object is called with the array later. `method`:
 * of the array itself. `op`: a node of a graph with attributes. `string`: a name such as `activation="relu"`.
 */
export type SpelledKind = 'function' | 'module' | 'method' | 'op' | 'string';

/** An argument's value where it is written out; undefined where it is an expression that is not worked out. */
export type SpelledValue = number | string | boolean | null | undefined;

/** What a framework's argument of this name and place means. */
export interface SpelledArgument {
  /** its keyword, the present one first, then those of older versions */
  readonly names: readonly string[];
  readonly means:
    | { readonly as: 'array' }
    /** sets a parameter; `unsaid`: what it is when left out depends on the array */
    | { readonly as: 'setting'; readonly setting: string; readonly required?: boolean; readonly unsaid?: boolean }
    /** another function when: the function by the argument's value */
    | { readonly as: 'function'; readonly by: Readonly<Record<string, string>> }
    /** another function, with this parameter, unless it has its neutral value */
    | { readonly as: 'otherwise'; readonly neutral: number; readonly function: string; readonly setting: string }
    /** changes where or as what the result is kept, not what it is */
    | { readonly as: 'nothing' }
    /** only this value keeps the function what it is */
    | { readonly as: 'fixed'; readonly value: number | boolean | null; readonly required?: boolean };
  /** cannot be given by position */
  readonly keywordOnly?: boolean;
}

/** How one framework writes one function. */
export interface SpelledCall {
  readonly callee: string;
  readonly framework: Framework;
  readonly kind: SpelledKind;
  /** id of our function */
  readonly function: string;
  readonly arguments: readonly SpelledArgument[];
  /** the framework's own defaults where they differ from ours */
  readonly defaults: Settings;
  /** versions, and where it departs from the definition */
  readonly note?: string;
}

export const array = (...names: readonly string[]): SpelledArgument => ({ names, means: { as: 'array' } });

export const set = (
  names: string | readonly string[],
  setting: string,
  more: { readonly required?: boolean; readonly unsaid?: boolean } = {},
): SpelledArgument => ({
  names: typeof names === 'string' ? [names] : names,
  means: { as: 'setting', setting, ...more },
});

export const decides = (name: string, by: Readonly<Record<string, string>>): SpelledArgument => ({
  names: [name],
  means: { as: 'function', by },
});

export const otherwise = (
  names: readonly string[],
  neutral: number,
  other: string,
  setting: string,
): SpelledArgument => ({ names, means: { as: 'otherwise', neutral, function: other, setting } });

export const ignored = (...names: readonly string[]): SpelledArgument => ({ names, means: { as: 'nothing' } });

export const fixed = (
  name: string,
  value: number | boolean | null,
  more: { readonly required?: boolean } = {},
): SpelledArgument => ({ names: [name], means: { as: 'fixed', value, ...more } });

export const keywordOnly = (argument: SpelledArgument): SpelledArgument => ({ ...argument, keywordOnly: true });

/** Rows of one framework and kind: callee, our function, its arguments, then defaults and a note where there are any. */
export type Row = readonly [
  callee: string,
  id: string,
  more?: readonly SpelledArgument[],
  defaults?: Settings,
  note?: string,
];

/** Writes rows out; `first` are the arguments that every row begins with, `last` those that it ends with. */
export function rowsOf(
  framework: Framework,
  kind: SpelledKind,
  prefix: string,
  rows: readonly Row[],
  {
    first = [],
    last = [],
  }: { readonly first?: readonly SpelledArgument[]; readonly last?: readonly SpelledArgument[] } = {},
): SpelledCall[] {
  return rows.map(([callee, id, more = [], defaults = {}, note]) => ({
    callee: `${prefix}${callee}`,
    framework,
    kind,
    function: id,
    arguments: [...first, ...more, ...last],
    defaults,
    ...(note === undefined ? {} : { note }),
  }));
}
