import type { OpaqueObject, PyDict, Value } from '../value';
import { pyIterator } from '../runtime/iterate';
import { native } from '../runtime/native';

/** `d.keys()`, `d.values()`, `d.items()`: they follow the dict as it changes. */
export function dictView(dict: PyDict, type: string, take: (pair: readonly [Value, Value]) => Value): OpaqueObject {
  const items = (): Value[] => [...dict.entries.values()].map(take);
  function* live(): Iterable<Value> {
    for (const pair of dict.entries.values()) yield take(pair);
  }
  return {
    kind: 'object',
    type,
    get(name) {
      switch (name) {
        case '__iter__':
          return native(name, () => pyIterator(live(), `${type}iterator`));
        case '__len__':
          return native(name, () => BigInt(dict.entries.size));
        case '__contains__':
          return native(name, (args, _, runtime) =>
            type === 'dict_keys'
              ? dict.entries.has(runtime.hashKey(args[0]!))
              : items().some((item) => runtime.equal(item, args[0]!)),
          );
        case '__repr__':
          return native(name, (_args, _, runtime) => `${type}(${runtime.repr({ kind: 'list', items: items() })})`);
        case '__and__':
        case '__or__':
        case '__sub__':
          return native(name, (args, _, runtime) => {
            const left = setOf(items(), (item) => runtime.hashKey(item));
            const right = setOf([...runtime.iterate(args[0]!)], (item) => runtime.hashKey(item));
            return runtime.binary(name === '__and__' ? '&' : name === '__or__' ? '|' : '-', left, right);
          });
        case '__eq__':
          return native(name, (args, _, runtime) => {
            const left = setOf(items(), (item) => runtime.hashKey(item));
            return runtime.equal(
              left,
              setOf([...runtime.iterate(args[0]!)], (item) => runtime.hashKey(item)),
            );
          });
        default:
          return undefined;
      }
    },
  };
}

function setOf(items: readonly Value[], key: (item: Value) => string): Value {
  return { kind: 'set', entries: new Map(items.map((item) => [key(item), item])) };
}
