import { PyError, type PyIterator, type PyRange, type Value } from '../value';
import { typeName } from './typeName';
import type { Runtime } from './runtime';

function* rangeItems(range: PyRange): Iterable<Value> {
  const { start, stop, step } = range;
  if (step > 0n) for (let i = start; i < stop; i += step) yield i;
  else for (let i = start; i > stop; i += step) yield i;
}

function* iteratorItems(iterator: PyIterator): Iterable<Value> {
  for (let step = iterator.next(); step.done !== true; step = iterator.next()) yield step.value;
}

function* sequenceItems(method: Value, runtime: Runtime): Iterable<Value> {
  for (let i = 0n; ; i++) {
    let item: Value;
    try {
      item = runtime.call(method, [i]);
    } catch (error) {
      if (error instanceof PyError && error.type === 'IndexError') return;
      throw error;
    }
    yield item;
  }
}

function* nextItems(method: Value, runtime: Runtime): Iterable<Value> {
  for (;;) {
    let item: Value;
    try {
      item = runtime.call(method, []);
    } catch (error) {
      if (error instanceof PyError && error.type === 'StopIteration') return;
      throw error;
    }
    yield item;
  }
}

function* dictKeys(entries: ReadonlyMap<string, readonly [Value, Value]>): Iterable<Value> {
  const size = entries.size;
  for (const pair of entries.values()) {
    if (entries.size !== size) throw new PyError('RuntimeError', 'dictionary changed size during iteration');
    yield pair[0];
  }
  if (entries.size !== size) throw new PyError('RuntimeError', 'dictionary changed size during iteration');
}

/** All items of anything but arrays. @throws PyError TypeError when it is not iterable */
export function iterate(value: Value, runtime: Runtime): Iterable<Value> {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null) {
    switch (value.kind) {
      case 'list':
      case 'tuple':
        return value.items;
      case 'dict':
        return dictKeys(value.entries);
      case 'set':
        return value.entries.values();
      case 'range':
        return rangeItems(value);
      case 'iterator':
        return iteratorItems(value);
      case 'bytes':
        return Array.from(value.data, (byte) => BigInt(byte));
      case 'instance': {
        const iter = runtime.special(value, '__iter__');
        if (iter !== undefined) {
          const made = runtime.call(iter, []);
          const next = runtime.special(made, '__next__');
          return next === undefined ? runtime.iterate(made) : nextItems(next, runtime);
        }
        const get = runtime.special(value, '__getitem__');
        if (get !== undefined) return sequenceItems(get, runtime);
        break;
      }
      case 'object': {
        const iter = value.get('__iter__');
        if (iter !== undefined) return runtime.iterate(runtime.call(iter, []));
        break;
      }
      default:
    }
  }
  throw new PyError('TypeError', `'${typeName(value)}' object is not iterable`);
}

/** Python's iterator over JavaScript's. */
export function pyIterator(items: Iterable<Value>, type: string): PyIterator {
  const iterator = items[Symbol.iterator]();
  return { kind: 'iterator', type, next: () => iterator.next() as IteratorResult<Value, Value | undefined> };
}
