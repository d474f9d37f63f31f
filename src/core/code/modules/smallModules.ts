import { native } from '../runtime/native';
import type { Runtime } from '../runtime/runtime';
import { isArrayLike } from '../runtime/arrays';
import { isUnknown } from '../runtime/runtime';
import { plainOf } from '../builtins/conversions';
import { floatRepr } from '../text/floatRepr';
import { PyError, type PyModule, type Value } from '../value';

function deepCopy(value: Value, runtime: Runtime, seen: Map<object, Value>): Value {
  if (typeof value !== 'object' || value === null) return value;
  const found = seen.get(value);
  if (found !== undefined) return found;
  runtime.spend(1);
  runtime.allocate(1);
  switch (value.kind) {
    case 'list': {
      const items: Value[] = [];
      const made: Value = { kind: 'list', items };
      seen.set(value, made);
      for (const item of value.items) items.push(deepCopy(item, runtime, seen));
      return made;
    }
    case 'tuple':
      return { kind: 'tuple', items: value.items.map((item) => deepCopy(item, runtime, seen)) };
    case 'dict': {
      const made: Value = { ...value, entries: new Map<string, [Value, Value]>() };
      seen.set(value, made);
      for (const [key, pair] of value.entries) made.entries.set(key, [pair[0], deepCopy(pair[1], runtime, seen)]);
      return made;
    }
    case 'set':
      return { ...value, entries: new Map(value.entries) };
    case 'instance': {
      const made: Value = { kind: 'instance', class: value.class, attributes: new Map<string, Value>() };
      seen.set(value, made);
      for (const [key, item] of value.attributes) made.attributes.set(key, deepCopy(item, runtime, seen));
      return made;
    }
    case 'ndarray':
      return runtime.call(runtime.attribute(value, value.library === 'torch' ? 'clone' : 'copy'), []);
    default:
      return value;
  }
}

function shallowCopy(value: Value, runtime: Runtime): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (value.kind === 'list') return { kind: 'list', items: [...value.items] };
  if (value.kind === 'instance') return { ...value, attributes: new Map(value.attributes) };
  if (value.kind === 'dict') {
    return { ...value, entries: new Map([...value.entries].map(([key, pair]) => [key, [pair[0], pair[1]]])) };
  }
  if (value.kind === 'set') return { ...value, entries: new Map(value.entries) };
  return isArrayLike(value) ? deepCopy(value, runtime, new Map()) : value;
}

/** Python's `copy`. */
export function copyModule(): PyModule {
  const members = new Map<string, Value>([
    ['copy', native('copy', (args, _, runtime) => shallowCopy(args[0]!, runtime))],
    ['deepcopy', native('deepcopy', (args, _, runtime) => deepCopy(args[0]!, runtime, new Map()))],
  ]);
  return { kind: 'module', name: 'copy', members };
}

/** Clocks differ on every run. */
export function timeModule(): PyModule {
  const clock = (name: string): [string, Value] => [
    name,
    native(name, (_args, _keywords, runtime) => runtime.unknown(`time.${name}() differs on every run`)),
  ];
  const members = new Map<string, Value>([
    ...['time', 'perf_counter', 'process_time', 'monotonic', 'time_ns', 'perf_counter_ns', 'ctime', 'strftime'].map(
      clock,
    ),
    ['sleep', native('sleep', () => null)],
  ]);
  return { kind: 'module', name: 'time', members };
}

function jsonText(value: Value, indent: number | undefined, depth: number, runtime: Runtime): string {
  if (depth > 100) throw new PyError('RecursionError', 'maximum recursion depth exceeded');
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number')
    return Number.isFinite(value)
      ? floatRepr(value)
      : Number.isNaN(value)
        ? 'NaN'
        : value > 0
          ? 'Infinity'
          : '-Infinity';
  if (typeof value === 'string')
    return JSON.stringify(value).replace(
      /[\u007f-\uffff]/g,
      (l) => `\\u${l.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  const wrap = (parts: readonly string[], open: string, close: string): string => {
    if (parts.length === 0) return open + close;
    if (indent === undefined) return open + parts.join(', ') + close;
    const pad = '\n' + ' '.repeat(indent * (depth + 1));
    return `${open}${pad}${parts.join(`,${pad}`)}\n${' '.repeat(indent * depth)}${close}`;
  };
  if (value.kind === 'list' || value.kind === 'tuple') {
    return wrap(
      value.items.map((item) => jsonText(item, indent, depth + 1, runtime)),
      '[',
      ']',
    );
  }
  if (value.kind === 'dict') {
    const parts = [...value.entries.values()].map(([key, item]) => {
      const name = typeof key === 'string' ? key : jsonText(key, undefined, depth + 1, runtime);
      return `${JSON.stringify(name)}: ${jsonText(item, indent, depth + 1, runtime)}`;
    });
    return wrap(parts, '{', '}');
  }
  if (value.kind === 'numpyScalar' && value.array.dtype === 'float64')
    return jsonText(plainOf(value, runtime), indent, depth, runtime);
  throw new PyError('TypeError', `Object of type ${runtime.typeName(value)} is not JSON serializable`);
}

function fromJson(value: unknown): Value {
  if (typeof value === 'number') return value;
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint')
    return value;
  if (Array.isArray(value)) return { kind: 'list', items: value.map(fromJson) };
  const entries = new Map<string, [Value, Value]>();
  for (const [key, item] of Object.entries(value as object)) entries.set(`s${key}`, [key, fromJson(item)]);
  return { kind: 'dict', entries };
}

/** Numbers without a point are ints: they are quoted with a mark before JSON.parse would round them. */
function readJson(text: string): Value {
  const marked: string[] = [];
  let i = 0;
  while (i < text.length) {
    if (text[i] === '"') {
      let end = i + 1;
      while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
      marked.push(text.slice(i, end + 1));
      i = end + 1;
    } else if (/[-0-9]/.test(text[i]!)) {
      let end = i + 1;
      while (end < text.length && /[-+.eE0-9]/.test(text[end]!)) end++;
      const number = text.slice(i, end);
      marked.push(/^-?\d+$/.test(number) ? `{"#int":"${number}"}` : number);
      i = end;
    } else marked.push(text[i++]!);
  }
  try {
    const parsed: unknown = JSON.parse(marked.join(''), (_key, value: unknown) => {
      if (typeof value === 'object' && value !== null && '#int' in value) return BigInt(String(value['#int']));
      return value;
    });
    return fromJson(parsed);
  } catch {
    throw new PyError('JSONDecodeError', 'Expecting value: line 1 column 1 (char 0)');
  }
}

/** Python's `json`, to and from strings. */
export function jsonModule(): PyModule {
  const members = new Map<string, Value>([
    [
      'dumps',
      native('dumps', (args, keywords, runtime) => {
        const indent = keywords.get('indent');
        return jsonText(args[0]!, indent === undefined || indent === null ? undefined : Number(indent), 0, runtime);
      }),
    ],
    [
      'loads',
      native('loads', (args, _, runtime) => {
        const [text] = args;
        if (text === undefined || isUnknown(text)) return text ?? null;
        return readJson(runtime.str(text));
      }),
    ],
    ['load', native('load', (_args, _keywords, runtime) => runtime.unknown('a file is not read'))],
    ['dump', native('dump', () => null)],
  ]);
  return { kind: 'module', name: 'json', members };
}
