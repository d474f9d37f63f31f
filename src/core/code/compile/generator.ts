import type { SyntaxNode } from '@lezer/common';
import { isUnknown } from '../runtime/runtime';
import { PyError, type Value } from '../value';
import { assignmentGroups, assignTo } from './assign';
import { ifGenerator } from './branch';
import { kids, NEXT, RETURN, type Context, type ExecGenerator, type Frame } from './context';
import { forGenerator, whileGenerator } from './loops';
import { boundNames } from './scope';
import { tryGenerator } from './tries';
import { withGenerator } from './withs';

/** A statement of a generator's body; one without `yield` runs as it does anywhere. */
export function generatorStatement(context: Context, node: SyntaxNode): ExecGenerator {
  if (!boundNames([node], context.text).yields) {
    const plain = context.statement(node);
    return function* (frame) {
      yield* [];
      return plain(frame);
    };
  }
  switch (node.name) {
    case 'YieldStatement':
      return whole(yieldValue(context, node));
    case 'ExpressionStatement':
      return whole(yieldValue(context, onlyYield(node)));
    case 'AssignStatement': {
      const given = assignmentGroups(node).at(-1)!;
      const value = yieldValue(context, onlyYield(given[0]!));
      const put = assignTo(context, node);
      return function* (frame) {
        put(frame, yield* value(frame));
        return NEXT;
      };
    }
    case 'ReturnStatement': {
      const value = yieldValue(context, onlyYield(node.lastChild!));
      return function* (frame) {
        frame.returned = yield* value(frame);
        return RETURN;
      };
    }
    case 'IfStatement':
      return ifGenerator(context, node);
    case 'ForStatement':
      return forGenerator(context, node);
    case 'WhileStatement':
      return whileGenerator(context, node);
    case 'TryStatement':
      return tryGenerator(context, node);
    case 'WithStatement':
      return withGenerator(context, node);
    case 'StatementGroup': {
      const all = kids(node)
        .filter((child) => child.name !== ';')
        .map((child) => generatorStatement(context, child));
      return function* (frame) {
        for (const one of all) {
          const signal = yield* one(frame);
          if (signal !== NEXT) return signal;
        }
        return NEXT;
      };
    }
    default:
      throw new PyError('SyntaxError', 'yield is not read here');
  }
}

type YieldValue = (frame: Frame) => Generator<Value, Value, Value>;

function whole(value: YieldValue): ExecGenerator {
  return function* (frame) {
    yield* value(frame);
    return NEXT;
  };
}

/** The yield that a node holds, through parentheses. */
function onlyYield(node: SyntaxNode): SyntaxNode {
  let one = node;
  while (one.name !== 'YieldExpression') {
    const next = kids(one).find((child) => child.name !== '(' && child.name !== ')');
    if (next === undefined) throw new PyError('SyntaxError', 'yield is not read here');
    one = next;
  }
  return one;
}

function yieldValue(context: Context, node: SyntaxNode): YieldValue {
  const { runtime } = context;
  const children = kids(node).slice(1);
  if (children[0]?.name === 'from') {
    const source = context.expression(children[1]!);
    return function* (frame) {
      const items = source(frame);
      if (isUnknown(items)) {
        yield items;
        return items;
      }
      runtime.at(node.from, node.to);
      if (typeof items === 'object' && items?.kind === 'iterator') {
        for (let step = items.next(null); ; step = items.next(null)) {
          if (step.done === true) return step.value ?? null;
          yield step.value;
        }
      }
      for (const item of runtime.iterate(items)) yield item;
      return null;
    };
  }
  const value = children.length === 0 ? () => null : context.expressions(children);
  return function* (frame) {
    runtime.spend(1);
    return yield value(frame);
  };
}
