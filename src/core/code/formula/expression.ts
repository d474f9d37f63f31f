/**
 * An expression of Python, JavaScript or C++, as far as recognising functions and formulas needs it: one form for all
 * three, so that a formula is described once. Every node knows its place in the text.
 */
export type Expression = (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'none' }
  /** `np` is `numpy` where the text imports it so; C++'s `::` is a dot */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'attribute'; readonly object: Expression; readonly name: string }
  | { readonly kind: 'call'; readonly callee: Expression; readonly args: readonly Argument[] }
  | { readonly kind: 'unary'; readonly op: string; readonly value: Expression }
  | { readonly kind: 'binary'; readonly op: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'index'; readonly object: Expression; readonly index: readonly Expression[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  /** `element for variable in of`, as a generator or in a list */
  | { readonly kind: 'each'; readonly element: Expression; readonly variable: string; readonly of: Expression }
  | { readonly kind: 'function'; readonly parameters: readonly string[]; readonly body: Expression }
  /** anything else, and what lies deeper than anybody writes */
  | { readonly kind: 'other' }
) &
  Place;

export interface Place {
  /** UTF-16 offsets of the text */
  readonly start: number;
  readonly end: number;
}

export interface Argument extends Place {
  /** given by keyword */
  readonly name?: string;
  readonly value: Expression;
}

export type Call = Extract<Expression, { kind: 'call' }>;

/**
 * The dotted path of a name or of attributes of a name, `numpy.random.rand`; undefined for anything else.
 *
 * @param aliases what a first name stands for, `np` -> `numpy`
 */
export function pathOf(expression: Expression, aliases: ReadonlyMap<string, string>): string | undefined {
  const names: string[] = [];
  let rest = expression;
  while (rest.kind === 'attribute') {
    names.unshift(rest.name);
    rest = rest.object;
  }
  if (rest.kind !== 'name') return undefined;
  const dot = rest.name.indexOf('.');
  const first = dot < 0 ? rest.name : rest.name.slice(0, dot);
  const behind = dot < 0 ? '' : rest.name.slice(dot);
  return [(aliases.get(first) ?? first) + behind, ...names].join('.');
}

/** Whether two expressions are written alike, places and parentheses aside. */
export function sameExpression(one: Expression, other: Expression): boolean {
  switch (one.kind) {
    case 'number':
    case 'string':
    case 'boolean':
      return other.kind === one.kind && other.value === one.value;
    case 'none':
      return other.kind === 'none';
    case 'name':
      return other.kind === 'name' && other.name === one.name;
    case 'attribute':
      return other.kind === 'attribute' && other.name === one.name && sameExpression(one.object, other.object);
    case 'call':
      return (
        other.kind === 'call' &&
        sameExpression(one.callee, other.callee) &&
        one.args.length === other.args.length &&
        one.args.every((arg, i) => arg.name === other.args[i]!.name && sameExpression(arg.value, other.args[i]!.value))
      );
    case 'unary':
      return other.kind === 'unary' && other.op === one.op && sameExpression(one.value, other.value);
    case 'binary':
      return (
        other.kind === 'binary' &&
        other.op === one.op &&
        sameExpression(one.left, other.left) &&
        sameExpression(one.right, other.right)
      );
    case 'index':
      return other.kind === 'index' && sameExpression(one.object, other.object) && sameAll(one.index, other.index);
    case 'list':
      return other.kind === 'list' && sameAll(one.items, other.items);
    case 'each':
    case 'function':
    case 'other':
      return false;
  }
}

const sameAll = (one: readonly Expression[], other: readonly Expression[]): boolean =>
  one.length === other.length && one.every((item, i) => sameExpression(item, other[i]!));
