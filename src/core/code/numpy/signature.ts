import { PyError, type Machine, type Native, type PyNative, type Value } from '../value';

interface Parameter {
  readonly name: string;
  readonly preset?: Value;
  readonly keyword: 'both' | 'only' | 'never';
}

interface Signature {
  readonly parameters: readonly Parameter[];
  readonly positional: number;
  readonly rest: boolean;
  readonly keywordRest: boolean;
}

function presetOf(text: string): Value {
  if (text === 'None') return null;
  if (text === 'True') return true;
  if (text === 'False') return false;
  if (/^-?\d+$/.test(text)) return BigInt(text);
  if (/^-?[\d.]+(e-?\d+)?$/.test(text)) return Number(text);
  return text.slice(1, -1);
}

function parse(text: string): Signature {
  const parameters: Parameter[] = [];
  let only = false;
  let rest = false;
  let keywordRest = false;
  for (const part of text.split(',').map((piece) => piece.trim())) {
    if (part === '') continue;
    if (part === '/') {
      parameters.forEach((p, i) => (parameters[i] = { ...p, keyword: 'never' }));
    } else if (part.startsWith('**')) {
      keywordRest = true;
    } else if (part.startsWith('*')) {
      only = true;
      rest = part.length > 1;
    } else {
      const [name = '', preset] = part.split('=');
      const keyword = only ? 'only' : 'both';
      parameters.push(preset === undefined ? { name, keyword } : { name, keyword, preset: presetOf(preset) });
    }
  }
  const positional = parameters.filter((p) => p.keyword !== 'only').length;
  return { parameters, positional, rest, keywordRest };
}

const plural = (n: number): string => (n === 1 ? '' : 's');

function missing(name: string, names: readonly string[]): PyError {
  const quoted = names.map((each) => `'${each}'`);
  const tail =
    quoted.length === 1
      ? quoted[0]!
      : `${quoted.slice(0, -1).join(', ')}${quoted.length > 2 ? ',' : ''} and ${quoted.at(-1)!}`;
  return new PyError(
    'TypeError',
    `${name}() missing ${names.length} required positional argument${plural(names.length)}: ${tail}`,
  );
}

/** Arguments in the order of the signature: parameters, then `*rest` as a tuple, then `**rest` as a dict of texts. */
function bind(
  name: string,
  signature: Signature,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): Value[] {
  const { parameters, positional, rest, keywordRest } = signature;
  if (args.length > positional && !rest) {
    const least = parameters.filter((p) => p.keyword !== 'only' && p.preset === undefined).length;
    const takes = least === positional ? `${positional}` : `from ${least} to ${positional}`;
    const were = args.length === 1 ? 'was' : 'were';
    throw new PyError(
      'TypeError',
      `${name}() takes ${takes} positional argument${positional === 1 && least === positional ? '' : 's'} but ${args.length} ${were} given`,
    );
  }
  const bound: Value[] = new Array<Value>(parameters.length);
  const absent: string[] = [];
  let used = 0;
  parameters.forEach((p, i) => {
    const byName = p.keyword === 'never' ? undefined : keywords.get(p.name);
    if (byName !== undefined) used++;
    if (p.keyword !== 'only' && i < args.length) {
      if (byName !== undefined)
        throw new PyError('TypeError', `${name}() got multiple values for argument '${p.name}'`);
      bound[i] = args[i]!;
    } else if (byName !== undefined) bound[i] = byName;
    else if (p.preset !== undefined) bound[i] = p.preset;
    else absent.push(p.name);
  });
  if (absent.length > 0) throw missing(name, absent);
  if (used < keywords.size && !keywordRest) {
    const known = new Set(parameters.filter((p) => p.keyword !== 'never').map((p) => p.name));
    const unknown = [...keywords.keys()].find((key) => !known.has(key))!;
    throw new PyError('TypeError', `${name}() got an unexpected keyword argument '${unknown}'`);
  }
  if (rest) bound.push({ kind: 'tuple', items: args.slice(positional) });
  if (keywordRest) {
    const known = new Set(parameters.map((p) => p.name));
    const entries = new Map<string, [Value, Value]>();
    for (const [key, value] of keywords) if (!known.has(key)) entries.set(`s:${key}`, [key, value]);
    bound.push({ kind: 'dict', entries });
  }
  return bound;
}

export type Body = (machine: Machine, ...args: Value[]) => Value;

/**
 * A function of a library with its parameters written as Python writes them: `a, axis=None, *, keepdims=False`.
 * Python's own TypeErrors come of calls that do not fit. `*xs` comes last, as a tuple, `**kw` after it, as a dict.
 */
export function native(name: string, signature: string, body: Body): PyNative {
  let parsed: Signature | undefined;
  const call: Native = (args, keywords, machine) => {
    parsed ??= parse(signature);
    return body(machine, ...bind(name, parsed, args, keywords));
  };
  return { kind: 'native', name, call };
}
