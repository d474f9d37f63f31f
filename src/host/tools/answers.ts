import type { CancellationToken } from 'vscode';
import type { CodeJobs } from '../../compute/codeJobs';
import {
  callFault,
  callOf,
  compareDtypes,
  diagnose,
  dtypes,
  forward,
  functions,
  readArray,
  run,
  type DType,
  type Mode,
  type NumericArray,
  type Settings,
  type Trace,
} from '../../core/index';
import type { Threads } from '../threads/threads';

/** What a tool is asked: checked here, since a model may send anything. */
export type ToolInput = Readonly<Record<string, unknown>>;

/** A wish that cannot be met, worded for a model: what is wrong and what to send instead. */
export class ToolRefusal extends Error {}

/** Longer answers would cost a model more than they tell. */
const MOST_VALUES = 1000;

const refuse = (what: string): never => {
  throw new ToolRefusal(what);
};

function text(input: ToolInput, name: string): string {
  const value = input[name];
  return typeof value === 'string' ? value : refuse(`"${name}" must be a text.`);
}

function arrayOf(input: ToolInput, name: string): { array: NumericArray; warnings: readonly string[] } {
  const read = readArray(text(input, name));
  if (!read.ok) {
    const said = read.problems.map(({ message, offset }) => `${message} (at character ${offset})`).join('; ');
    return refuse(`"${name}" is no array of numbers: ${said}. Send a JSON list, for example "[[1, 2], [3, 4]]".`);
  }
  return { array: read.array, warnings: read.problems.map(({ message }) => message) };
}

function functionOf(input: ToolInput): string {
  const id = input.function;
  if (typeof id === 'string' && functions.has(id)) return id;
  return refuse(`"function" must be one of ${[...functions.keys()].join(', ')}.`);
}

function dtypeOf(input: ToolInput): DType {
  const { dtype } = input;
  if (dtype === undefined) return 'float64';
  return dtypes.find((one) => one === dtype) ?? refuse(`"dtype" must be one of ${dtypes.join(', ')}.`);
}

const settingsOf = ({ settings }: ToolInput): Settings =>
  settings === undefined || settings === null
    ? {}
    : typeof settings === 'object' && !Array.isArray(settings)
      ? (settings as Settings)
      : refuse('"settings" must be an object, for example {"alpha": 0.2}.');

/** Nested lists of numbers as JSON, NaN and infinities as words; every number in its shortest exact digits. */
export function jsonOf({ data, shape }: NumericArray): string {
  if (data.length > MOST_VALUES) {
    const first = Array.from(data.subarray(0, 20), String).join(', ');
    return `${data.length} values of shape [${shape.join(', ')}], beginning with ${first}`;
  }
  const level = (axis: number, start: number, size: number): string => {
    if (axis === shape.length) return String(data[start]);
    const step = size / (shape[axis] ?? 1);
    const parts = Array.from({ length: shape[axis] ?? 0 }, (_, i) => level(axis + 1, start + i * step, step));
    return `[${parts.join(', ')}]`;
  };
  return level(0, 0, data.length);
}

const noted = (answer: string, warnings: readonly string[]): string =>
  warnings.length === 0 ? answer : `${answer}\nNote on the input: ${warnings.join('; ')}`;

export function evaluateAnswer(input: ToolInput): string {
  const { array, warnings } = arrayOf(input, 'array');
  const mode: Mode = input.mode === 'stepwise' ? 'stepwise' : 'fused';
  const call = callOf(functionOf(input), settingsOf(input), { dtype: dtypeOf(input), mode });
  const fault = callFault(call, array.shape);
  if (fault !== undefined) refuse(`${fault.message}.`);
  const result = run(call, array);
  const where = `${call.function} in ${call.dtype}${mode === 'stepwise' ? ', every operation rounded' : ''}, shape [${result.shape.join(', ')}]`;
  return noted(
    `${jsonOf(result)}\n(${where}; computed by Activation Lens, exact to 2 units in the last place)`,
    warnings,
  );
}

export function compareAnswer(input: ToolInput): string {
  const { array, warnings } = arrayOf(input, 'array');
  const call = callOf(functionOf(input), settingsOf(input));
  const fault = callFault(call, array.shape);
  if (fault !== undefined) refuse(`${fault.message}.`);
  const rows = compareDtypes(call, array).map(
    ({ dtype, mode, ulp, relative, nan, inf }) =>
      `${dtype} ${mode}: largest error ${ulp.error} units in the last place, ${relative.error} relative; ${nan} became NaN, ${inf} infinite`,
  );
  return noted(rows.join('\n'), warnings);
}

export function diagnoseAnswer(input: ToolInput): string {
  const { array, warnings } = arrayOf(input, 'array');
  const findings = diagnose(array, {
    ...(input.function === undefined ? {} : { function: functionOf(input) }),
    ...(input.dtype === undefined ? {} : { dtype: dtypeOf(input) }),
  });
  const lines = findings.map(({ id, severity, message }) => `${severity} ${id}: ${message}`);
  return noted(lines.length === 0 ? 'Nothing to remark.' : lines.join('\n'), warnings);
}

export async function networkAnswer(
  input: ToolInput,
  code: Pick<Threads<CodeJobs>, 'run'>,
  token: CancellationToken,
): Promise<string> {
  const read = await code.run('readNetwork', { text: text(input, 'network'), languageId: 'plaintext' }, token);
  if (!read.ok) return refuse(`"network" cannot be read: ${read.problems.map(({ message }) => message).join('; ')}.`);
  const { array } = arrayOf(input, 'input');
  const trace = traceOf(read.network, array);
  const layers = trace.layers.map(
    ({ a, z }, i) => `layer ${i + 1} (${read.network.layers[i]!.activation}): a = ${jsonOf(a)}, z = ${jsonOf(z)}`,
  );
  return noted(
    `${layers.join('\n')}\ny = ${jsonOf(trace.y)}`,
    read.problems.map(({ message }) => message),
  );
}

function traceOf(network: Parameters<typeof forward>[0], x: NumericArray): Trace {
  try {
    return forward(network, x);
  } catch (error) {
    return refuse(error instanceof RangeError ? `${error.message}.` : String(error));
  }
}
