import { callOf, type FunctionCall } from '../../function/call';
import type { Setting } from '../../function/parameter';
import type { Framework } from '../../function/spelling';
import { callFault } from '../run';
import { canonical } from './canonical';
import { named, spelledCalls } from './registry';
import type { SpelledValue, SpelledArgument, SpelledCall, SpelledKind } from './spelledCall';

/** What a call in somebody's code means. */
export interface Recognised {
  readonly call: FunctionCall;
  readonly framework: Framework;
  readonly kind: SpelledKind;
  /** the callee's full path */
  readonly callee: string;
  /** settings that the code gives in a way that is not worked out, or leaves to the array: the call has defaults there */
  readonly unknown: readonly string[];
  /** versions, and where the framework departs from the definition */
  readonly notes: readonly string[];
}

/**
 * Which function a call in code means, with its settings and the framework's defaults. Undefined where it is none that
 * is known, or where an argument makes it another function than we have.
 *
 * @param callee its path as written or, where imports are known, in full: `F.gelu`, `torch.nn.functional.gelu`; of a
 * method on something unknown `.relu`; of an ONNX node `onnx.Relu`
 * @param positional arguments as literals; undefined for what is not worked out, such as the array itself
 * @example recognise('F.gelu', [undefined], { approximate: 'tanh' })?.call.function // 'geluTanh'
 */
export function recognise(
  callee: string,
  positional: readonly SpelledValue[] = [],
  keywords: Readonly<Record<string, SpelledValue>> = {},
): Recognised | undefined {
  for (const path of canonical(callee)) {
    for (const row of spelledCalls.get(path) ?? []) {
      const read = readArguments(row, positional, keywords);
      if (read !== undefined) return read;
    }
  }
  return undefined;
}

/** Which function a name in a text means: `activation="relu"`, `ACT2FN["gelu_new"]`, `CUDNN_ACTIVATION_RELU`. */
export function recogniseName(name: string, framework: Framework): Recognised | undefined {
  const row = named.get(framework)?.get(name);
  return row && readArguments(row, [], {});
}

function readArguments(
  row: SpelledCall,
  positional: readonly SpelledValue[],
  keywords: Readonly<Record<string, SpelledValue>>,
): Recognised | undefined {
  const given = match(row, positional, keywords);
  if (given === undefined) return undefined;
  let id = row.function;
  const settings: Record<string, Setting> = { ...row.defaults };
  const unknown: string[] = [];
  for (const argument of row.arguments) {
    const { means } = argument;
    const there = given.has(argument);
    const value = given.get(argument);
    switch (means.as) {
      case 'array':
        if (!there && row.kind === 'function') return undefined;
        break;
      case 'nothing':
        break;
      case 'fixed':
        if (there ? value !== means.value : means.required === true) return undefined;
        break;
      case 'function': {
        if (!there) break;
        const other = Object.hasOwn(means.by, String(value)) ? means.by[String(value)] : undefined;
        if (other === undefined) return undefined;
        id = id === row.function ? other : id;
        break;
      }
      case 'otherwise':
        if (!there || value === means.neutral) break;
        if (value !== undefined && typeof value !== 'number') return undefined;
        id = means.function;
        if (value === undefined) unknown.push(means.setting);
        else settings[means.setting] = value;
        break;
      case 'setting':
        if (!there) {
          if (means.required === true) return undefined;
          if (means.unsaid === true) unknown.push(means.setting);
        } else if (value === undefined) unknown.push(means.setting);
        else if (value === null && means.unsaid === true) unknown.push(means.setting);
        else if (typeof value === 'number') settings[means.setting] = value;
        else return undefined;
    }
  }
  const call = callOf(id, settings);
  if (callFault(call) !== undefined) return undefined;
  const { framework, kind, callee, note } = row;
  return { call, framework, kind, callee, unknown, notes: note === undefined ? [] : [note] };
}

/** Each given argument with the one of the row that it fills; undefined when one fits nowhere or is given twice. */
function match(
  row: SpelledCall,
  positional: readonly SpelledValue[],
  keywords: Readonly<Record<string, SpelledValue>>,
): ReadonlyMap<SpelledArgument, SpelledValue> | undefined {
  const given = new Map<SpelledArgument, SpelledValue>();
  const placed = row.arguments.filter(({ keywordOnly }) => keywordOnly !== true);
  if (positional.length > placed.length) return undefined;
  for (const [i, value] of positional.entries()) given.set(placed[i]!, value);
  for (const [name, value] of Object.entries(keywords)) {
    const argument = row.arguments.find(({ names }) => names.includes(name));
    if (argument === undefined || given.has(argument)) return undefined;
    given.set(argument, value);
  }
  return given;
}
