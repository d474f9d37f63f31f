/** Small checks for values that come from elsewhere: a check tells whether a value is what a type says. */
export type Check<T> = (value: unknown) => value is T;

/** Text of at most `longest` UTF-16 units. */
export const text =
  (longest = 1000): Check<string> =>
  (value): value is string =>
    typeof value === 'string' && value.length <= longest;

export const flag: Check<boolean> = (value) => typeof value === 'boolean';

/** A number that JSON can carry: neither NaN nor an infinity. */
export const finite: Check<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value);

export const integer =
  (smallest: number, largest: number): Check<number> =>
  (value): value is number =>
    Number.isInteger(value) && (value as number) >= smallest && (value as number) <= largest;

export const oneOf =
  <const T extends string>(...choices: readonly T[]): Check<T> =>
  (value): value is T =>
    typeof value === 'string' && (choices as readonly string[]).includes(value);

export const listOf =
  <T>(check: Check<T>, longest: number): Check<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= longest && value.every((entry) => check(entry));

/** A plain object used as a table. */
export const tableOf =
  <T>(check: Check<T>, longest: number): Check<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> => {
    if (!isObject(value)) return false;
    const entries = Object.entries(value);
    return entries.length <= longest && entries.every(([key, entry]) => key.length <= 200 && check(entry));
  };

/** What JSON makes of `undefined` in a list, or a left-out key. */
export const optional =
  <T>(check: Check<T>): Check<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || check(value);

/** An object with these members at least; more do no harm. */
export const object =
  <T extends object>(members: { readonly [K in keyof T]-?: Check<T[K]> }): Check<T> =>
  (value): value is T =>
    isObject(value) &&
    (Object.keys(members) as (keyof T & string)[]).every((key) =>
      members[key]((value as Record<string, unknown>)[key]),
    );

export const either =
  <A, B>(first: Check<A>, second: Check<B>): Check<A | B> =>
  (value): value is A | B =>
    first(value) || second(value);

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
