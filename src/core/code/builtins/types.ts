import { makeClass } from '../runtime/classes';
import { method, native } from '../runtime/native';
import { pyIterator } from '../runtime/iterate';
import type { Runtime } from '../runtime/runtime';
import { fillDict } from '../types/dictMethods';
import { methodsOf } from '../types/methods';
import { PyError, type Native, type PyClass, type PyDict, type Value } from '../value';
import { toFloatValue, toInt } from './conversions';

type Make = (args: readonly Value[], keywords: ReadonlyMap<string, Value>, runtime: Runtime) => Value;

function rangeOf(args: readonly Value[], runtime: Runtime): Value {
  if (args.length === 0) throw new PyError('TypeError', 'range expected at least 1 argument, got 0');
  const whole = args.map((given) => {
    const value = typeof given === 'object' ? indexOf(given, runtime) : given;
    if (typeof value === 'bigint') return value;
    if (typeof value === 'boolean') return BigInt(value);
    throw new PyError('TypeError', `'${runtime.typeName(given)}' object cannot be interpreted as an integer`);
  });
  const [first, second, third] = whole;
  if (third === 0n) throw new PyError('ValueError', 'range() arg 3 must not be zero');
  if (second === undefined) return { kind: 'range', start: 0n, stop: first!, step: 1n };
  return { kind: 'range', start: first!, stop: second, step: third ?? 1n };
}

/** A whole number of NumPy or torch as an int; anything else as it is. */
function indexOf(value: Value, runtime: Runtime): Value {
  if (typeof value !== 'object' || (value?.kind !== 'numpyScalar' && value?.kind !== 'ndarray')) return value;
  const array = value.kind === 'numpyScalar' ? value.array : value;
  if (array.shape.length > 0 || !array.dtype.includes('int')) return value;
  return runtime.call(runtime.attribute(value, 'item'), []);
}

function setOf(items: Iterable<Value>, frozen: boolean, runtime: Runtime): Value {
  const entries = new Map<string, Value>();
  for (const item of items) {
    runtime.allocate(1);
    const key = runtime.hashKey(item);
    if (!entries.has(key)) entries.set(key, item);
  }
  return frozen ? { kind: 'set', entries, frozen: true } : { kind: 'set', entries };
}

const none: readonly Value[] = [];
const itemsOf = (args: readonly Value[], runtime: Runtime): Iterable<Value> =>
  args[0] === undefined ? none : runtime.iterate(args[0]);

function listOf(args: readonly Value[], runtime: Runtime): Value[] {
  const items: Value[] = [];
  for (const item of itemsOf(args, runtime)) {
    runtime.allocate(1);
    items.push(item);
  }
  return items;
}

const makers: Readonly<Record<string, Make>> = {
  int: (args, keywords, runtime) =>
    args[0] === undefined ? 0n : toInt(args[0], args[1] ?? keywords.get('base'), runtime),
  float: (args, _, runtime) => (args[0] === undefined ? 0 : toFloatValue(args[0], runtime)),
  bool: (args, _, runtime) => args[0] !== undefined && runtime.truth(args[0]),
  str: (args, _, runtime) => (args[0] === undefined ? '' : runtime.str(args[0])),
  complex: (args, _, runtime) => {
    const [re, im] = args;
    if (typeof re === 'object' && re?.kind === 'complex') return re;
    return {
      kind: 'complex',
      re: re === undefined ? 0 : toFloatValue(re, runtime),
      im: im === undefined ? 0 : toFloatValue(im, runtime),
    };
  },
  list: (args, _, runtime) => ({ kind: 'list', items: listOf(args, runtime) }),
  tuple: (args, _, runtime) => ({ kind: 'tuple', items: listOf(args, runtime) }),
  set: (args, _, runtime) => setOf(itemsOf(args, runtime), false, runtime),
  frozenset: (args, _, runtime) => setOf(itemsOf(args, runtime), true, runtime),
  dict: (args, keywords, runtime) => {
    const dict: PyDict = { kind: 'dict', entries: new Map() };
    fillDict(dict, args, keywords, runtime);
    return dict;
  },
  range: (args, _, runtime) => rangeOf(args, runtime),
  slice: (args) => ({
    kind: 'slice',
    start: args.length > 1 ? args[0]! : null,
    stop: args.length > 1 ? args[1]! : (args[0] ?? null),
    step: args[2] ?? null,
  }),
  bytes: (args, _, runtime) => ({ kind: 'bytes', data: Uint8Array.from(listOf(args, runtime), Number) }),
  enumerate: (args, keywords, runtime) => {
    function* pairs(): Iterable<Value> {
      const from = args[1] ?? keywords.get('start') ?? 0n;
      let i = typeof from === 'bigint' ? from : 0n;
      for (const item of runtime.iterate(args[0]!)) yield { kind: 'tuple', items: [i++, item] };
    }
    return pyIterator(pairs(), 'enumerate');
  },
  zip: (args, keywords, runtime) => zipOf(args, keywords.get('strict') === true, runtime),
  map: (args, _, runtime) => {
    function* mapped(): Iterable<Value> {
      const [callee, ...sources] = args;
      if (sources.length === 1) {
        for (const item of runtime.iterate(sources[0]!)) yield runtime.call(callee!, [item]);
        return;
      }
      for (const items of together(sources, false, runtime)) yield runtime.call(callee!, items);
    }
    return pyIterator(mapped(), 'map');
  },
  filter: (args, _, runtime) => {
    function* kept(): Iterable<Value> {
      for (const item of runtime.iterate(args[1]!)) {
        if (runtime.truth(args[0] === null ? item : runtime.call(args[0]!, [item]))) yield item;
      }
    }
    return pyIterator(kept(), 'filter');
  },
  reversed: (args, _, runtime) => {
    const own = runtime.special(args[0]!, '__reversed__');
    if (own !== undefined) return runtime.call(own, []);
    return pyIterator([...runtime.iterate(args[0]!)].reverse(), 'reversed');
  },
  property: (args) =>
    args[1] === undefined || args[1] === null
      ? { kind: 'descriptor', form: 'property', get: args[0]! }
      : { kind: 'descriptor', form: 'property', get: args[0]!, set: args[1] },
  staticmethod: (args) => ({ kind: 'descriptor', form: 'static', get: args[0]! }),
  classmethod: (args) => ({ kind: 'descriptor', form: 'class', get: args[0]! }),
};

