import { PyError, type PyList, type PyTuple, type Value } from '../value';
import { bind, count } from '../runtime/native';
import { wholeIndex } from '../runtime/sequence';
import type { Runtime } from '../runtime/runtime';
import { int, list, type Method, type Methods } from './method';
import { sortValues } from './sortValues';

function indexOf(items: readonly Value[], args: readonly Value[], runtime: Runtime): number {
  const from = args[1] === undefined ? 0 : Number(args[1]);
  const start = from < 0 ? Math.max(0, from + items.length) : from;
  for (let i = start; i < items.length; i++) if (runtime.equal(items[i]!, args[0]!)) return i;
  return -1;
}

export const listMethods: Methods<PyList> = new Map<string, Method<PyList>>([
  [
    'append',
    (self, args, _, runtime) => {
      count('append', args, 1);
      runtime.allocate(1);
      self.items.push(args[0]!);
      return null;
    },
  ],
  [
    'extend',
    (self, args, _, runtime) => {
      for (const item of [...runtime.iterate(args[0]!)]) {
        runtime.allocate(1);
        self.items.push(item);
      }
      return null;
    },
  ],
  [
    'insert',
    (self, args) => {
      count('insert', args, 2);
      self.items.splice(Number(args[0]), 0, args[1]!);
      return null;
    },
  ],
  [
    'pop',
    (self, args) => {
      if (self.items.length === 0) throw new PyError('IndexError', 'pop from empty list');
      const whole = args[0] === undefined ? -1 : (wholeIndex(args[0]) ?? NaN);
      const i = whole < 0 ? whole + self.items.length : whole;
      if (!(i >= 0 && i < self.items.length)) throw new PyError('IndexError', 'pop index out of range');
      return self.items.splice(i, 1)[0]!;
    },
  ],
  [
    'remove',
    (self, args, _, runtime) => {
      const i = indexOf(self.items, [args[0]!], runtime);
      if (i < 0) throw new PyError('ValueError', 'list.remove(x): x not in list');
      self.items.splice(i, 1);
      return null;
    },
  ],
  [
    'index',
    (self, args, _, runtime) => {
      const i = indexOf(self.items, args, runtime);
      if (i < 0) throw new PyError('ValueError', `${runtime.repr(args[0]!)} is not in list`);
      return int(i);
    },
  ],
  ['count', (self, args, _, runtime) => int(self.items.filter((item) => runtime.equal(item, args[0]!)).length)],
  [
    'reverse',
    (self) => {
      self.items.reverse();
      return null;
    },
  ],
  ['copy', (self) => list([...self.items])],
  [
    'clear',
    (self) => {
      self.items.length = 0;
      return null;
    },
  ],
  [
    'sort',
    (self, args, keywords, runtime) => {
      const [key, reverse] = bind('sort', ['key', 'reverse'], args, keywords);
      const sorted = sortValues(self.items, key, reverse, runtime);
      self.items.splice(0, self.items.length, ...sorted);
      return null;
    },
  ],
]);

export const tupleMethods: Methods<PyTuple> = new Map<string, Method<PyTuple>>([
  [
    'index',
    (self, args, _, runtime) => {
      const i = indexOf(self.items, args, runtime);
      if (i < 0) throw new PyError('ValueError', 'tuple.index(x): x not in tuple');
      return int(i);
    },
  ],
  ['count', (self, args, _, runtime) => int(self.items.filter((item) => runtime.equal(item, args[0]!)).length)],
]);
