import { isInstance } from '../runtime/classes';
import { pyIterator } from '../runtime/iterate';
import { bind, count, native, type RuntimeNative } from '../runtime/native';
import { isUnknown, type BinaryOperator, type Runtime } from '../runtime/runtime';
import { identity } from '../runtime/hashKey';
import { list, tuple } from '../types/method';
import { sortValues } from '../types/sortValues';
import { PyError, type OpaqueObject, type PyClass, type Value } from '../value';
import { isInstanceOf } from './isInstance';
import { roundValue } from './rounding';
import { sumOf } from './sums';

/** print: parts that cannot be known leave the whole line out. */
const print: RuntimeNative = (args, keywords, runtime) => {
  const separator = keywords.get('sep') ?? ' ';
  const end = keywords.get('end') ?? '\n';
  if (args.some(isUnknown)) return null;
  const file = keywords.get('file');
  const text = args.map((arg) => runtime.str(arg)).join(runtime.str(separator));
  if (file === undefined || file === null) runtime.print(text + runtime.str(end));
  return null;
};

function extreme(name: 'min' | 'max'): RuntimeNative {
  return (args, keywords, runtime) => {
    if (args.length === 0) throw new PyError('TypeError', `${name} expected at least 1 argument, got 0`);
    const items = args.length === 1 ? [...runtime.iterate(args[0]!)] : args;
    const key = keywords.get('key') ?? null;
    const standard = keywords.get('default');
    if (items.length === 0) {
      if (standard !== undefined) return standard;
      throw new PyError('ValueError', `${name}() iterable argument is empty`);
    }
    let best = items[0]!;
    let bestKey = key === null ? best : runtime.call(key, [best]);
    for (let i = 1; i < items.length; i++) {
      const item = items[i]!;
      const itemKey = key === null ? item : runtime.call(key, [item]);
      const better = runtime.compare(name === 'min' ? '<' : '>', itemKey, bestKey);
      if (isUnknown(better)) return better;
      if (runtime.truth(better)) {
        best = item;
        bestKey = itemKey;
      }
    }
    return best;
  };
}

function absolute(value: Value, runtime: Runtime): Value {
  if (typeof value === 'bigint') return value < 0n ? -value : value;
  if (typeof value === 'number') return Math.abs(value);
  if (typeof value === 'boolean') return BigInt(value);
  if (typeof value === 'object' && value?.kind === 'complex') return Math.hypot(value.re, value.im);
  const method = runtime.findAttribute(value, '__abs__') ?? runtime.special(value, '__abs__');
  if (method !== undefined) return runtime.call(method, []);
  if (typeof value === 'object' && (value?.kind === 'ndarray' || value?.kind === 'numpyScalar')) {
    const library = value.kind === 'ndarray' && value.library === 'torch' ? 'torch' : 'numpy';
    return runtime.call(runtime.attribute(runtime.module(library), 'abs'), [value]);
  }
  throw new PyError('TypeError', `bad operand type for abs(): '${runtime.typeName(value)}'`);
}

function powerMod(args: readonly Value[], runtime: Runtime): Value {
  const [base, exponent, modulus] = args;
  if (typeof modulus !== 'bigint') return runtime.binary('**', base!, exponent!);
  let result = 1n;
  let factor = base as bigint;
  for (let rest = exponent as bigint; rest > 0n; rest >>= 1n) {
    runtime.spend(1);
    if ((rest & 1n) === 1n) result = (result * factor) % modulus;
    factor = (factor * factor) % modulus;
  }
  return runtime.binary('%', result, modulus);
}

function directory(value: Value): string[] {
  const names = new Set<string>();
  if (isInstance(value)) {
    for (const key of value.attributes.keys()) names.add(key);
    for (const type of value.class.mro) for (const key of type.members.keys()) names.add(key);
  }
  return [...names].sort();
}

function radix(base: number, prefix: string): RuntimeNative {
  return (args) => {
    const value = args[0] as bigint;
    return `${value < 0n ? '-' : ''}${prefix}${(value < 0n ? -value : value).toString(base)}`;
  };
}

const unknownReason =
  (what: string): RuntimeNative =>
  (_args, _keywords, runtime) =>
    runtime.unknown(what);

