import { parser } from '@lezer/python';
import { builtinsOf } from './builtins/builtins';
import { makeContext } from './compile/compile';
import type { Frame } from './compile/context';
import { arrayLibrary } from './modules/arrays';
import { knownModules } from './modules/registry';
import { Interpreter } from './runtime/interpreter';
import { Stopped } from './runtime/runtime';
import { bareDecimals } from './syntax/bareDecimals';
import { prepare } from './syntax/prepare';
import { PyError, type Unknown, type Value } from './value';

/** Modules that texts use without the import that stands elsewhere. */
const usual: Readonly<Record<string, string>> = {
  np: 'numpy',
  numpy: 'numpy',
  math: 'math',
  torch: 'torch',
  nn: 'torch.nn',
  F: 'torch.nn.functional',
};

/** What a text gives, traced: names that it does not define stand for inputs whose use is recorded. */
export interface Traced {
  readonly variables: ReadonlyMap<string, Value>;
  readonly runtime: Interpreter;
  /** what was stored in attributes of names that the text does not define: `model[0].weight.data = ...` */
  readonly stored: readonly { readonly owner: Unknown; readonly name: string; readonly value: Value }[];
  /** statements that stand alone, e.g. `model.set_weights([...])` */
  readonly expressions: readonly Value[];
}

/** An input that is not known and whose use is to be recorded. */
export function input(name: string, runtime: Interpreter): Unknown {
  runtime.anyUnknown = true;
  return {
    kind: 'unknown',
    reason: `${name} is not defined in this text`,
    start: 0,
    end: 0,
    graph: { op: 'name', name, operands: [] },
  };
}

const OPERATIONS = 3_000_000;
const ELEMENTS = 20_000_000;

/**
 * Works a text out with every name that it does not define standing for something unknown whose use is recorded: a
 * forward pass becomes the graph of what it does to its input. Never throws; what cannot be worked out ends the text.
 */
export function traceProgram(text: string): Traced {
  const { builtins, types, exceptions } = builtinsOf();
  const stored: { owner: Unknown; name: string; value: Value }[] = [];
  const expressions: Value[] = [];
  const runtime = new Interpreter({
    limits: { operations: OPERATIONS, elements: ELEMENTS },
    arrays: arrayLibrary,
    types,
    exceptions,
    modules: knownModules,
    undefinedName: (name, machine) =>
      Object.hasOwn(usual, name) ? machine.module(usual[name]!) : input(name, machine),
    stored: (owner, name, value) => stored.push({ owner, name, value }),
  });
  const prepared = prepare(text);
  const record = (_start: number, _end: number, name: string | undefined, value: Value) => {
    if (name === undefined && expressions.length < MOST_EXPRESSIONS) expressions.push(value);
  };
  const context = makeContext({ text: prepared.text, runtime, builtins, record });
  context.globals.set('__name__', { name: '__name__', value: '__main__' });
  const frame: Frame = { slots: [], parent: undefined, returned: null };
  const tree = parser.parse(bareDecimals(prepared.text));
  for (let node = tree.topNode.firstChild; node !== null; node = node.nextSibling) {
    if (node.name === 'Comment' || node.type.isError) continue;
    if (!attempt(() => context.statement(node)(frame))) break;
  }
  const variables = new Map<string, Value>();
  for (const [name, cell] of context.globals) {
    if (cell.value !== undefined && name !== '__name__') variables.set(name, cell.value);
  }
  return { variables, runtime, stored, expressions };
}

const MOST_EXPRESSIONS = 200;

/** Whether the program goes on after this: an exception of Python's is passed over, the end of the budget is not. */
function attempt(statement: () => unknown): boolean {
  try {
    statement();
  } catch (error) {
    if (error instanceof PyError) return true;
    if (error instanceof Stopped) return false;
    throw error;
  }
  return true;
}
