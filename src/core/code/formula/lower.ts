import type { SyntaxNode } from '@lezer/common';
import type { Argument, Expression, Place } from './expression';
import type { ParsedCode } from './grammar';

/** Expressions nested deeper than this are nobody's formula. */
const DEEPEST = 60;

type Lowering = (node: SyntaxNode, code: ParsedCode, depth: number) => Expression;

const place = (node: SyntaxNode): Place => ({ start: node.from, end: node.to });
const textOf = (node: SyntaxNode, { text }: ParsedCode): string => text.slice(node.from, node.to);
const other = (node: SyntaxNode): Expression => ({ kind: 'other', ...place(node) });

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (!child.name.endsWith('Comment')) children.push(child);
  }
  return children;
}

/** Names of punctuation nodes, which carry no expression. */
const isMark = (node: SyntaxNode): boolean => /^[^A-Za-z]/.test(node.name);

const name: Lowering = (node, code) => ({ kind: 'name', name: textOf(node, code), ...place(node) });

const scoped: Lowering = (node, code) => ({
  kind: 'name',
  name: textOf(node, code).replace(/\s+/g, '').replaceAll('::', '.').replace(/^\./, ''),
  ...place(node),
});

function number(node: SyntaxNode, code: ParsedCode): Expression {
  // digits may be grouped (1_000, 1'000), and C marks the type behind them
  const written = textOf(node, code).replace(/[_']/g, '');
  const digits = /^0[xXbBoO]/.test(written) ? written.replace(/[uUlLn]+$/, '') : written.replace(/[fFlLuUn]+$/, '');
  const value = Number(digits);
  return Number.isNaN(value) ? other(node) : { kind: 'number', value, ...place(node) };
}

function string(node: SyntaxNode, code: ParsedCode): Expression {
  const written = textOf(node, code);
  const open = /^[A-Za-z]{0,2}("""|'''|["'`])/.exec(written);
  if (open === null || /^[A-Za-z]*[fF]/.test(written)) return other(node);
  const value = written.slice(open[0].length, written.length - open[1]!.length);
  return { kind: 'string', value, ...place(node) };
}

const boolean: Lowering = (node, code) => ({ kind: 'boolean', value: /^t/i.test(textOf(node, code)), ...place(node) });

const parenthesised: Lowering = (node, code, depth) => {
  const inner = childrenOf(node).filter((child) => !isMark(child));
  return inner.length === 1 ? lower(inner[0]!, code, depth) : other(node);
};

const unary: Lowering = (node, code, depth) => {
  const children = childrenOf(node);
  const [op, value] = children;
  if (children.length !== 2 || op === undefined || value === undefined) return other(node);
  const sign = textOf(op, code);
  const operand = lower(value, code, depth);
  if (sign === '-' && operand.kind === 'number') return { kind: 'number', value: -operand.value, ...place(node) };
  return { kind: 'unary', op: sign, value: operand, ...place(node) };
};

const binary: Lowering = (node, code, depth) => {
  const [left, op, right, more] = childrenOf(node);
  if (left === undefined || op === undefined || right === undefined || more !== undefined) return other(node);
  return {
    kind: 'binary',
    op: textOf(op, code),
    left: lower(left, code, depth),
    right: lower(right, code, depth),
    ...place(node),
  };
};

/** `a.b`, `a->b`, `a[i, j]` */
const member: Lowering = (node, code, depth) => {
  const [object, ...rest] = childrenOf(node);
  if (object === undefined) return other(node);
  const last = rest.at(-1);
  if (last !== undefined && /^(PropertyName|FieldIdentifier|PrivatePropertyName)$/.test(last.name)) {
    return { kind: 'attribute', object: lower(object, code, depth), name: textOf(last, code), ...place(node) };
  }
  const index = rest.filter((child) => !isMark(child)).map((child) => lower(child, code, depth));
  // a slice is no expression of its own
  const sliced = rest.some((child) => child.name === ':');
  return { kind: 'index', object: lower(object, code, depth), index: sliced ? [other(node)] : index, ...place(node) };
};

const call: Lowering = (node, code, depth) => {
  const [callee, list] = childrenOf(node);
  if (callee === undefined || list === undefined) return other(node);
  return { kind: 'call', callee: lower(callee, code, depth), args: argumentsOf(list, code, depth), ...place(node) };
};

/** `element for variable in of` among these nodes, where there is one loop over one name and no condition. */
function each(parts: readonly SyntaxNode[], code: ParsedCode, depth: number, at: Place): Expression | undefined {
  const inner = parts.filter((child) => !isMark(child) || child.name === 'for');
  const [element, word, variable, , of, more] = inner;
  if (word?.name !== 'for' || element === undefined || variable === undefined || of === undefined) return undefined;
  if (more !== undefined || variable.name !== 'VariableName') return { kind: 'other', ...at };
  const name = textOf(variable, code);
  return { kind: 'each', element: lower(element, code, depth), variable: name, of: lower(of, code, depth), ...at };
}

const comprehension: Lowering = (node, code, depth) => each(childrenOf(node), code, depth, place(node)) ?? other(node);

function argumentsOf(list: SyntaxNode, code: ParsedCode, depth: number): Argument[] {
  const parts = childrenOf(list);
  const generator = each(parts, code, depth, place(list));
  if (generator !== undefined) return [{ value: generator, ...place(list) }];
  const args: Argument[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const value = parts[i + 2];
    if (part.name === 'VariableName' && parts[i + 1]?.name === 'AssignOp' && value !== undefined) {
      args.push({ name: textOf(part, code), value: lower(value, code, depth), start: part.from, end: value.to });
      i += 2;
    } else if (!isMark(part)) args.push({ value: lower(part, code, depth), ...place(part) });
  }
  return args;
}

const list: Lowering = (node, code, depth) => ({
  kind: 'list',
  items: childrenOf(node)
    .filter((child) => !isMark(child))
    .map((child) => lower(child, code, depth)),
  ...place(node),
});

/** `lambda x: body` and `x => body` */
const lambda: Lowering = (node, code, depth) => {
  const children = childrenOf(node);
  const body = children.at(-1);
  if (body === undefined || body.name === 'Block') return other(node);
  const list = children.find((child) => child.name === 'ParamList');
  const named = list === undefined ? children.slice(0, -1) : childrenOf(list);
  const parameters = named.filter((child) => child.name.startsWith('Variable')).map((child) => textOf(child, code));
  return { kind: 'function', parameters, body: lower(body, code, depth), ...place(node) };
};

/** By the names of the three grammars' nodes. */
const lowerings: Readonly<Record<string, Lowering>> = {
  VariableName: name,
  VariableDefinition: name,
  Identifier: name,
  ScopedIdentifier: scoped,
  NamespaceIdentifier: name,
  ScopedNamespaceIdentifier: scoped,
  this: name,
  Number: number,
  String: string,
  Boolean: boolean,
  BooleanLiteral: boolean,
  True: boolean,
  False: boolean,
  None: (node) => ({ kind: 'none', ...place(node) }),
  null: (node) => ({ kind: 'none', ...place(node) }),
  ParenthesizedExpression: parenthesised,
  UnaryExpression: unary,
  BinaryExpression: binary,
  MemberExpression: member,
  FieldExpression: member,
  SubscriptExpression: member,
  CallExpression: call,
  NewExpression: (node, code, depth) => {
    const inner = childrenOf(node).slice(1);
    const [callee, args] = inner;
    if (callee === undefined || args === undefined) return other(node);
    return { kind: 'call', callee: lower(callee, code, depth), args: argumentsOf(args, code, depth), ...place(node) };
  },
  ArrayComprehensionExpression: comprehension,
  ArrayExpression: list,
  TupleExpression: list,
  LambdaExpression: lambda,
  ArrowFunction: lambda,
};

/** The expression that a node of the syntax tree stands for. */
export function lower(node: SyntaxNode, code: ParsedCode, depth = 0): Expression {
  const lowering = Object.hasOwn(lowerings, node.name) ? lowerings[node.name] : undefined;
  return lowering === undefined || depth > DEEPEST ? other(node) : lowering(node, code, depth + 1);
}
