import type { SyntaxNode } from '@lezer/common';
import { isUnknown } from '../runtime/runtime';
import type { Value } from '../value';
import {
  kids,
  type Context,
  type Eval,
  type Exec,
  type ExecGenerator,
  type Frame,
  type Signal,
  type Store,
} from './context';
import { asPyError } from './tries';

interface Item {
  readonly value: Eval;
  readonly store: Store | undefined;
}

function withItems(context: Context, node: SyntaxNode): Item[] {
  const items: Item[] = [];
  let children = kids(node).slice(1, -1);
  const [only] = children;
  // with (a as b, c as d): the grammar takes the parentheses for a tuple
  if (children.length === 1 && only?.name === 'TupleExpression') children = kids(only).slice(1, -1);
  for (let i = 0; i < children.length; i++) {
    if (children[i]!.name === ',') continue;
    const value = context.expression(children[i]!);
    if (children[i + 1]?.name === 'as') {
      items.push({ value, store: context.store(children[i + 2]!) });
      i += 2;
    } else items.push({ value, store: undefined });
  }
  return items;
}

function open(context: Context, items: readonly Item[], frame: Frame, managers: Value[]): void {
  const { runtime } = context;
  for (const { value, store } of items) {
    const manager = value(frame);
    const entering = isUnknown(manager) ? undefined : runtime.findAttribute(manager, '__enter__');
    const entered = entering === undefined ? manager : runtime.call(entering, []);
    managers.push(manager);
    store?.(frame, entered);
  }
}

/** Leaves the managers, the last first; true when one of them takes the exception. */
function close(context: Context, managers: readonly Value[], error: unknown): boolean {
  const { runtime } = context;
  let caught = false;
  for (const manager of [...managers].reverse()) {
    const leaving = isUnknown(manager) ? undefined : runtime.findAttribute(manager, '__exit__');
    if (leaving === undefined) continue;
    const value = error === undefined || caught ? null : runtime.exceptionOf(asPyError(error));
    const type = value === null ? null : runtime.classOf(value);
    const answer = runtime.call(leaving, [type, value, null]);
    if (value !== null && !isUnknown(answer) && runtime.truth(answer)) caught = true;
  }
  return caught;
}

export function withStatement(context: Context, node: SyntaxNode): Exec {
  const items = withItems(context, node);
  const body = context.block(node.getChild('Body')!);
  const { runtime } = context;
  return (frame): Signal => {
    const managers: Value[] = [];
    runtime.at(node.from, node.to);
    open(context, items, frame, managers);
    let signal: Signal;
    try {
      signal = body(frame);
    } catch (thrown) {
      const error = asPyError(thrown);
      const { place } = runtime;
      if (close(context, managers, error)) return 0;
      runtime.at(place.start, place.end);
      throw error;
    }
    close(context, managers, undefined);
    return signal;
  };
}

export function withGenerator(context: Context, node: SyntaxNode): ExecGenerator {
  const items = withItems(context, node);
  const body = context.generatorBlock(node.getChild('Body')!);
  return function* (frame) {
    const managers: Value[] = [];
    open(context, items, frame, managers);
    try {
      return yield* body(frame);
    } finally {
      close(context, managers, undefined);
    }
  };
}
