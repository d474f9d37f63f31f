import { native } from '../runtime/native';
import type { BinaryOperator, Comparison, Runtime } from '../runtime/runtime';
import { PyError, type PyModule, type Value } from '../value';

function reduce(args: readonly Value[], runtime: Runtime): Value {
  let total: Value | undefined = args[2];
  for (const item of runtime.iterate(args[1]!))
    total = total === undefined ? item : runtime.call(args[0]!, [total, item]);
  if (total === undefined) throw new PyError('TypeError', 'reduce() of empty iterable with no initial value');
  return total;
}

function partial(args: readonly Value[], keywords: ReadonlyMap<string, Value>): Value {
  const [callee, ...first] = args;
  return native('partial', (more, named, runtime) =>
    runtime.call(callee!, [...first, ...more], new Map([...keywords, ...named])),
  );
}

/** `@lru_cache`: a function that remembers what it gave. */
function cached(callee: Value): Value {
  const known = new Map<string, Value>();
  return native('cached', (args, keywords, runtime) => {
    const key = runtime.hashKey({ kind: 'tuple', items: [...args, ...[...keywords].flat()] });
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = runtime.call(callee, args, keywords);
    known.set(key, made);
    return made;
  });
}

/** `@wraps(f)`: the wrapper takes the name and the words of what it wraps. */
function wraps(args: readonly Value[], runtime: Runtime): Value {
  const [of] = args;
  return native('wraps', (given) => {
    for (const name of ['__name__', '__doc__']) {
      const value = runtime.findAttribute(of!, name);
      if (value !== undefined) runtime.setAttribute(given[0]!, name, value);
    }
    return given[0]!;
  });
}

/** Python's `functools`. */
export function functoolsModule(): PyModule {
  const caching = native('lru_cache', (args) => {
    const [first] = args;
    const isFunction = typeof first === 'object' && (first?.kind === 'function' || first?.kind === 'native');
    return isFunction ? cached(first) : native('lru_cache', (given) => cached(given[0]!));
  });
  const members = new Map<string, Value>([
    ['reduce', native('reduce', (args, _, runtime) => reduce(args, runtime))],
    ['partial', native('partial', (args, keywords) => partial(args, keywords))],
    ['wraps', native('wraps', (args, _, runtime) => wraps(args, runtime))],
    ['lru_cache', caching],
    ['cache', caching],
    ['total_ordering', native('total_ordering', (args) => args[0]!)],
    ['cmp_to_key', native('cmp_to_key', (args) => comparisonKey(args[0]!))],
  ]);
  return { kind: 'module', name: 'functools', members };
}

function comparisonKey(compare: Value): Value {
  return native('K', (args) => {
    const value = args[0]!;
    return {
      kind: 'object',
      type: 'K',
      get: (name) =>
        name === '#value'
          ? value
          : name === '__lt__'
            ? native(name, (others, _, runtime) => {
                const other = runtime.attribute(others[0]!, '#value');
                return runtime.compare('<', runtime.call(compare, [value, other]), 0n);
              })
            : undefined,
    };
  });
}

const operators: Readonly<Record<string, BinaryOperator>> = {
  add: '+',
  sub: '-',
  mul: '*',
  truediv: '/',
  floordiv: '//',
  mod: '%',
  pow: '**',
  matmul: '@',
  and_: '&',
  or_: '|',
  xor: '^',
};
const comparisons: Readonly<Record<string, Comparison>> = { eq: '==', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' };

/** Python's `operator`. */
export function operatorModule(): PyModule {
  const members = new Map<string, Value>();
  for (const [name, operator] of Object.entries(operators)) {
    members.set(
      name,
      native(name, (args, _, runtime) => runtime.binary(operator, args[0]!, args[1]!)),
    );
  }
  for (const [name, operator] of Object.entries(comparisons)) {
    members.set(
      name,
      native(name, (args, _, runtime) => runtime.compare(operator, args[0]!, args[1]!)),
    );
  }
  members.set(
    'neg',
    native('neg', (args, _, runtime) => runtime.unary('-', args[0]!)),
  );
  members.set(
    'not_',
    native('not_', (args, _, runtime) => !runtime.truth(args[0]!)),
  );
  members.set(
    'getitem',
    native('getitem', (args, _, runtime) => runtime.getItem(args[0]!, args[1]!)),
  );
  const several = (keys: readonly Value[], take: (key: Value) => Value): Value =>
    keys.length === 1 ? take(keys[0]!) : { kind: 'tuple', items: keys.map(take) };
  members.set(
    'itemgetter',
    native('itemgetter', (keys) =>
      native('itemgetter', (args, _, runtime) => several(keys, (key) => runtime.getItem(args[0]!, key))),
    ),
  );
  members.set(
    'attrgetter',
    native('attrgetter', (keys) =>
      native('attrgetter', (args, _, runtime) => several(keys, (key) => runtime.attribute(args[0]!, runtime.str(key)))),
    ),
  );
  members.set(
    'methodcaller',
    native('methodcaller', (given) =>
      native('methodcaller', (args, _, runtime) =>
        runtime.call(runtime.attribute(args[0]!, runtime.str(given[0]!)), given.slice(1)),
      ),
    ),
  );
  return { kind: 'module', name: 'operator', members };
}
