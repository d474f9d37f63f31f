import type { Value } from '../value';
import { floatRepr } from '../text/floatRepr';
import { stringRepr } from '../text/stringRepr';
import { complexRepr } from './complex';
import { identity } from './hashKey';
import type { Runtime } from './runtime';

const DEEPEST = 100;

/** Python's `repr` of anything but arrays and instances. */
export function repr(value: Value, runtime: Runtime, open: Set<object>): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return floatRepr(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'string') return stringRepr(value);
  switch (value.kind) {
    case 'list':
      return nested(value, open, '[...]', () => `[${value.items.map((item) => runtime.repr(item)).join(', ')}]`);
    case 'tuple':
      return nested(value, open, '(...)', () =>
        value.items.length === 1
          ? `(${runtime.repr(value.items[0]!)},)`
          : `(${value.items.map((item) => runtime.repr(item)).join(', ')})`,
      );
    case 'dict':
      return nested(value, open, '{...}', () => {
        const pairs = [...value.entries.values()].map(([key, item]) => `${runtime.repr(key)}: ${runtime.repr(item)}`);
        const text = `{${pairs.join(', ')}}`;
        return value.factory === undefined ? text : `defaultdict(${runtime.repr(value.factory)}, ${text})`;
      });
    case 'set': {
      const text = [...value.entries.values()].map((item) => runtime.repr(item)).join(', ');
      if (value.frozen === true) return text === '' ? 'frozenset()' : `frozenset({${text}})`;
      return text === '' ? 'set()' : `{${text}}`;
    }
    case 'range': {
      const step = value.step === 1n ? '' : `, ${value.step}`;
      return `range(${value.start}, ${value.stop}${step})`;
    }
    case 'slice':
      return `slice(${runtime.repr(value.start)}, ${runtime.repr(value.stop)}, ${runtime.repr(value.step)})`;
    case 'ellipsis':
      return 'Ellipsis';
    case 'complex':
      return complexRepr(value);
    case 'bytes':
      return `b'${String.fromCharCode(...value.data)}'`;
    case 'function':
      return `<function ${value.name} at ${address(value)}>`;
    case 'native':
      return `<built-in function ${value.name}>`;
    case 'class':
      return value.make === undefined &&
        !value.members.has('#builtin') &&
        !value.mro.some((one) => one.name === 'BaseException')
        ? `<class '__main__.${value.name}'>`
        : `<class '${value.name}'>`;
    case 'module':
      return `<module '${value.name}'>`;
    case 'object':
      return value.repr?.() ?? `<${value.type} object at ${address(value)}>`;
    case 'iterator':
      return `<${value.type} object at ${address(value)}>`;
    case 'instance':
      return `<__main__.${value.class.name} object at ${address(value)}>`;
    case 'descriptor':
      return `<${value.form} object at ${address(value)}>`;
    case 'unknown':
      return '<unknown>';
    default:
      return `<${value.kind}>`;
  }
}

function nested(value: object, open: Set<object>, again: string, write: () => string): string {
  if (open.has(value) || open.size > DEEPEST) return again;
  open.add(value);
  try {
    return write();
  } finally {
    open.delete(value);
  }
}

/** An address that stays the same from run to run; real ones differ every time. */
function address(value: object): string {
  return `0x${(0x7f0000000000 + identity(value) * 64).toString(16).padStart(12, '0')}`;
}
