import type { Expression } from '../formula/expression';
import type { ParsedCode } from '../formula/grammar';
import type { Remark } from './remark';
import type { Role } from './roles';
import { roleOf } from './roles';
import type { Scopes } from './scopes';

/** What every rule is given beside the expression. */
export interface Ground {
  readonly code: ParsedCode;
  readonly aliases: ReadonlyMap<string, string>;
  readonly scopes: Scopes;
}

/** Looks at one expression; gives a remark where it is the formula that the rule is about. */
export type Rule = (expression: Expression, ground: Ground) => Remark | undefined;

export const textOf = (expression: { readonly start: number; readonly end: number }, { code }: Ground): string =>
  code.text.slice(expression.start, expression.end);

/** The array that a call of this role is taken of; a name is followed to what it was given. */
export const taken = (role: Role, expression: Expression, ground: Ground) =>
  roleOf(role, ground.scopes.value(expression), ground.aliases);

/** What stands before the last name of a callee: `np.` of `np.exp`, `std::` of `std::exp`. */
export function prefixOf(callee: Expression, ground: Ground): string {
  const written = textOf(callee, ground);
  return written.slice(0, Math.max(written.lastIndexOf('.'), written.lastIndexOf('::') + 1) + 1);
}

/** Parentheses where an operand needs them. */
export const operand = (expression: Expression, ground: Ground): string =>
  expression.kind === 'binary' || expression.kind === 'unary' || expression.kind === 'function'
    ? `(${textOf(expression, ground)})`
    : textOf(expression, ground);

export const isNumber = (expression: Expression, value: number): boolean =>
  expression.kind === 'number' && expression.value === value;

/** Which library a callee belongs to, where that decides how a stable form is written. */
export function libraryOf(
  path: string | undefined,
): 'torch' | 'jax' | 'tensorflow' | 'numpy' | 'scipy' | 'js' | 'cpp' | undefined {
  if (path === undefined) return undefined;
  if (/^(torch|F)\b/.test(path)) return 'torch';
  if (/^(jax|jnp)\b/.test(path)) return 'jax';
  if (/^(tf|tensorflow)\b/.test(path)) return 'tensorflow';
  if (/^(numpy|np)\b/.test(path)) return 'numpy';
  if (/^scipy\b/.test(path)) return 'scipy';
  if (/^Math\b/.test(path)) return 'js';
  if (/^std\b/.test(path)) return 'cpp';
  return undefined;
}
