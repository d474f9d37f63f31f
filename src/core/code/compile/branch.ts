import type { SyntaxNode } from '@lezer/common';
import { isUnknown } from '../runtime/runtime';
import { withoutGraph } from '../runtime/unknowns';
import type { Unknown } from '../value';
import {
  BREAK,
  kids,
  NEXT,
  RETURN,
  type Context,
  type Eval,
  type Exec,
  type ExecGenerator,
  type Frame,
  type Signal,
} from './context';
import { havocOf } from './havoc';

interface Branch {
  readonly test: Eval | undefined;
  readonly node: SyntaxNode;
  readonly body: SyntaxNode;
}

function branches(context: Context, node: SyntaxNode): Branch[] {
  const found: Branch[] = [];
  const children = kids(node);
  for (let i = 0; i < children.length; i++) {
    const word = children[i]!.name;
    if (word === 'if' || word === 'elif') {
      const test = children[i + 1]!;
      const body = children[i + 2];
      if (body?.name === 'Body') found.push({ test: context.expression(test), node: test, body });
    } else if (word === 'else' && children[i + 1]?.name === 'Body') {
      found.push({ test: undefined, node: children[i]!, body: children[i + 1]! });
    }
  }
  return found;
}

/** What is done where nobody knows which branch is taken. */
function unknownBranch(context: Context, bodies: readonly SyntaxNode[]): (frame: Frame, unknown: Unknown) => Signal {
  const havoc = havocOf(context, bodies);
  return (frame, condition) => {
    const unknown = withoutGraph(condition);
    havoc.spread(frame, unknown);
    if (havoc.returns) {
      frame.returned = unknown;
      // at the top level there is nothing to return from
      return frame.parent === undefined ? NEXT : RETURN;
    }
    return havoc.jumps ? BREAK : NEXT;
  };
}

export function ifStatement(context: Context, node: SyntaxNode): Exec {
  const all = branches(context, node);
  const blocks = all.map((one) => context.block(one.body));
  const lost = unknownBranch(
    context,
    all.map((one) => one.body),
  );
  const { runtime } = context;
  return (frame) => {
    for (let i = 0; i < all.length; i++) {
      const { test, node: place } = all[i]!;
      if (test !== undefined) {
        const value = test(frame);
        if (isUnknown(value)) return lost(frame, value);
        if (typeof value !== 'boolean') runtime.at(place.from, place.to);
        if (!runtime.truth(value)) continue;
      }
      return blocks[i]!(frame);
    }
    return NEXT;
  };
}

export function ifGenerator(context: Context, node: SyntaxNode): ExecGenerator {
  const all = branches(context, node);
  const blocks = all.map((one) => context.generatorBlock(one.body));
  const lost = unknownBranch(
    context,
    all.map((one) => one.body),
  );
  const { runtime } = context;
  return function* (frame) {
    for (let i = 0; i < all.length; i++) {
      const { test } = all[i]!;
      if (test !== undefined) {
        const value = test(frame);
        if (isUnknown(value)) return lost(frame, value);
        if (!runtime.truth(value)) continue;
      }
      return yield* blocks[i]!(frame);
    }
    return NEXT;
  };
}
