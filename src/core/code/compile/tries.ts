import type { SyntaxNode } from '@lezer/common';
import { isInstance, isSubclass } from '../runtime/classes';
import { isUnknown, Stopped } from '../runtime/runtime';
import { PyError, type PyClass, type Value } from '../value';
import {
  kids,
  NEXT,
  textOf,
  type Context,
  type Eval,
  type Exec,
  type ExecGenerator,
  type Frame,
  type Signal,
} from './context';
import { storeName } from './names';

interface Handler {
  readonly type: Eval | undefined;
  readonly bind: ((frame: Frame, value: Value) => void) | undefined;
  readonly body: SyntaxNode;
}

interface Parts {
  readonly body: SyntaxNode;
  readonly handlers: readonly Handler[];
  readonly otherwise: SyntaxNode | undefined;
  readonly last: SyntaxNode | undefined;
}

function tryParts(context: Context, node: SyntaxNode): Parts {
  const children = kids(node);
  const handlers: Handler[] = [];
  let body: SyntaxNode | undefined;
  let otherwise: SyntaxNode | undefined;
  let last: SyntaxNode | undefined;
  for (let i = 0; i < children.length; i++) {
    const word = children[i]!.name;
    const end = children.findIndex((child, k) => k > i && child.name === 'Body');
    const block = children[end];
    if (block === undefined) continue;
    if (word === 'try') body = block;
    else if (word === 'else') otherwise = block;
    else if (word === 'finally') last = block;
    else if (word === 'except') {
      const inside = children.slice(i + 1, end);
      const as = inside.findIndex((child) => child.name === 'as');
      const bind = as < 0 ? undefined : storeName(context, textOf(context, inside[as + 1]!));
      const type = inside[0] === undefined ? undefined : context.expression(inside[0]);
      handlers.push({ type, bind, body: block });
    }
  }
  return { body: body!, handlers, otherwise, last };
}

/** The exception of Python in what was thrown; JavaScript's own stack overflow is Python's RecursionError. */
export function asPyError(error: unknown): PyError {
  if (error instanceof PyError) return error;
  if (error instanceof RangeError && error.message.includes('call stack')) {
    return new PyError('RecursionError', 'maximum recursion depth exceeded');
  }
  throw error;
}

function matches(context: Context, error: PyError, type: Value): boolean {
  if (isUnknown(type)) return true;
  if (typeof type !== 'object' || type === null) return false;
  if (type.kind === 'tuple') return type.items.some((one) => matches(context, error, one));
  if (type.kind !== 'class') return false;
  const value = context.runtime.exceptionOf(error);
  return isInstance(value) && isSubclass(value.class, type);
}

function handlerFor(context: Context, parts: Parts, frame: Frame, error: PyError): Handler | undefined {
  const found = parts.handlers.find((one) => one.type === undefined || matches(context, error, one.type(frame)));
  found?.bind?.(frame, context.runtime.exceptionOf(error));
  return found;
}

/** The exceptions that handlers are busy with, for a bare `raise`. */
export function handled(context: Context): PyError[] {
  let stack = context.runtime.state.get('handled') as PyError[] | undefined;
  if (stack === undefined) {
    stack = [];
    context.runtime.state.set('handled', stack);
  }
  return stack;
}

export function tryStatement(context: Context, node: SyntaxNode): Exec {
  const parts = tryParts(context, node);
  const body = context.block(parts.body);
  const blocks = new Map(parts.handlers.map((one) => [one, context.block(one.body)]));
  const otherwise = parts.otherwise === undefined ? undefined : context.block(parts.otherwise);
  const last = parts.last === undefined ? undefined : context.block(parts.last);
  const guarded: Exec = (frame) => {
    let signal: Signal;
    try {
      signal = body(frame);
    } catch (thrown) {
      const error = asPyError(thrown);
      const handler = handlerFor(context, parts, frame, error);
      if (handler === undefined) throw error;
      const stack = handled(context);
      stack.push(error);
      try {
        return blocks.get(handler)!(frame);
      } finally {
        stack.pop();
      }
    }
    return signal === NEXT && otherwise !== undefined ? otherwise(frame) : signal;
  };
  if (last === undefined) return guarded;
  return (frame) => {
    let signal: Signal;
    try {
      signal = guarded(frame);
    } catch (error) {
      if (error instanceof Stopped) throw error;
      const { place } = context.runtime;
      const after = last(frame);
      if (after !== NEXT) return after;
      context.runtime.at(place.start, place.end);
      throw error;
    }
    const { returned } = frame;
    const after = last(frame);
    if (after !== NEXT) return after;
    frame.returned = returned;
    return signal;
  };
}

export function tryGenerator(context: Context, node: SyntaxNode): ExecGenerator {
  const parts = tryParts(context, node);
  const body = context.generatorBlock(parts.body);
  const blocks = new Map(parts.handlers.map((one) => [one, context.generatorBlock(one.body)]));
  const otherwise = parts.otherwise === undefined ? undefined : context.generatorBlock(parts.otherwise);
  const last = parts.last === undefined ? undefined : context.block(parts.last);
  return function* (frame) {
    let signal: Signal;
    try {
      try {
        signal = yield* body(frame);
      } catch (thrown) {
        const error = asPyError(thrown);
        const handler = handlerFor(context, parts, frame, error);
        if (handler === undefined) throw error;
        return yield* blocks.get(handler)!(frame);
      }
      if (signal === NEXT && otherwise !== undefined) signal = yield* otherwise(frame);
      return signal;
    } finally {
      last?.(frame);
    }
  };
}

/** `raise`, `raise X`, `raise X(...) from y` */
export function raiseStatement(context: Context, node: SyntaxNode): Exec {
  const { runtime } = context;
  const given = kids(node)[1];
  const value = given === undefined ? undefined : context.expression(given);
  return (frame) => {
    if (value === undefined) {
      const current = handled(context).at(-1);
      runtime.at(node.from, node.to);
      throw current ?? new PyError('RuntimeError', 'No active exception to reraise');
    }
    let raised = value(frame);
    runtime.at(node.from, node.to);
    if (typeof raised === 'object' && raised?.kind === 'class') raised = runtime.call(raised, []);
    if (isUnknown(raised)) throw new PyError('Exception', raised.reason);
    if (!isInstance(raised) || !isException(raised.class)) {
      throw new PyError('TypeError', 'exceptions must derive from BaseException');
    }
    throw new PyError(raised.class.name, runtime.str(raised), raised);
  };
}

function isException(type: PyClass): boolean {
  return type.mro.some((one) => one.name === 'BaseException');
}

export function assertStatement(context: Context, node: SyntaxNode): Exec {
  const { runtime } = context;
  const [test, message] = kids(node)
    .slice(1)
    .filter((child) => child.name !== ',')
    .map((child) => context.expression(child));
  return (frame) => {
    const value = test!(frame);
    if (isUnknown(value)) return NEXT;
    runtime.at(node.from, node.to);
    if (runtime.truth(value)) return NEXT;
    throw new PyError('AssertionError', message === undefined ? '' : runtime.str(message(frame)));
  };
}
