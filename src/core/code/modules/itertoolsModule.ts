import { pyIterator } from '../runtime/iterate';
import { native } from '../runtime/native';
import type { Runtime } from '../runtime/runtime';
import type { PyModule, Value } from '../value';

type Items = (args: readonly Value[], keywords: ReadonlyMap<string, Value>, runtime: Runtime) => Iterable<Value>;
const tuple = (items: readonly Value[]): Value => ({ kind: 'tuple', items });

function* product(pools: readonly (readonly Value[])[], runtime: Runtime): Iterable<Value> {
  const at = pools.map(() => 0);
  if (pools.some((pool) => pool.length === 0)) return;
  for (;;) {
    runtime.spend(1);
    yield tuple(pools.map((pool, i) => pool[at[i]!]!));
    let i = pools.length - 1;
    while (i >= 0) {
      at[i] = at[i]! + 1;
      if (at[i]! < pools[i]!.length) break;
      at[i--] = 0;
    }
    if (i < 0) return;
  }
}

function* chosen(
  pool: readonly Value[],
  size: number,
  runtime: Runtime,
  form: 'orders' | 'sets' | 'bags',
): Iterable<Value> {
  const picked: number[] = [];
  const start = (): number =>
    form === 'orders' ? 0 : picked.length === 0 ? 0 : picked.at(-1)! + (form === 'sets' ? 1 : 0);
  let next = 0;
  for (;;) {
    runtime.spend(1);
    if (picked.length === size) {
      yield tuple(picked.map((i) => pool[i]!));
      if (size === 0) return;
      next = picked.pop()! + 1;
      continue;
    }
    while (next < pool.length && form === 'orders' && picked.includes(next)) next++;
    if (next < pool.length) {
      picked.push(next);
      next = start();
      continue;
    }
    const last = picked.pop();
    if (last === undefined) return;
    next = last + 1;
  }
}

const functions: Readonly<Record<string, Items>> = {
  *count(args, keywords, runtime) {
    let value: Value = args[0] ?? keywords.get('start') ?? 0n;
    for (;;) {
      runtime.spend(1);
      yield value;
      value = runtime.binary('+', value, args[1] ?? keywords.get('step') ?? 1n);
    }
  },
  *cycle(args, _, runtime) {
    const items = [...runtime.iterate(args[0]!)];
    while (items.length > 0) for (const item of items) yield item;
  },
  *repeat(args, keywords, runtime) {
    const times = args[1] ?? keywords.get('times');
    for (let i = 0; times === undefined || i < Number(times); i++) {
      runtime.spend(1);
      yield args[0]!;
    }
  },
  *chain(args, _, runtime) {
    for (const arg of args) yield* runtime.iterate(arg);
  },
  *accumulate(args, keywords, runtime) {
    const by = args[1] ?? keywords.get('func') ?? null;
    let total: Value | undefined = keywords.get('initial');
    if (total !== undefined) yield total;
    for (const item of runtime.iterate(args[0]!)) {
      total =
        total === undefined ? item : by === null ? runtime.binary('+', total, item) : runtime.call(by, [total, item]);
      yield total;
    }
  },
  *islice(args, _, runtime) {
    const bound = (value: Value | undefined, missing: number): number =>
      value === undefined || value === null ? missing : Number(value);
    const start = args.length > 2 ? bound(args[1], 0) : 0;
    const stop = args.length > 2 ? bound(args[2], Infinity) : bound(args[1], Infinity);
    const step = bound(args[3], 1);
    if (stop <= start) return;
    let i = 0;
    for (const item of runtime.iterate(args[0]!)) {
      if (i >= start && (i - start) % step === 0) yield item;
      if (++i >= stop) return;
    }
  },
  product(args, keywords, runtime) {
    const pools = args.map((arg) => [...runtime.iterate(arg)]);
    const times = Number(keywords.get('repeat') ?? 1n);
    return product(Array.from({ length: times }, () => pools).flat(), runtime);
  },
  permutations: (args, _, runtime) => {
    const pool = [...runtime.iterate(args[0]!)];
    return chosen(pool, args[1] === undefined || args[1] === null ? pool.length : Number(args[1]), runtime, 'orders');
  },
  combinations: (args, _, runtime) => chosen([...runtime.iterate(args[0]!)], Number(args[1]), runtime, 'sets'),
  combinations_with_replacement: (args, _, runtime) =>
    chosen([...runtime.iterate(args[0]!)], Number(args[1]), runtime, 'bags'),
  *zip_longest(args, keywords, runtime) {
    const lists = args.map((arg) => [...runtime.iterate(arg)]);
    const fill = keywords.get('fillvalue') ?? null;
    const length = Math.max(0, ...lists.map((one) => one.length));
    for (let i = 0; i < length; i++) yield tuple(lists.map((one) => one[i] ?? fill));
  },
  *pairwise(args, _, runtime) {
    let last: Value | undefined;
    for (const item of runtime.iterate(args[0]!)) {
      if (last !== undefined) yield tuple([last, item]);
      last = item;
    }
  },
  *starmap(args, _, runtime) {
    for (const item of runtime.iterate(args[1]!)) yield runtime.call(args[0]!, [...runtime.iterate(item)]);
  },
  *takewhile(args, _, runtime) {
    for (const item of runtime.iterate(args[1]!)) {
      if (!runtime.truth(runtime.call(args[0]!, [item]))) return;
      yield item;
    }
  },
  *dropwhile(args, _, runtime) {
    let dropping = true;
    for (const item of runtime.iterate(args[1]!)) {
      dropping &&= runtime.truth(runtime.call(args[0]!, [item]));
      if (!dropping) yield item;
    }
  },
  *filterfalse(args, _, runtime) {
    for (const item of runtime.iterate(args[1]!)) {
      if (!runtime.truth(args[0] === null ? item : runtime.call(args[0]!, [item]))) yield item;
    }
  },
  *batched(args, _, runtime) {
    let batch: Value[] = [];
    for (const item of runtime.iterate(args[0]!)) {
      batch.push(item);
      if (batch.length < Number(args[1])) continue;
      yield tuple(batch);
      batch = [];
    }
    if (batch.length > 0) yield tuple(batch);
  },
  *groupby(args, keywords, runtime) {
    const by = args[1] ?? keywords.get('key') ?? null;
    let group: Value[] = [];
    let key: Value | undefined;
    for (const item of runtime.iterate(args[0]!)) {
      const next = by === null ? item : runtime.call(by, [item]);
      if (key !== undefined && !runtime.equal(key, next)) {
        yield tuple([key, pyIterator(group, 'itertools._grouper')]);
        group = [];
      }
      key = next;
      group.push(item);
    }
    if (key !== undefined) yield tuple([key, pyIterator(group, 'itertools._grouper')]);
  },
};

/** Python's `itertools`. */
export function itertoolsModule(): PyModule {
  const members = new Map<string, Value>();
  for (const [name, items] of Object.entries(functions)) {
    members.set(
      name,
      native(name, (args, keywords, runtime) => pyIterator(items(args, keywords, runtime), `itertools.${name}`)),
    );
  }
  const chain = members.get('chain')!;
  members.set('chain', {
    kind: 'object',
    type: 'type',
    get: (name) =>
      name === 'from_iterable'
        ? native(name, (args, _, runtime) => runtime.call(chain, [...runtime.iterate(args[0]!)]))
        : undefined,
    call: (args, keywords, machine) => machine.call(chain, args, keywords),
  });
  return { kind: 'module', name: 'itertools', members };
}
