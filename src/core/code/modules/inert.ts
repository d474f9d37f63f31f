import type { Native, OpaqueObject, PyModule, Value } from '../value';

/**
 * A module that only draws, writes or asks the system: every call of it and of what it gives does nothing, gives
 * another such object, and changes no value.
 */
export function inertModule(name: string, known: ReadonlyMap<string, Value> = new Map<string, Value>()): PyModule {
  const object = inertObject(name);
  const members: ReadonlyMap<string, Value> = {
    get: (key: string) => known.get(key) ?? object.get(key),
    has: () => true,
    size: 0,
    forEach: () => undefined,
    entries: () => known.entries(),
    keys: () => known.keys(),
    values: () => known.values(),
    [Symbol.iterator]: () => known[Symbol.iterator](),
  };
  return { kind: 'module', name, members };
}

/** Any attribute, any item, any call gives another one; unpacked it is a pair, as `plt.subplots()` is. */
export function inertObject(type: string): OpaqueObject {
  const again: Native = () => inertObject(type);
  const self: OpaqueObject = {
    kind: 'object',
    type,
    get(name) {
      switch (name) {
        case '__iter__':
          return {
            kind: 'native',
            name,
            call: () => ({ kind: 'list', items: [inertObject(type), inertObject(type)] }),
          };
        case '__getitem__':
          return { kind: 'native', name, call: again };
        case '__setitem__':
        case '__exit__':
          return { kind: 'native', name, call: () => null };
        case '__enter__':
          return { kind: 'native', name, call: () => self };
        default:
          return name.startsWith('__') ? undefined : inertObject(`${type}.${name}`);
      }
    },
    set: () => undefined,
    call: again,
    repr: () => `<${type}>`,
  };
  return self;
}
