import type { SyntaxNode } from '@lezer/common';
import { PyError, type Value } from '../value';
import { kids, textOf, type Context, type Eval, type Frame } from './context';

interface Parameter {
  readonly name: string;
  readonly form: 'plain' | 'only' | 'star' | 'double';
  readonly standard: Eval | undefined;
}

/** The parameters of a `def` or `lambda`, their defaults compiled in the scope around. */
export function readParameters(context: Context, list: SyntaxNode | null): Parameter[] {
  const found: Parameter[] = [];
  if (list === null) return found;
  const children = kids(list).filter((child) => child.name !== '(' && child.name !== ')');
  let onlyByName = false;
  let i = 0;
  while (i < children.length) {
    const start = i;
    while (i < children.length && children[i]!.name !== ',') i++;
    const part = children.slice(start, i);
    i++;
    const stars = part[0]?.name;
    const nameNode = part.find((child) => child.name === 'VariableName');
    if (nameNode === undefined) {
      if (stars === '*') onlyByName = true;
      continue;
    }
    const equals = part.findIndex((child) => child.name === 'AssignOp');
    const standard = equals < 0 ? undefined : context.expression(part[equals + 1]!);
    const form = stars === '*' ? 'star' : stars === '**' ? 'double' : onlyByName ? 'only' : 'plain';
    if (form === 'star') onlyByName = true;
    found.push({ name: textOf(context, nameNode), form, standard });
  }
  return found;
}

/** Puts the arguments of one call into the slots, which are the parameters' in order. */
export type Binder = (
  frame: Frame,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
  defaults: readonly (Value | undefined)[],
) => void;

export function makeBinder(name: string, parameters: readonly Parameter[]): Binder {
  const plain = parameters.filter((one) => one.form === 'plain');
  const count = plain.length;
  const slotOf = new Map(parameters.map((one, i) => [one.name, i]));
  const star = parameters.findIndex((one) => one.form === 'star');
  const double = parameters.findIndex((one) => one.form === 'double');
  const slots = plain.map((one) => slotOf.get(one.name)!);
  const simple = star < 0 && double < 0 && count === parameters.length;
  return (frame, args, keywords, defaults) => {
    if (simple && args.length === count && keywords.size === 0) {
      for (let i = 0; i < count; i++) frame.slots[i] = args[i]!;
      return;
    }
    for (let i = 0; i < Math.min(args.length, count); i++) frame.slots[slots[i]!] = args[i]!;
    if (args.length > count && star < 0) throw tooMany(name, plain, args.length);
    if (star >= 0) frame.slots[star] = { kind: 'tuple', items: args.slice(count) };
    const rest = new Map<string, [Value, Value]>();
    for (const [key, value] of keywords) {
      const slot = slotOf.get(key);
      if (slot === undefined || slot === star || slot === double) {
        if (double < 0) throw new PyError('TypeError', `${name}() got an unexpected keyword argument '${key}'`);
        rest.set(`s${key}`, [key, value]);
        continue;
      }
      if (frame.slots[slot] !== undefined) {
        throw new PyError('TypeError', `${name}() got multiple values for argument '${key}'`);
      }
      frame.slots[slot] = value;
    }
    if (double >= 0) frame.slots[double] = { kind: 'dict', entries: rest };
    const missing: Parameter[] = [];
    for (let i = 0; i < parameters.length; i++) {
      if (frame.slots[i] !== undefined) continue;
      if (defaults[i] === undefined) missing.push(parameters[i]!);
      frame.slots[i] = defaults[i];
    }
    if (missing.length > 0) throw lacking(name, missing);
  };
}

function tooMany(name: string, plain: readonly Parameter[], given: number): PyError {
  const standards = plain.filter((one) => one.standard !== undefined).length;
  const most = plain.length;
  const wanted = standards > 0 ? `from ${most - standards} to ${most}` : String(most);
  const plural = most === 1 && standards === 0 ? '' : 's';
  const were = given === 1 ? 'was' : 'were';
  return new PyError('TypeError', `${name}() takes ${wanted} positional argument${plural} but ${given} ${were} given`);
}

function lacking(name: string, missing: readonly Parameter[]): PyError {
  const kind = missing.every((one) => one.form === 'only') ? 'keyword-only' : 'positional';
  const names = missing.filter((one) => kind === 'keyword-only' || one.form === 'plain').map((one) => `'${one.name}'`);
  const last = names.pop()!;
  const all =
    names.length === 0 ? last : names.length === 1 ? `${names[0]!} and ${last}` : `${names.join(', ')}, and ${last}`;
  const plural = names.length > 0 ? 's' : '';
  const words = `${name}() missing ${names.length + 1} required ${kind} argument${plural}: ${all}`;
  return new PyError('TypeError', words);
}
