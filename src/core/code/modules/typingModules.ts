import { lookUp, makeClass } from '../runtime/classes';
import { bind, method, native } from '../runtime/native';
import type { Runtime } from '../runtime/runtime';
import { PyError, type PyClass, type PyInstance, type PyModule, type Value } from '../value';
import { namedTupleClass } from './collectionsModule';
import { inertModule, inertObject } from './inert';

/** Python's `typing`: annotations, which no value depends on. */
export function typingModule(): PyModule {
  const known = new Map<string, Value>([
    ['NamedTuple', namedTupleBase()],
    ['cast', native('cast', (args) => args[1]!)],
    ['TYPE_CHECKING', false],
    ['overload', native('overload', (args) => args[0]!)],
    ['final', native('final', (args) => args[0]!)],
    ['Any', inertObject('Any')],
  ]);
  return inertModule('typing', known);
}

/** `class Point(NamedTuple)`: its annotated names are its fields when an instance is made. */
function namedTupleBase(): PyClass {
  const base = makeClass('NamedTuple', [], new Map<string, Value>());
  base.members.set(
    '__new__',
    method('__new__', (args, keywords, runtime) => {
      const type = args[0] as PyClass;
      const fields = annotated(type, runtime);
      const defaults = fields.flatMap((field) => {
        const value = type.members.get(field);
        return value === undefined ? [] : [value];
      });
      return runtime.call(namedTupleClass(type.name, fields, defaults, runtime), args.slice(1), keywords);
    }),
  );
  return base;
}

function annotated(type: PyClass, runtime: Runtime): string[] {
  const fields = new Set<string>();
  for (const one of [...type.mro].reverse()) {
    const annotations = one.members.get('__annotations__');
    if (annotations !== undefined) for (const name of runtime.iterate(annotations)) fields.add(runtime.str(name));
  }
  return [...fields];
}

interface Field {
  readonly name: string;
  readonly standard: Value | undefined;
  readonly factory: Value | undefined;
  readonly init: boolean;
  readonly shown: boolean;
}

function fieldsOf(type: PyClass, runtime: Runtime): Field[] {
  return annotated(type, runtime).map((name) => {
    const value = lookUp(type, name);
    if (typeof value === 'object' && value?.kind === 'object' && value.type === 'Field') {
      return {
        name,
        standard: value.get('default'),
        factory: value.get('default_factory'),
        init: value.get('init') !== false,
        shown: value.get('repr') !== false,
      };
    }
    return { name, standard: value, factory: undefined, init: true, shown: true };
  });
}

/** `@dataclass`: writes `__init__`, `__repr__` and `__eq__` from the annotated names. */
function dataclass(type: PyClass, options: ReadonlyMap<string, Value>, runtime: Runtime): Value {
  const fields = fieldsOf(type, runtime);
  const given = fields.filter((field) => field.init);
  const own = (self: Value): PyInstance => self as PyInstance;
  const add = (name: string, value: Value): void => {
    if (!type.members.has(name)) type.members.set(name, value);
  };
  for (const field of fields) {
    if (field.standard === undefined) type.members.delete(field.name);
    else type.members.set(field.name, field.standard);
  }
  add('__match_args__', { kind: 'tuple', items: given.map((field) => field.name) });
  type.members.set('#fields', { kind: 'tuple', items: fields.map((field) => field.name) });
  add(
    '__init__',
    method('__init__', (args, keywords) => {
      const [self, ...rest] = args;
      const names = given.map((field) => field.name);
      const bound = bind(`${type.name}.__init__`, names, rest, keywords);
      for (const field of fields) {
        const at = names.indexOf(field.name);
        let value = at < 0 ? undefined : bound[at];
        value ??=
          value === null ? null : field.factory === undefined ? field.standard : runtime.call(field.factory, []);
        if (value === undefined) {
          const words = `${type.name}.__init__() missing 1 required positional argument: '${field.name}'`;
          throw new PyError('TypeError', words);
        }
        own(self!).attributes.set(field.name, value);
      }
      const after = runtime.special(self!, '__post_init__');
      if (after !== undefined) runtime.call(after, []);
      return null;
    }),
  );
  const values = (self: Value): Value => ({
    kind: 'tuple',
    items: fields.map((field) => own(self).attributes.get(field.name) ?? null),
  });
  add(
    '__repr__',
    method('__repr__', (args) => {
      const shown = fields.filter((field) => field.shown);
      const parts = shown.map((field) => `${field.name}=${runtime.repr(runtime.attribute(args[0]!, field.name))}`);
      return `${own(args[0]!).class.name}(${parts.join(', ')})`;
    }),
  );
  add(
    '__eq__',
    method('__eq__', (args) => {
      const [self, other] = args;
      if (typeof other !== 'object' || other?.kind !== 'instance' || other.class !== own(self!).class) return false;
      return runtime.equal(values(self!), values(other));
    }),
  );
  if (options.get('order') === true) {
    for (const [name, sign] of [
      ['__lt__', '<'],
      ['__le__', '<='],
      ['__gt__', '>'],
      ['__ge__', '>='],
    ] as const) {
      add(
        name,
        method(name, (args) => runtime.compare(sign, values(args[0]!), values(args[1]!))),
      );
    }
  }
  if (options.get('frozen') === true) {
    add(
      '__hash__',
      method('__hash__', (args) => runtime.hashKey(values(args[0]!))),
    );
    add(
      '__setattr__',
      method('__setattr__', (args) => {
        throw new PyError('AttributeError', `cannot assign to field '${runtime.str(args[1]!)}'`);
      }),
    );
  }
  return type;
}

