import { PyError, type PyDict, type PySet, type Value } from '../value';
import { pyIterator } from '../runtime/iterate';
import { keyError } from '../runtime/subscript';
import type { Runtime } from '../runtime/runtime';
import { dictView } from './dictView';
import { tuple, type Method, type Methods } from './method';

/** `dict(pairs, name=value)` and `update` */
export function fillDict(
  dict: PyDict,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
  runtime: Runtime,
): void {
  const from = args[0];
  if (from !== undefined) {
    if (typeof from === 'object' && from?.kind === 'dict') {
      for (const [key, item] of [...from.entries.values()]) runtime.setItem(dict, key, item);
    } else {
      let i = 0;
      for (const pair of runtime.iterate(from)) {
        const items = [...runtime.iterate(pair)];
        if (items.length !== 2) {
          throw new PyError(
            'ValueError',
            `dictionary update sequence element #${i} has length ${items.length}; 2 is required`,
          );
        }
        runtime.setItem(dict, items[0]!, items[1]!);
        i++;
      }
    }
  }
  for (const [key, item] of keywords) runtime.setItem(dict, key, item);
}

export const dictMethods: Methods<PyDict> = new Map<string, Method<PyDict>>([
  [
    'get',
    (self, args, _, runtime) =>
      self.entries.get(runtime.hashKey(args[0]!))?.[1] ??
      (self.entries.has(runtime.hashKey(args[0]!)) ? null : (args[1] ?? null)),
  ],
  ['keys', (self) => dictView(self, 'dict_keys', (pair) => pair[0])],
  ['values', (self) => dictView(self, 'dict_values', (pair) => pair[1])],
  ['items', (self) => dictView(self, 'dict_items', (pair) => tuple([pair[0], pair[1]]))],
  [
    'setdefault',
    (self, args, _, runtime) => {
      const key = runtime.hashKey(args[0]!);
      const found = self.entries.get(key);
      if (found !== undefined) return found[1];
      self.entries.set(key, [args[0]!, args[1] ?? null]);
      return args[1] ?? null;
    },
  ],
  [
    'update',
    (self, args, keywords, runtime) => {
      fillDict(self, args, keywords, runtime);
      return null;
    },
  ],
  [
    'pop',
    (self, args, _, runtime) => {
      const key = runtime.hashKey(args[0]!);
      const found = self.entries.get(key);
      if (found === undefined) {
        if (args.length > 1) return args[1]!;
        throw keyError(args[0]!, runtime);
      }
      self.entries.delete(key);
      return found[1];
    },
  ],
  [
    'popitem',
    (self) => {
      const last = [...self.entries].at(-1);
      if (last === undefined) throw new PyError('KeyError', "'popitem(): dictionary is empty'");
      self.entries.delete(last[0]);
      return tuple(last[1]);
    },
  ],
  [
    'copy',
    (self) => ({ ...self, entries: new Map([...self.entries].map(([key, pair]) => [key, [pair[0], pair[1]]])) }),
  ],
  [
    'clear',
    (self) => {
      self.entries.clear();
      return null;
    },
  ],
  [
    'most_common',
    (self, args, _, runtime) => {
      const pairs = [...self.entries.values()].sort((a, b) => Number(b[1]) - Number(a[1]));
      const most = args[0] === undefined || args[0] === null ? pairs.length : Number(args[0]);
      runtime.allocate(pairs.length);
      return { kind: 'list', items: pairs.slice(0, most).map((pair) => tuple([pair[0], pair[1]])) };
    },
  ],
  [
    'elements',
    (self) =>
      pyIterator(
        [...self.entries.values()].flatMap(([key, times]) => Array<Value>(Number(times)).fill(key)),
        'itertools.chain',
      ),
  ],
]);

function others(args: readonly Value[], runtime: Runtime): Map<string, Value>[] {
  return args.map((arg) => {
    const entries = new Map<string, Value>();
    for (const item of runtime.iterate(arg)) entries.set(runtime.hashKey(item), item);
    return entries;
  });
}

function combined(self: PySet, keep: (key: string) => boolean, added: readonly Map<string, Value>[]): PySet {
  const entries = new Map([...self.entries].filter(([key]) => keep(key)));
  for (const more of added) for (const [key, item] of more) if (!entries.has(key)) entries.set(key, item);
  return self.frozen === true ? { kind: 'set', entries, frozen: true } : { kind: 'set', entries };
}

export const setMethods: Methods<PySet> = new Map<string, Method<PySet>>([
  [
    'add',
    (self, args, _, runtime) => {
      const key = runtime.hashKey(args[0]!);
      if (!self.entries.has(key)) self.entries.set(key, args[0]!);
      return null;
    },
  ],
  [
    'discard',
    (self, args, _, runtime) => {
      self.entries.delete(runtime.hashKey(args[0]!));
      return null;
    },
  ],
  [
    'remove',
    (self, args, _, runtime) => {
      if (!self.entries.delete(runtime.hashKey(args[0]!))) throw keyError(args[0]!, runtime);
      return null;
    },
  ],
  [
    'pop',
    (self) => {
      const first = self.entries.entries().next();
      if (first.done === true) throw new PyError('KeyError', "'pop from an empty set'");
      self.entries.delete(first.value[0]);
      return first.value[1];
    },
  ],
  [
    'update',
    (self, args, _, runtime) => {
      for (const more of others(args, runtime)) for (const [key, item] of more) self.entries.set(key, item);
      return null;
    },
  ],
  ['union', (self, args, _, runtime) => combined(self, () => true, others(args, runtime))],
  [
    'intersection',
    (self, args, _, runtime) => {
      const sets = others(args, runtime);
      return combined(self, (key) => sets.every((one) => one.has(key)), []);
    },
  ],
  [
    'difference',
    (self, args, _, runtime) => {
      const sets = others(args, runtime);
      return combined(self, (key) => !sets.some((one) => one.has(key)), []);
    },
  ],
  [
    'symmetric_difference',
    (self, args, _, runtime) => {
      const other = others(args, runtime)[0]!;
      const fresh = new Map([...other].filter(([key]) => !self.entries.has(key)));
      return combined(self, (key) => !other.has(key), [fresh]);
    },
  ],
  ['issubset', (self, args, _, runtime) => [...self.entries.keys()].every((key) => others(args, runtime)[0]!.has(key))],
  [
    'issuperset',
    (self, args, _, runtime) => [...others(args, runtime)[0]!.keys()].every((key) => self.entries.has(key)),
  ],
  [
    'isdisjoint',
    (self, args, _, runtime) => [...others(args, runtime)[0]!.keys()].every((key) => !self.entries.has(key)),
  ],
  ['copy', (self) => ({ ...self, entries: new Map(self.entries) })],
  [
    'clear',
    (self) => {
      self.entries.clear();
      return null;
    },
  ],
]);