const functions: Readonly<Record<string, RuntimeNative>> = {
  print,
  min: extreme('min'),
  max: extreme('max'),
  len: (args, _, runtime) => {
    count('len', args, 1);
    return BigInt(runtime.length(args[0]!));
  },
  abs: (args, _, runtime) => absolute(args[0]!, runtime),
  sum: (args, keywords, runtime) => {
    const [items, start] = bind('sum', ['iterable', 'start'], args, keywords, 1);
    return sumOf(runtime.iterate(items!), start ?? 0n, runtime);
  },
  round: (args, keywords, runtime) => {
    const [value, digits] = bind('round', ['number', 'ndigits'], args, keywords, 1);
    return roundValue(value!, digits, runtime);
  },
  sorted: (args, keywords, runtime) => {
    const items = [...runtime.iterate(args[0]!)];
    runtime.allocate(items.length);
    return list(sortValues(items, keywords.get('key'), keywords.get('reverse'), runtime));
  },
  any: (args, _, runtime) => {
    for (const item of runtime.iterate(args[0]!)) {
      if (isUnknown(item)) return item;
      if (runtime.truth(item)) return true;
    }
    return false;
  },
  all: (args, _, runtime) => {
    for (const item of runtime.iterate(args[0]!)) {
      if (isUnknown(item)) return item;
      if (!runtime.truth(item)) return false;
    }
    return true;
  },
  divmod: (args, _, runtime) =>
    tuple((['//', '%'] as BinaryOperator[]).map((one) => runtime.binary(one, args[0]!, args[1]!))),
  pow: (args, keywords, runtime) => powerMod([...args, ...keywords.values()], runtime),
  isinstance: (args, _, runtime) => isInstanceOf(args[0]!, args[1]!, runtime),
  issubclass: (args) => {
    const [type, of] = args;
    const all: readonly Value[] = typeof of === 'object' && of?.kind === 'tuple' ? of.items : [of!];
    if (typeof type !== 'object' || type?.kind !== 'class') return false;
    return all.some((one) => (type.mro as readonly Value[]).includes(one));
  },
  callable: (args, _, runtime) => {
    const [value] = args;
    if (typeof value !== 'object' || value === null) return false;
    if (value.kind === 'instance') return runtime.special(value, '__call__') !== undefined;
    return (
      ['function', 'native', 'class', 'numpyType'].includes(value.kind) ||
      (value.kind === 'object' && value.call !== undefined)
    );
  },
  getattr: (args, _, runtime) => {
    try {
      const found = runtime.findAttribute(args[0]!, args[1] as string);
      if (found !== undefined) return found;
    } catch (error) {
      if (!(error instanceof PyError) || error.type !== 'AttributeError' || args.length < 3) throw error;
    }
    return args.length > 2 ? args[2]! : runtime.attribute(args[0]!, args[1] as string);
  },
  hasattr: (args, _, runtime) => {
    try {
      return runtime.findAttribute(args[0]!, args[1] as string) !== undefined;
    } catch (error) {
      if (error instanceof PyError && error.type === 'AttributeError') return false;
      throw error;
    }
  },
  setattr: (args, _, runtime) => {
    runtime.setAttribute(args[0]!, args[1] as string, args[2]!);
    return null;
  },
  delattr: (args, _, runtime) => {
    runtime.deleteAttribute(args[0]!, args[1] as string);
    return null;
  },
  repr: (args, _, runtime) => runtime.repr(args[0]!),
  ascii: (args, _, runtime) => runtime.repr(args[0]!),
  format: (args, _, runtime) => runtime.format(args[0]!, (args[1] ?? '') as string),
  iter: (args, _, runtime) => {
    const [source] = args;
    if (typeof source === 'object' && source?.kind === 'iterator') return source;
    const own = isInstance(source!) ? runtime.special(source, '__iter__') : undefined;
    return own === undefined ? pyIterator(runtime.iterate(source!), 'iterator') : runtime.call(own, []);
  },
  next: (args, _, runtime) => {
    const [source] = args;
    if (typeof source === 'object' && source?.kind === 'iterator') {
      const step = source.next();
      if (step.done !== true) return step.value;
      if (args.length > 1) return args[1]!;
      throw new PyError('StopIteration', '');
    }
    const own = runtime.special(source!, '__next__');
    if (own === undefined) throw new PyError('TypeError', `'${runtime.typeName(source!)}' object is not an iterator`);
    return runtime.call(own, []);
  },
  id: (args) => (typeof args[0] === 'object' && args[0] !== null ? BigInt(identity(args[0])) : 1n),
  hash: (args, _, runtime) => {
    const key = runtime.hashKey(args[0]!);
    return typeof args[0] === 'bigint' ? args[0] : BigInt(key.length);
  },
  chr: (args) => String.fromCodePoint(Number(args[0])),
  ord: (args, _, runtime) => {
    const [letter] = args;
    if (typeof letter !== 'string' || runtime.length(letter) !== 1) {
      throw new PyError(
        'TypeError',
        `ord() expected a character, but string of length ${runtime.length(letter!)} found`,
      );
    }
    return BigInt(letter.codePointAt(0)!);
  },
  bin: radix(2, '0b'),
  oct: radix(8, '0o'),
  hex: radix(16, '0x'),
  dir: (args) => list(directory(args[0] ?? null)),
  vars: (args, _, runtime) => runtime.attribute(args[0]!, '__dict__'),
  input: unknownReason('input() is what somebody types'),
  open: unknownReason('a file is not read'),
  eval: unknownReason('eval is not run'),
  exec: unknownReason('exec is not run'),
  display: print,
};

const notImplemented: OpaqueObject = {
  kind: 'object',
  type: 'NotImplementedType',
  get: () => undefined,
  repr: () => 'NotImplemented',
};

/** Python's built-in functions by name. */
export function builtinFunctions(types: ReadonlyMap<string, PyClass>): Map<string, Value> {
  const all = new Map<string, Value>();
  for (const [name, call] of Object.entries(functions)) all.set(name, native(name, call));
  all.set('NotImplemented', notImplemented);
  all.set('__debug__', true);
  all.set('type', typeFunction(types));
  return all;
}

/** `type(x)`; as a type it has no more than its name. */
function typeFunction(types: ReadonlyMap<string, PyClass>): PyClass {
  const type = types.get('type')!;
  const made: { -readonly [K in keyof PyClass]: PyClass[K] } = {
    ...type,
    make: (args, _, machine) => (machine as Runtime).classOf(args[0]!),
  };
  made.mro = [made, ...type.mro.slice(1)];
  return made;
}
