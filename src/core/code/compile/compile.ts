import type { SyntaxNode } from '@lezer/common';
import { PyError, type Value } from '../value';
import { NEXT, kids, type Cell, type Context, type Exec, type ExecGenerator, type Frame } from './context';
import { compileExpression, compileExpressions } from './expression';
import { generatorStatement } from './generator';
import { havocOf } from './havoc';
import { Scope } from './scope';
import { compileStatement } from './statement';
import { storeTo, storeToAll } from './targets';

const DEEPEST = 400;

interface Setup {
  readonly text: string;
  readonly runtime: Context['runtime'];
  readonly builtins: ReadonlyMap<string, Value>;
  readonly record: Context['record'];
}

/** What every part of the compiler shares, for one text; nesting is bounded, so that no text overflows the stack. */
export function makeContext({ text, runtime, builtins, record }: Setup): Context {
  let depth = 0;
  const deeper = <T>(node: SyntaxNode, make: () => T): T => {
    if (depth >= DEEPEST) {
      runtime.at(node.from, node.to);
      throw new PyError('RecursionError', `nested more than ${DEEPEST} levels deep`);
    }
    depth++;
    try {
      return make();
    } finally {
      depth--;
    }
  };
  const context: Context = {
    text,
    runtime,
    builtins,
    globals: new Map<string, Cell>(),
    openNames: { value: false },
    scope: new Scope('module', undefined),
    expression: (node) => deeper(node, () => compileExpression(context, node)),
    expressions: (nodes) => deeper(nodes[0]!, () => compileExpressions(context, nodes)),
    statement: (node) => deeper(node, () => safeStatement(context, node)),
    block: (node) => sequence(bodyOf(node).map((one) => context.statement(one))),
    generatorBlock: (node) => generatorSequence(bodyOf(node).map((one) => generatorStatement(context, one))),
    store: (node) => deeper(node, () => storeTo(context, node)),
    storeAll: (nodes) => storeToAll(context, nodes),
    record,
  };
  return context;
}

function bodyOf(node: SyntaxNode): SyntaxNode[] {
  return kids(node).filter((child) => child.name !== ':' && !child.type.isError);
}

/** A statement that cannot be read becomes a problem, and what it would have assigned is unknown. */
function safeStatement(context: Context, node: SyntaxNode): Exec {
  const { scope } = context;
  const overlays = scope.overlays.length;
  try {
    if (!hasError(node)) return compileStatement(context, node);
    return lost(context, node, 'the text has a syntax error here');
  } catch (error) {
    context.scope = scope;
    scope.overlays.length = overlays;
    if (error instanceof PyError) {
      if (error.type === 'RecursionError') throw error;
      context.runtime.at(node.from, node.to);
      context.runtime.note('code.syntax', `SyntaxError: ${error.message}`, 'error', { type: 'SyntaxError' });
      return lost(context, node, error.message);
    }
    throw error;
  }
}

function lost(context: Context, node: SyntaxNode, reason: string): Exec {
  const havoc = havocOf(context, [node]);
  return (frame) => {
    context.runtime.at(node.from, node.to);
    havoc.spread(frame, { kind: 'unknown', reason, start: node.from, end: node.to });
    return NEXT;
  };
}

/** A compound statement is only as broken as its own line: its body's statements look after themselves. */
function hasError(node: SyntaxNode): boolean {
  const waiting = [node];
  while (waiting.length > 0) {
    const one = waiting.pop()!;
    if (one.type.isError) return true;
    for (let child = one.firstChild; child !== null; child = child.nextSibling) {
      if (child.name !== 'Body' && child.name !== 'MatchBody') waiting.push(child);
    }
  }
  return false;
}

function sequence(all: readonly Exec[]): Exec {
  const [first, second] = all;
  if (all.length === 1) return first!;
  if (all.length === 2) {
    return (frame) => {
      const signal = first!(frame);
      return signal === NEXT ? second!(frame) : signal;
    };
  }
  return (frame) => {
    for (let i = 0; i < all.length; i++) {
      const signal = all[i]!(frame);
      if (signal !== NEXT) return signal;
    }
    return NEXT;
  };
}

function generatorSequence(all: readonly ExecGenerator[]): ExecGenerator {
  return function* (frame: Frame) {
    for (const one of all) {
      const signal = yield* one(frame);
      if (signal !== NEXT) return signal;
    }
    return NEXT;
  };
}
