import type { SyntaxNode } from '@lezer/common';
import type { Interpreter } from '../runtime/interpreter';
import type { Value } from '../value';
import type { Scope } from './scope';

/** The variables of one call, by slot, and the frame of the function around. */
export interface Frame {
  readonly slots: (Value | undefined)[];
  readonly parent: Frame | undefined;
  returned: Value;
}

/** A global variable; its value is undefined while it has none. */
export interface Cell {
  readonly name: string;
  value: Value | undefined;
}

/** An expression, ready to run. */
export type Eval = (frame: Frame) => Value;
/** How a statement ended: see the constants. */
export type Signal = 0 | 1 | 2 | 3;
export const NEXT = 0;
export const BREAK = 1;
export const CONTINUE = 2;
export const RETURN = 3;
/** A statement, ready to run. */
export type Exec = (frame: Frame) => Signal;
/** The same where the function is a generator: it gives out values on its way. */
export type ExecGenerator = (frame: Frame) => Generator<Value, Signal, Value>;
/** Where a value goes. */
export type Store = (frame: Frame, value: Value) => void;

/** The arguments of one call, ready to be worked out. */
export interface CallArguments {
  readonly positional: (frame: Frame) => Value[];
  readonly keywords: (frame: Frame) => ReadonlyMap<string, Value>;
}

/** Everything that compiling one text shares. */
export interface Context {
  readonly text: string;
  readonly runtime: Interpreter;
  readonly globals: Map<string, Cell>;
  readonly builtins: ReadonlyMap<string, Value>;
  /** `from unknown import *`: any name may come from there */
  readonly openNames: { value: boolean };
  scope: Scope;
  /** Compiles an expression; nested too deep it becomes a problem instead. */
  expression(node: SyntaxNode): Eval;
  /** Compiles what stands between commas: one value, or a tuple. */
  expressions(nodes: readonly SyntaxNode[]): Eval;
  statement(node: SyntaxNode): Exec;
  block(node: SyntaxNode): Exec;
  generatorBlock(node: SyntaxNode): ExecGenerator;
  store(node: SyntaxNode): Store;
  storeAll(nodes: readonly SyntaxNode[]): Store;
  /** Notes a value that came about, while there is room for steps. */
  record(start: number, end: number, name: string | undefined, value: Value, site: { count: number }): void;
}

export function kids(node: SyntaxNode): SyntaxNode[] {
  const all: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== 'Comment') all.push(child);
  }
  return all;
}

export function textOf(context: { readonly text: string }, node: SyntaxNode): string {
  return context.text.slice(node.from, node.to);
}
