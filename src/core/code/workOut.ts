import { parser } from '@lezer/python';
import { builtinsOf } from './builtins/builtins';
import { codeValue, type Room } from './codeValue';
import { makeContext } from './compile/compile';
import type { Context, Frame } from './compile/context';
import { asPyError } from './compile/tries';
import { markDiffering } from './differing';
import { knownModules } from './modules/registry';
import { arrayLibrary } from './modules/arrays';
import { STREAM } from './random/source';
import { Interpreter, type Limits } from './runtime/interpreter';
import { Stopped } from './runtime/runtime';
import { bareDecimals } from './syntax/bareDecimals';
import { prepare } from './syntax/prepare';
import { syntaxErrors } from './syntax/syntaxProblems';
import { PyError, type Value } from './value';
import type { CodeStep, CodeValue, WorkedOut } from './workedOut';

/** How far a program is worked out, and what is kept of it. */
export interface WorkOutOptions {
  /** VS Code's id of the language; only `python` is worked out */
  readonly languageId?: string;
  /** how many steps are kept at most */
  readonly steps?: number;
  /** elementary operations after which the program is stopped */
  readonly operations?: number;
  /** elements of memory after which it is stopped */
  readonly elements?: number;
  /** asked now and then; true stops the program */
  readonly cancelled?: () => boolean;
}

const STEPS = 5_000;
/** of one statement, so that a long loop leaves room for what follows it */
const STEPS_OF_ONE = 200;
const OPERATIONS = 40_000_000;
const ELEMENTS = 100_000_000;
/** numbers that all steps together may hold */
const RECORDED = 1_000_000;
const SHOWN = 4_000_000;

/**
 * Works a program of Python out from its text: values, steps, output and problems. Nothing is run outside of this
 * function: no file, no network, no `eval`.
 *
 * @example workOut('x = 2 ** 10').variables.get('x') // { kind: 'number', value: 1024, type: 'int' }
 */
export function workOut(text: string, options: WorkOutOptions = {}): WorkedOut {
  const first = workOnce(text, options, 0);
  if (!first.drewUnseeded) return first.found;
  // what another stream of random numbers changes differs on every run
  return markDiffering(first.found, workOnce(text, options, 1).found);
}

/** Works the program out with one of the streams that stand for unseeded random numbers. */
function workOnce(
  text: string,
  options: WorkOutOptions,
  stream: number,
): { readonly found: WorkedOut; readonly drewUnseeded: boolean } {
  const prepared = prepare(text);
  const limits: Limits = {
    operations: options.operations ?? OPERATIONS,
    elements: options.elements ?? ELEMENTS,
    ...(options.cancelled === undefined ? {} : { cancelled: options.cancelled }),
  };
  const { builtins, types, exceptions } = builtinsOf();
  const runtime = new Interpreter({ limits, arrays: arrayLibrary, types, exceptions, modules: knownModules });
  runtime.state.set(STREAM, stream);
  const steps: CodeStep[] = [];
  const context = makeContext({
    text: prepared.text,
    runtime,
    builtins,
    record: recorder(steps, runtime, options.steps ?? STEPS, prepared.offset),
  });
  run(context);
  const found = {
    variables: variablesOf(context, prepared.offset),
    steps,
    output: runtime.output,
    problems: runtime.problems.map((problem) => ({ ...problem, offset: prepared.offset(problem.offset) })),
  };
  return { found, drewUnseeded: runtime.drewUnseeded };
}

function run(context: Context): void {
  const { runtime, text } = context;
  const tree = parser.parse(bareDecimals(text));
  for (const { start, end } of syntaxErrors(tree, text.length)) {
    runtime.at(start, end);
    runtime.note('code.syntax', 'SyntaxError: invalid syntax', 'error', { type: 'SyntaxError' });
  }
  context.globals.set('__name__', { name: '__name__', value: '__main__' });
  try {
    const frame: Frame = { slots: [], parent: undefined, returned: null };
    for (let node = tree.topNode.firstChild; node !== null; node = node.nextSibling) {
      if (node.name === 'Comment' || node.type.isError) continue;
      context.statement(node)(frame);
    }
  } catch (thrown) {
    stop(context, thrown);
  }
}

/** What ended the program becomes a problem at its place. */
function stop(context: Context, thrown: unknown): void {
  const { runtime } = context;
  if (thrown instanceof Stopped) {
    runtime.note(thrown.code, thrown.message, 'warning');
    return;
  }
  const error: PyError = asPyError(thrown);
  if (error.type === 'SystemExit') return;
  const words = error.message === '' ? error.type : `${error.type}: ${error.message}`;
  runtime.note('code.error', words, 'error', { type: error.type, text: error.message });
}

function recorder(
  steps: CodeStep[],
  runtime: Interpreter,
  most: number,
  offset: (at: number) => number,
): Context['record'] {
  const room: Room = { left: RECORDED };
  return (start, end, name, value, site) => {
    if (site.count >= STEPS_OF_ONE || steps.length >= most || room.left <= 0) return;
    site.count++;
    const copy = codeValue(value, runtime, room);
    if (copy === undefined) return;
    const place = { start: offset(start), end: offset(end) };
    steps.push(name === undefined ? { ...place, value: copy } : { ...place, name, value: copy });
  };
}

function variablesOf(context: Context, offset: (at: number) => number): Map<string, CodeValue> {
  const { runtime } = context;
  const variables = new Map<string, CodeValue>();
  const room: Room = { left: SHOWN };
  for (const [name, cell] of context.globals) {
    if (cell.value === undefined || name === '__name__') continue;
    const value = safely(cell.value, runtime, room);
    if (value === undefined) continue;
    variables.set(
      name,
      value.kind === 'unknown' ? { ...value, start: offset(value.start), end: offset(value.end) } : value,
    );
  }
  return variables;
}

/** A value whose own `__repr__` fails is left out, not the others with it. */
function safely(value: Value, runtime: Interpreter, room: Room): CodeValue | undefined {
  try {
    return codeValue(value, runtime, room);
  } catch (error) {
    if (error instanceof PyError || error instanceof Stopped) return undefined;
    throw error;
  }
}
