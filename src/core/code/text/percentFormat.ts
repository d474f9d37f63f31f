import { PyError, type Value } from '../value';
import type { Runtime } from '../runtime/runtime';
import { formatFloat, formatInt, formatString, type FormatSpec } from './formatSpec';

/** `'%5d -> %.6f' % (x, y)` */
export function percentFormat(template: string, values: Value, runtime: Runtime): string {
  const isTuple = typeof values === 'object' && values?.kind === 'tuple';
  const items: readonly Value[] = isTuple ? values.items : [values];
  let used = 0;
  const next = (): Value => {
    if (used >= items.length) throw new PyError('TypeError', 'not enough arguments for format string');
    return items[used++]!;
  };
  let out = '';
  let named = false;
  for (let i = 0; i < template.length; i++) {
    const letter = template[i]!;
    if (letter !== '%') {
      out += letter;
      continue;
    }
    i++;
    let value: Value | undefined;
    if (template[i] === '(') {
      const close = template.indexOf(')', i);
      if (close < 0) throw new PyError('ValueError', 'incomplete format key');
      value = runtime.getItem(values, template.slice(i + 1, close));
      named = true;
      i = close + 1;
    }
    let flags = '';
    while (i < template.length && '-+ #0'.includes(template[i]!)) flags += template[i++]!;
    const size = (): number => {
      if (template[i] === '*') {
        i++;
        return Number(next());
      }
      let digits = '';
      while (i < template.length && template[i]! >= '0' && template[i]! <= '9') digits += template[i++]!;
      return Number(digits);
    };
    const width = size();
    let precision: number | undefined;
    if (template[i] === '.') {
      i++;
      precision = size();
    }
    while (i < template.length && 'hlL'.includes(template[i]!)) i++;
    const type = template[i];
    if (type === undefined) throw new PyError('ValueError', 'incomplete format');
    if (type === '%') {
      out += '%';
      continue;
    }
    value ??= next();
    out += one(
      value,
      { type, flags, width: Math.abs(width), left: flags.includes('-') || width < 0, precision },
      runtime,
    );
  }
  if (!named && used < items.length && !(typeof values === 'object' && values?.kind === 'dict')) {
    throw new PyError('TypeError', 'not all arguments converted during string formatting');
  }
  return out;
}

interface Conversion {
  readonly type: string;
  readonly flags: string;
  readonly width: number;
  readonly left: boolean;
  readonly precision: number | undefined;
}

function one(value: Value, conversion: Conversion, runtime: Runtime): string {
  const { type, flags, width, left, precision } = conversion;
  const zeros = flags.includes('0') && !left && !'srac'.includes(type);
  const spec: FormatSpec = {
    fill: zeros ? '0' : ' ',
    align: left ? '<' : zeros ? '=' : '>',
    sign: flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '-',
    alternate: flags.includes('#'),
    width,
    grouping: '',
    precision,
    type: type === 'i' || type === 'u' ? 'd' : type,
  };
  switch (type) {
    case 's':
      return formatString(runtime.str(value), { ...spec, type: '' });
    case 'r':
    case 'a':
      return formatString(runtime.repr(value), { ...spec, type: '' });
    case 'c':
      return formatString(typeof value === 'string' ? value : String.fromCodePoint(Number(value)), {
        ...spec,
        type: '',
      });
    case 'd':
    case 'i':
    case 'u':
    case 'x':
    case 'X':
    case 'o':
      return formatInt(whole(value, type, runtime), { ...spec, precision: undefined });
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return formatFloat(real(value, runtime), { ...spec, type: type });
    default:
      throw new PyError('ValueError', `unsupported format character '${type}' (0x${type.charCodeAt(0).toString(16)})`);
  }
}

/** NumPy's scalars as Python's own. */
function plain(value: Value, runtime: Runtime): Value {
  if (typeof value === 'object' && (value?.kind === 'ndarray' || value?.kind === 'numpyScalar')) {
    return runtime.call(runtime.attribute(value, 'item'), []);
  }
  return value;
}

function whole(given: Value, type: string, runtime: Runtime): bigint {
  const value = plain(given, runtime);
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number' && 'diu'.includes(type)) {
    if (!Number.isFinite(value)) {
      const word = Number.isNaN(value) ? 'NaN' : 'infinity';
      throw new PyError(
        Number.isNaN(value) ? 'ValueError' : 'OverflowError',
        `cannot convert float ${word} to integer`,
      );
    }
    return BigInt(Math.trunc(value));
  }
  const wanted = 'diu'.includes(type) ? 'a real number is required' : 'an integer is required';
  throw new PyError('TypeError', `%${type} format: ${wanted}, not ${runtime.typeName(value)}`);
}

function real(given: Value, runtime: Runtime): number {
  const value = plain(given, runtime);
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  const method = runtime.special(value, '__float__');
  if (method !== undefined) return Number(runtime.call(method, []));
  throw new PyError('TypeError', `must be real number, not ${runtime.typeName(value)}`);
}
