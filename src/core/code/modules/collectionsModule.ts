import { makeClass } from '../runtime/classes';
import { bind, method, native } from '../runtime/native';
import type { Runtime } from '../runtime/runtime';
import { fillDict } from '../types/dictMethods';
import { PyError, type PyDict, type PyInstance, type PyModule, type Value } from '../value';

function counter(args: readonly Value[], keywords: ReadonlyMap<string, Value>, runtime: Runtime): PyDict {
  const dict: PyDict = { kind: 'dict', entries: new Map() };
  const [from] = args;
  if (typeof from === 'object' && from?.kind === 'dict') fillDict(dict, args, keywords, runtime);
  else if (from !== undefined) {
    for (const item of runtime.iterate(from)) {
      const pair = dict.entries.get(runtime.hashKey(item));
      if (pair === undefined) runtime.setItem(dict, item, 1n);
      else pair[1] = runtime.binary('+', pair[1], 1n);
    }
    for (const [key, item] of keywords) runtime.setItem(dict, key, item);
  }
  return dict;
}

/** `namedtuple('Point', 'x y')`: a class whose instances are read by name and by place. */
function namedTuple(args: readonly Value[], keywords: ReadonlyMap<string, Value>, runtime: Runtime): Value {
  const name = runtime.str(args[0]!);
  const given = args[1] ?? keywords.get('field_names')!;
  const fields =
    typeof given === 'string'
      ? given
          .replaceAll(',', ' ')
          .split(' ')
          .filter((one) => one !== '')
      : [...runtime.iterate(given)].map((one) => runtime.str(one));
  return namedTupleClass(
    name,
    fields,
    [...(keywords.has('defaults') ? runtime.iterate(keywords.get('defaults')!) : [])],
    runtime,
  );
}

/** @param defaults of the last fields */
export function namedTupleClass(
  name: string,
  fields: readonly string[],
  defaults: readonly Value[],
  runtime: Runtime,
): Value {
  const items = (self: Value): Value => ({
    kind: 'tuple',
    items: fields.map((field) => (self as PyInstance).attributes.get(field) ?? null),
  });
  const members = new Map<string, Value>();
  members.set('_fields', { kind: 'tuple', items: [...fields] });
  members.set('__match_args__', { kind: 'tuple', items: [...fields] });
  members.set(
    '__init__',
    method('__init__', (args, keywords) => {
      const [self, ...rest] = args;
      const bound = bind(name, fields, rest, keywords);
      fields.forEach((field, i) => {
        const value = bound[i] ?? defaults[i - (fields.length - defaults.length)];
        if (value === undefined) {
          throw new PyError('TypeError', `${name}.__new__() missing 1 required positional argument: '${field}'`);
        }
        (self as PyInstance).attributes.set(field, value);
      });
      return null;
    }),
  );
  const through = (special: string, call: (self: Value, other: Value) => Value): void => {
    members.set(
      special,
      method(special, (args) => call(args[0]!, args[1] ?? null)),
    );
  };
  through('__iter__', (self) => items(self));
  through('__len__', () => BigInt(fields.length));
  through('__getitem__', (self, index) => runtime.getItem(items(self), index));
  through('__eq__', (self, other) => {
    const right = typeof other === 'object' && other?.kind === 'instance' ? items(other) : other;
    return runtime.equal(items(self), right);
  });
  through('__lt__', (self, other) => runtime.compare('<', items(self), items(other)));
  through('__hash__', (self) => runtime.hashKey(items(self)));
  through('__repr__', (self) => {
    const parts = fields.map((field) => `${field}=${runtime.repr((self as PyInstance).attributes.get(field) ?? null)}`);
    return `${name}(${parts.join(', ')})`;
  });
  members.set(
    '_asdict',
    method('_asdict', (args) => {
      const dict: PyDict = { kind: 'dict', entries: new Map() };
      for (const field of fields) runtime.setItem(dict, field, (args[0] as PyInstance).attributes.get(field) ?? null);
      return dict;
    }),
  );
  const type = makeClass(name, [], members);
  members.set(
    '_replace',
    method('_replace', (args, keywords) => {
      const all = new Map((args[0] as PyInstance).attributes);
      for (const [key, value] of keywords) all.set(key, value);
      return runtime.call(type, [], all);
    }),
  );
  return type;
}

/** `deque`: a list that also grows and shrinks at its front. */
function deque(args: readonly Value[], keywords: ReadonlyMap<string, Value>, runtime: Runtime): Value {
  const items: Value[] = args[0] === undefined ? [] : [...runtime.iterate(args[0])];
  const limit = args[1] ?? keywords.get('maxlen') ?? null;
  const most = limit === null ? Infinity : Number(limit);
  const self: Value = { kind: 'list', items };
  const trim = (front: boolean): null => {
    while (items.length > most) {
      if (front) items.shift();
      else items.pop();
    }
    return null;
  };
  trim(true);
  return {
    kind: 'object',
    type: 'deque',
    get(name) {
      switch (name) {
        case 'append':
          return native(name, (given) => {
            items.push(given[0]!);
            return trim(true);
          });
        case 'appendleft':
          return native(name, (given) => {
            items.unshift(given[0]!);
            return trim(false);
          });
        case 'popleft':
          return native(name, () => {
            const first = items.shift();
            if (first === undefined) throw new PyError('IndexError', 'pop from an empty deque');
            return first;
          });
        case 'rotate':
          return native(name, (given) => {
            const by = given[0] === undefined ? 1 : Number(given[0]);
            for (let i = 0; i < Math.abs(by) && items.length > 0; i++) {
              if (by > 0) items.unshift(items.pop()!);
              else items.push(items.shift()!);
            }
            return null;
          });
        case 'maxlen':
          return limit;
        case '__iter__':
          return native(name, () => self);
        case '__len__':
          return native(name, () => BigInt(items.length));
        case '__getitem__':
          return native(name, (given) => runtime.getItem(self, given[0]!));
        case '__repr__':
          return native(
            name,
            () => `deque(${runtime.repr(self)}${limit === null ? '' : `, maxlen=${runtime.repr(limit)}`})`,
          );
        default:
          return runtime.findAttribute(self, name);
      }
    },
  };
}

/** Python's `collections`. */
export function collectionsModule(): PyModule {
  const members = new Map<string, Value>([
    [
      'OrderedDict',
      native('dict', (args, keywords, runtime) => {
        const dict: PyDict = { kind: 'dict', entries: new Map() };
        fillDict(dict, args, keywords, runtime);
        return dict;
      }),
    ],
    [
      'defaultdict',
      native('dict', (args, keywords, runtime) => {
        const dict: PyDict = { kind: 'dict', entries: new Map(), factory: args[0] ?? null };
        fillDict(dict, args.slice(1), keywords, runtime);
        return dict;
      }),
    ],
    ['Counter', native('Counter', counter)],
    ['namedtuple', native('namedtuple', namedTuple)],
    ['deque', native('deque', deque)],
  ]);
  return { kind: 'module', name: 'collections', members };
}