function* together(sources: readonly Value[], strict: boolean, runtime: Runtime): Iterable<Value[]> {
  const iterators = sources.map((source) => runtime.iterate(source)[Symbol.iterator]());
  if (iterators.length === 0) return;
  for (;;) {
    const items: Value[] = [];
    for (const [i, iterator] of iterators.entries()) {
      const step = iterator.next();
      if (step.done === true) {
        const uneven = strict && (i > 0 || iterators.slice(1).some((other) => other.next().done !== true));
        if (uneven)
          throw new PyError('ValueError', `zip() argument ${i + 1} is shorter than argument ${Math.max(1, i)}`);
        return;
      }
      items.push(step.value);
    }
    yield items;
  }
}

function zipOf(args: readonly Value[], strict: boolean, runtime: Runtime): Value {
  const sources = args.map((arg) => runtime.iterate(arg));
  function* rows(): Iterable<Value> {
    const given = sources.map((source): Value => pyIterator(source, 'iterator'));
    for (const items of together(given, strict, runtime)) yield { kind: 'tuple', items };
  }
  return pyIterator(rows(), 'zip');
}

/** Examples whose methods the class shows too: `str.upper`, `dict.get`. */
const examples: Readonly<Record<string, Value>> = {
  str: '',
  list: { kind: 'list', items: [] },
  tuple: { kind: 'tuple', items: [] },
  dict: { kind: 'dict', entries: new Map() },
  set: { kind: 'set', entries: new Map() },
  int: 0n,
  float: 0,
};

/** Python's own types by name; each makes a value when it is called. */
export function typeClasses(object: PyClass): Map<string, PyClass> {
  const types = new Map<string, PyClass>([['object', object]]);
  for (const [name, make] of Object.entries(makers)) {
    const members = new Map<string, Value>();
    const example = examples[name];
    for (const key of example === undefined ? [] : methodsOf(example).keys()) {
      members.set(
        key,
        method(key, (args, keywords, runtime) =>
          runtime.call(runtime.attribute(args[0]!, key), args.slice(1), keywords),
        ),
      );
    }
    if (name === 'dict') members.set('fromkeys', native('fromkeys', fromKeys));
    const call: Native = (args, keywords, machine) => make(args, keywords, machine as Runtime);
    const base = name === 'bool' ? types.get('int')! : object;
    const made: PyClass = { ...makeClass(name, [base], members), make: call };
    types.set(name, withOwnOrder(made));
  }
  for (const name of [
    'NoneType',
    'ellipsis',
    'module',
    'function',
    'generator',
    'builtin_function_or_method',
    'type',
  ]) {
    types.set(name, makeClass(name, [object], new Map<string, Value>([['#builtin', true]])));
  }
  return types;
}

/** The copy stands first in its own resolution order. */
function withOwnOrder(type: PyClass): PyClass {
  const made: { -readonly [K in keyof PyClass]: PyClass[K] } = { ...type };
  made.mro = [made, ...type.mro.slice(1)];
  return made;
}

function fromKeys(args: readonly Value[], _: ReadonlyMap<string, Value>, runtime: Runtime): Value {
  const dict: PyDict = { kind: 'dict', entries: new Map() };
  for (const key of runtime.iterate(args[0]!)) runtime.setItem(dict, key, args[1] ?? null);
  return dict;
}
