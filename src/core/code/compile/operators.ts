import type { SyntaxNode } from '@lezer/common';
import { equalNumbers } from '../runtime/equalNumbers';
import type { BinaryOperator, Comparison } from '../runtime/runtime';
import { isUnknown } from '../runtime/runtime';
import type { Value } from '../value';
import { kids, textOf, type Context, type Eval } from './context';

/** `a + b`, `a and b`, `a < b < c`, `a not in b` */
export function binaryExpression(context: Context, node: SyntaxNode): Eval {
  const children = kids(node);
  const left = children[0]!;
  const right = children.at(-1)!;
  const operator = children
    .slice(1, -1)
    .map((child) => textOf(context, child))
    .join(' ');
  if (operator === 'and' || operator === 'or') {
    return logic(context, operator, context.expression(left), context.expression(right));
  }
  if (isComparison(operator)) return comparison(context, node);
  return arithmetic(context, operator as BinaryOperator, context.expression(left), context.expression(right), node);
}

function logic(context: Context, operator: string, left: Eval, right: Eval): Eval {
  const { runtime } = context;
  const stop = operator === 'or';
  return (frame) => {
    const a = left(frame);
    if (isUnknown(a)) return a;
    return runtime.truth(a) === stop ? a : right(frame);
  };
}

/** `not x`; the grammar lets `not` reach over `and` and `or`, Python does not. */
export function notExpression(context: Context, node: SyntaxNode): Eval {
  const { runtime } = context;
  const rights: { operator: string; right: SyntaxNode }[] = [];
  let operand = node.lastChild!;
  for (;;) {
    const parts = operand.name === 'BinaryExpression' ? kids(operand) : [];
    if (parts.length !== 3 || (parts[1]!.name !== 'and' && parts[1]!.name !== 'or')) break;
    rights.push({ operator: parts[1]!.name, right: parts[2]! });
    operand = parts[0]!;
  }
  const inner = context.expression(operand);
  let made: Eval = (frame) => {
    const value = inner(frame);
    if (isUnknown(value)) return value;
    runtime.at(node.from, node.to);
    return !runtime.truth(value);
  };
  for (const { operator, right } of rights.reverse()) {
    made = logic(context, operator, made, context.expression(right));
  }
  return made;
}

export function unaryExpression(context: Context, node: SyntaxNode): Eval {
  const { runtime } = context;
  const operator = textOf(context, node.firstChild!);
  if (operator === 'not') return notExpression(context, node);
  const operand = context.expression(node.lastChild!);
  const { from, to } = node;
  if (operator === '-') {
    return (frame) => {
      const value = operand(frame);
      if (typeof value === 'number' || typeof value === 'bigint') return -value;
      runtime.at(from, to);
      return runtime.unary('-', value);
    };
  }
  return (frame) => {
    const value = operand(frame);
    runtime.at(from, to);
    return runtime.unary(operator as '+' | '~', value);
  };
}

/** Floats meet here most often, so they are answered at once. */
function arithmetic(context: Context, operator: BinaryOperator, left: Eval, right: Eval, node: SyntaxNode): Eval {
  const { runtime } = context;
  const { from, to } = node;
  const general = (a: Value, b: Value): Value => {
    runtime.at(from, to);
    return runtime.binary(operator, a, b);
  };
  switch (operator) {
    case '+':
      return (frame) => {
        const a = left(frame);
        const b = right(frame);
        if (typeof a === 'number' && typeof b === 'number') return a + b;
        if (typeof a === 'bigint' && typeof b === 'bigint') return a + b;
        return general(a, b);
      };
    case '-':
      return (frame) => {
        const a = left(frame);
        const b = right(frame);
        if (typeof a === 'number' && typeof b === 'number') return a - b;
        if (typeof a === 'bigint' && typeof b === 'bigint') return a - b;
        return general(a, b);
      };
    case '*':
      return (frame) => {
        const a = left(frame);
        const b = right(frame);
        if (typeof a === 'number' && typeof b === 'number') return a * b;
        return general(a, b);
      };
    case '/':
      return (frame) => {
        const a = left(frame);
        const b = right(frame);
        if (typeof a === 'number' && typeof b === 'number' && b !== 0) return a / b;
        return general(a, b);
      };
    default:
      return (frame) => general(left(frame), right(frame));
  }
}

const comparisons = new Set(['==', '!=', '<>', '<', '<=', '>', '>=', 'in', 'not in', 'is', 'is not']);

function isComparison(operator: string): boolean {
  return comparisons.has(operator);
}

/** A chain: each operand is worked out once, and the first false ends it. */
function comparison(context: Context, node: SyntaxNode): Eval {
  const links: { operator: string; right: Eval }[] = [];
  let first: SyntaxNode = node;
  for (;;) {
    const parts = first.name === 'BinaryExpression' ? kids(first) : [];
    const operator = parts
      .slice(1, -1)
      .map((part) => textOf(context, part))
      .join(' ');
    if (parts.length < 3 || !isComparison(operator)) break;
    links.unshift({ operator, right: context.expression(parts.at(-1)!) });
    first = parts[0]!;
  }
  const start = context.expression(first);
  const { runtime } = context;
  const { from, to } = node;
  const tests = links.map(({ operator }) => compareBy(context, operator, from, to));
  if (links.length === 1) {
    const { right } = links[0]!;
    const test = tests[0]!;
    return (frame) => test(start(frame), right(frame));
  }
  return (frame) => {
    let left = start(frame);
    let result: Value = true;
    for (let i = 0; i < links.length; i++) {
      const right = links[i]!.right(frame);
      result = tests[i]!(left, right);
      if (isUnknown(result) || !runtime.truth(result)) return result;
      left = right;
    }
    return result;
  };
}

function compareBy(context: Context, operator: string, from: number, to: number): (a: Value, b: Value) => Value {
  const { runtime } = context;
  switch (operator) {
    case 'is':
      return (a, b) => (isUnknown(a) ? a : isUnknown(b) ? b : identical(a, b));
    case 'is not':
      return (a, b) => (isUnknown(a) ? a : isUnknown(b) ? b : !identical(a, b));
    case 'in':
    case 'not in':
      return (a, b) => {
        if (isUnknown(a)) return a;
        if (isUnknown(b)) return b;
        runtime.at(from, to);
        return runtime.contains(b, a) === (operator === 'in');
      };
    case '<':
      return (a, b) => {
        if (typeof a === 'number' && typeof b === 'number') return a < b;
        if (typeof a === 'bigint' && typeof b === 'bigint') return a < b;
        runtime.at(from, to);
        return runtime.compare('<', a, b);
      };
    case '>':
      return (a, b) => {
        if (typeof a === 'number' && typeof b === 'number') return a > b;
        if (typeof a === 'bigint' && typeof b === 'bigint') return a > b;
        runtime.at(from, to);
        return runtime.compare('>', a, b);
      };
    case '==':
      return (a, b) => {
        if (equalNumbers(a, b)) return true;
        runtime.at(from, to);
        return runtime.compare('==', a, b);
      };
    default:
      return (a, b) => {
        runtime.at(from, to);
        return runtime.compare((operator === '<>' ? '!=' : operator) as Comparison, a, b);
      };
  }
}

function identical(a: Value, b: Value): boolean {
  return (
    a === b ||
    (typeof a === 'object' &&
      typeof b === 'object' &&
      a?.kind === 'numpyType' &&
      b?.kind === 'numpyType' &&
      a.name === b.name)
  );
}
