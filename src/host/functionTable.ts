import { activations, gates, softmaxFamily, type Parameters } from '../core/index';
import type { FunctionCall } from '../shared/evaluation';

/** A setting of a function, as picks ask for it and arguments are checked against it. */
export interface FunctionParameter {
  readonly id: string;
  readonly default: number;
  readonly min?: number;
  readonly max?: number;
  /** the bounds themselves are not allowed */
  readonly open?: boolean;
  /** only whole numbers */
  readonly whole?: boolean;
}

/** A function that can be applied to an array, of whichever kind. */
export interface LensFunction {
  readonly id: string;
  readonly kind: 'activation' | 'softmax' | 'gate';
  readonly label: string;
  /** LaTeX */
  readonly formula: string;
  /** how frameworks write it, to be found by */
  readonly aliases: readonly string[];
  readonly parameters: readonly FunctionParameter[];
  /** `params` may leave out parameters */
  call(params: Parameters): FunctionCall;
}

const axis: FunctionParameter = { id: 'axis', default: -1, whole: true };
const temperature: FunctionParameter = { id: 'temperature', default: 1, min: 0, open: true };

function collect(): LensFunction[] {
  const list: LensFunction[] = [];
  for (const record of activations.values()) {
    list.push({
      id: record.id,
      kind: 'activation',
      label: record.label,
      formula: record.formula,
      aliases: record.spellings.map((spelling) => spelling.code),
      parameters: record.parameters,
      call: (params) => {
        const all = Object.fromEntries(record.parameters.map((p) => [p.id, params[p.id] ?? p.default]));
        return { kind: 'activation', function: record.id, params: all, dtype: 'float64', mode: 'fused' };
      },
    });
  }
  for (const record of softmaxFamily.values()) {
    list.push({
      id: record.id,
      kind: 'softmax',
      label: record.label,
      formula: record.formula,
      aliases: record.spellings.map((spelling) => spelling.code),
      parameters: [axis, temperature],
      call: (params) => ({
        kind: 'softmax',
        function: record.id,
        axis: params.axis ?? -1,
        temperature: params.temperature ?? 1,
        dtype: 'float64',
        mode: 'fused',
      }),
    });
  }
  for (const record of gates.values()) {
    const pieces: FunctionParameter = { id: 'pieces', default: 2, min: 1, whole: true };
    const gate: FunctionParameter = { id: 'gate', default: 2, min: 1, max: 2, whole: true };
    list.push({
      id: record.id,
      kind: 'gate',
      label: record.label,
      formula: record.formula,
      aliases: record.spellings.map((spelling) => spelling.code),
      parameters: [axis, record.option === 'pieces' ? pieces : gate],
      call: (params) => ({
        kind: 'gate',
        function: record.id,
        axis: params.axis ?? -1,
        pieces: params.pieces ?? 2,
        gate: params.gate === 1 ? 'first' : 'second',
      }),
    });
  }
  return list;
}

/** Every function by id: activations, softmax family, gates, in the order of their registries. */
export const functionTable: ReadonlyMap<string, LensFunction> = new Map(collect().map((row) => [row.id, row]));

/** What a call is known by: its function's id, or 'network'. */
export function callName(call: FunctionCall): string {
  return call.kind === 'network' ? 'network' : call.function;
}

/** The parameters of a call as one record of numbers, whatever its kind. */
export function callParameters(call: FunctionCall): Parameters {
  switch (call.kind) {
    case 'activation':
      return call.params;
    case 'softmax':
      return { axis: call.axis, temperature: call.temperature };
    case 'gate':
      return call.function === 'maxout'
        ? { axis: call.axis, pieces: call.pieces }
        : { axis: call.axis, gate: call.gate === 'first' ? 1 : 2 };
    case 'network':
      return {};
  }
}