/** Python's `dataclasses`. */
export function dataclassesModule(): PyModule {
  const members = new Map<string, Value>([
    [
      'dataclass',
      native('dataclass', (args, keywords, runtime) => {
        const [type] = args;
        if (typeof type === 'object' && type?.kind === 'class') return dataclass(type, keywords, runtime);
        return native('dataclass', (given) => dataclass(given[0] as PyClass, keywords, runtime));
      }),
    ],
    [
      'field',
      native('field', (_args, keywords) => ({ kind: 'object', type: 'Field', get: (name) => keywords.get(name) })),
    ],
    [
      'asdict',
      native('asdict', (args, _, runtime) => {
        const dict: Value = { kind: 'dict', entries: new Map() };
        for (const name of runtime.iterate(runtime.attribute(runtime.classOf(args[0]!), '#fields'))) {
          runtime.setItem(dict, name, runtime.attribute(args[0]!, runtime.str(name)));
        }
        return dict;
      }),
    ],
    [
      'replace',
      native('replace', (args, keywords, runtime) => {
        const all = new Map((args[0] as PyInstance).attributes);
        for (const [key, value] of keywords) all.set(key, value);
        return runtime.call(runtime.classOf(args[0]!), [], all);
      }),
    ],
  ]);
  return { kind: 'module', name: 'dataclasses', members };
}

/** Python's `abc`: a class with an abstract method makes no instances. */
export function abcModule(): PyModule {
  const abstract = native('abstractmethod', (args, _, runtime) => {
    const [callee] = args;
    const inner = typeof callee === 'object' && callee?.kind === 'descriptor' ? callee.get : callee!;
    if (typeof inner === 'object' && inner?.kind === 'function')
      runtime.setAttribute(inner, '__isabstractmethod__', true);
    return callee!;
  });
  const members = new Map<string, Value>([
    ['ABC', makeClass('ABC', [], new Map<string, Value>())],
    ['ABCMeta', makeClass('ABCMeta', [], new Map<string, Value>())],
    ['abstractmethod', abstract],
  ]);
  return { kind: 'module', name: 'abc', members };
}

/** Python's `enum`: the members are read as their values' own objects. */
export function enumModule(): PyModule {
  let next = 0n;
  const members = new Map<string, Value>([
    ['Enum', makeClass('Enum', [], new Map<string, Value>())],
    ['IntEnum', makeClass('IntEnum', [], new Map<string, Value>())],
    ['auto', native('auto', () => ++next)],
  ]);
  return { kind: 'module', name: 'enum', members };
}
