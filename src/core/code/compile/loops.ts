import type { SyntaxNode } from '@lezer/common';
import { isUnknown } from '../runtime/runtime';
import type { Value } from '../value';
import {
  BREAK,
  kids,
  NEXT,
  RETURN,
  type Context,
  type Eval,
  type Exec,
  type ExecGenerator,
  type Store,
} from './context';
import { havocOf, type Havoc } from './havoc';

interface Parts {
  readonly source: Eval;
  readonly sourceNode: SyntaxNode;
  readonly store: Store;
  readonly body: SyntaxNode;
  readonly otherwise: SyntaxNode | undefined;
  readonly havoc: Havoc;
}

function forParts(context: Context, node: SyntaxNode): Parts {
  const children = kids(node).filter((child) => child.name !== 'async');
  const at = children.findIndex((child) => child.name === 'in');
  const bodyAt = children.findIndex((child) => child.name === 'Body');
  const sources = children.slice(at + 1, bodyAt);
  const bodies = children.filter((child) => child.name === 'Body');
  return {
    source: context.expressions(sources),
    sourceNode: sources[0]!,
    store: context.storeAll(children.slice(1, at)),
    body: bodies[0]!,
    otherwise: bodies[1],
    havoc: havocOf(context, [node]),
  };
}

export function forStatement(context: Context, node: SyntaxNode): Exec {
  const { source, sourceNode, store, body, otherwise, havoc } = forParts(context, node);
  const block = context.block(body);
  const rest = otherwise === undefined ? undefined : context.block(otherwise);
  const { runtime } = context;
  return (frame) => {
    const items = source(frame);
    if (isUnknown(items)) {
      havoc.spread(frame, items);
      if (!havoc.returns || frame.parent === undefined) return NEXT;
      frame.returned = items;
      return RETURN;
    }
    runtime.at(sourceNode.from, sourceNode.to);
    for (const item of runtime.iterate(items)) {
      runtime.spend(1);
      store(frame, item);
      const signal = block(frame);
      if (signal === RETURN) return RETURN;
      if (signal === BREAK) return NEXT;
    }
    return rest === undefined ? NEXT : rest(frame);
  };
}

export function forGenerator(context: Context, node: SyntaxNode): ExecGenerator {
  const { source, store, body, otherwise, havoc } = forParts(context, node);
  const block = context.generatorBlock(body);
  const rest = otherwise === undefined ? undefined : context.generatorBlock(otherwise);
  const { runtime } = context;
  return function* (frame) {
    const items = source(frame);
    if (isUnknown(items)) {
      havoc.spread(frame, items);
      yield items;
      return NEXT;
    }
    for (const item of runtime.iterate(items)) {
      runtime.spend(1);
      store(frame, item);
      const signal = yield* block(frame);
      if (signal === RETURN) return RETURN;
      if (signal === BREAK) return NEXT;
    }
    return rest === undefined ? NEXT : yield* rest(frame);
  };
}

function whileParts(
  context: Context,
  node: SyntaxNode,
): { test: Eval; body: SyntaxNode; otherwise: SyntaxNode | undefined; havoc: Havoc; truth: (value: Value) => boolean } {
  const bodies = node.getChildren('Body');
  const testNode = kids(node)[1]!;
  const { runtime } = context;
  const truth = (value: Value): boolean => {
    if (typeof value === 'boolean') return value;
    runtime.at(testNode.from, testNode.to);
    return runtime.truth(value);
  };
  return {
    test: context.expression(testNode),
    body: bodies[0]!,
    otherwise: bodies[1],
    havoc: havocOf(context, bodies),
    truth,
  };
}

export function whileStatement(context: Context, node: SyntaxNode): Exec {
  const { test, body, otherwise, havoc, truth } = whileParts(context, node);
  const block = context.block(body);
  const rest = otherwise === undefined ? undefined : context.block(otherwise);
  const { runtime } = context;
  return (frame) => {
    for (;;) {
      runtime.spend(1);
      const value = test(frame);
      if (isUnknown(value)) {
        havoc.spread(frame, value);
        if (!havoc.returns || frame.parent === undefined) return NEXT;
        frame.returned = value;
        return RETURN;
      }
      if (!truth(value)) return rest === undefined ? NEXT : rest(frame);
      const signal = block(frame);
      if (signal === RETURN) return RETURN;
      if (signal === BREAK) return NEXT;
    }
  };
}

export function whileGenerator(context: Context, node: SyntaxNode): ExecGenerator {
  const { test, body, otherwise, havoc, truth } = whileParts(context, node);
  const block = context.generatorBlock(body);
  const rest = otherwise === undefined ? undefined : context.generatorBlock(otherwise);
  const { runtime } = context;
  return function* (frame) {
    for (;;) {
      runtime.spend(1);
      const value = test(frame);
      if (isUnknown(value)) {
        havoc.spread(frame, value);
        yield value;
        return NEXT;
      }
      if (!truth(value)) return rest === undefined ? NEXT : yield* rest(frame);
      const signal = yield* block(frame);
      if (signal === RETURN) return RETURN;
      if (signal === BREAK) return NEXT;
    }
  };
}
