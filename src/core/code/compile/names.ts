import type { SyntaxNode } from '@lezer/common';
import { PyError, type Value } from '../value';
import type { Cell, Context, Eval, Store } from './context';
import { textOf } from './context';
import { resolve } from './scope';

export function cellOf(context: Context, name: string): Cell {
  let cell = context.globals.get(name);
  if (cell === undefined) {
    cell = { name, value: undefined };
    context.globals.set(name, cell);
  }
  return cell;
}

/** Reads a variable: a slot of this call or of one around it, a global, one of Python's own. */
export function loadName(context: Context, node: SyntaxNode): Eval {
  return load(context, textOf(context, node), node.from, node.to);
}

export function load(context: Context, name: string, start: number, end: number): Eval {
  const { runtime, scope } = context;
  const found = resolve(scope, name);
  if (found === undefined) return loadGlobal(context, name, start, end);
  const { depth, slot } = found;
  const missing = (): never => {
    runtime.at(start, end);
    if (depth > 0) {
      const words = `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`;
      throw new PyError('NameError', words);
    }
    throw new PyError(
      'UnboundLocalError',
      `cannot access local variable '${name}' where it is not associated with a value`,
    );
  };
  if (scope.kind === 'class' && depth === 0) {
    const outside = scope.parent === undefined ? undefined : resolve(scope.parent, name);
    const fallback =
      outside === undefined
        ? loadGlobal(context, name, start, end)
        : at(outside.depth + 1, outside.slot, () => loadGlobal(context, name, start, end)(emptyFrame));
    return (frame) => frame.slots[slot] ?? valueOr(frame.slots, slot, () => fallback(frame));
  }
  return at(depth, slot, missing);
}

const emptyFrame = { slots: [], parent: undefined, returned: null };

/** A slot that holds null (None) is not an empty one. */
function valueOr(slots: readonly (Value | undefined)[], slot: number, other: () => Value): Value {
  return slots[slot] === null ? null : other();
}

function at(depth: number, slot: number, missing: () => Value): Eval {
  if (depth === 0) {
    return (frame) => {
      const value = frame.slots[slot];
      return value === undefined ? missing() : value;
    };
  }
  if (depth === 1) {
    return (frame) => {
      const value = frame.parent!.slots[slot];
      return value === undefined ? missing() : value;
    };
  }
  return (frame) => {
    let one = frame;
    for (let i = 0; i < depth; i++) one = one.parent!;
    const value = one.slots[slot];
    return value === undefined ? missing() : value;
  };
}

function loadGlobal(context: Context, name: string, start: number, end: number): Eval {
  const { runtime, builtins, openNames } = context;
  const cell = cellOf(context, name);
  const builtin = builtins.get(name);
  return () => {
    if (cell.value !== undefined) return cell.value;
    if (builtin !== undefined) return builtin;
    runtime.at(start, end);
    if (openNames.value) return runtime.unknown(`${name} comes from a module that is not known here`);
    const meant = runtime.world.undefinedName?.(name, runtime);
    if (meant !== undefined) return meant;
    throw new PyError('NameError', `name '${name}' is not defined`);
  };
}

export function storeName(context: Context, name: string): Store {
  const found = resolve(context.scope, name);
  if (found === undefined) {
    const cell = cellOf(context, name);
    return (_, value) => {
      cell.value = value;
    };
  }
  const { depth, slot } = found;
  if (depth === 0) {
    return (frame, value) => {
      frame.slots[slot] = value;
    };
  }
  return (frame, value) => {
    let one = frame;
    for (let i = 0; i < depth; i++) one = one.parent!;
    one.slots[slot] = value;
  };
}

/** `del name` */
export function deleteName(
  context: Context,
  name: string,
  start: number,
  end: number,
): (frame: Parameters<Eval>[0]) => void {
  const read = load(context, name, start, end);
  const found = resolve(context.scope, name);
  const cell = found === undefined ? cellOf(context, name) : undefined;
  return (frame) => {
    read(frame);
    if (cell !== undefined) cell.value = undefined;
    else {
      let one = frame;
      for (let i = 0; i < found!.depth; i++) one = one.parent!;
      one.slots[found!.slot] = undefined;
    }
  };
}
