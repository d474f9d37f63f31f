import { PyError, type Value } from '../value';
import { stringRepr } from '../text/stringRepr';
import type { Runtime } from '../runtime/runtime';

/** NumPy's and torch's single values as Python's own. */
export function plainOf(value: Value, runtime: Runtime): Value {
  if (typeof value !== 'object' || (value?.kind !== 'numpyScalar' && value?.kind !== 'ndarray')) return value;
  const size = value.kind === 'numpyScalar' ? 1 : value.shape.reduce((product, length) => product * length, 1);
  if (size !== 1) throw new PyError('TypeError', 'only length-1 arrays can be converted to Python scalars');
  return runtime.call(runtime.attribute(value, 'item'), []);
}

/** `int(x)`, `int('ff', 16)` @throws PyError */
export function toInt(given: Value, base: Value | undefined, runtime: Runtime): bigint {
  const value = plainOf(given, runtime);
  switch (typeof value) {
    case 'bigint':
      return value;
    case 'boolean':
      return BigInt(value);
    case 'number':
      if (Number.isNaN(value)) throw new PyError('ValueError', 'cannot convert float NaN to integer');
      if (!Number.isFinite(value)) throw new PyError('OverflowError', 'cannot convert float infinity to integer');
      return BigInt(Math.trunc(value));
    case 'string':
      return readInt(value, base === undefined ? 10 : Number(base));
    default:
  }
  const method = runtime.special(value, '__int__') ?? runtime.special(value, '__index__');
  if (method !== undefined) return runtime.call(method, []) as bigint;
  const words = 'int() argument must be a string, a bytes-like object or a real number, not';
  throw new PyError('TypeError', `${words} '${runtime.typeName(value)}'`);
}

function readInt(text: string, base: number): bigint {
  const bare = text.trim().replaceAll('_', '').toLowerCase();
  const sign = bare.startsWith('-') ? -1n : 1n;
  let digits = bare.startsWith('-') || bare.startsWith('+') ? bare.slice(1) : bare;
  const wrong = (): PyError =>
    new PyError('ValueError', `invalid literal for int() with base ${base}: ${stringRepr(text)}`);
  const prefix: Readonly<Record<number, string>> = { 2: '0b', 8: '0o', 16: '0x' };
  if (prefix[base] !== undefined && digits.startsWith(prefix[base])) digits = digits.slice(2);
  if (digits === '' || digits.length > 100_000) throw wrong();
  if (base === 0) return sign * BigInt(digits);
  if (base === 10) {
    for (const digit of digits) if (digit < '0' || digit > '9') throw wrong();
    return sign * BigInt(digits);
  }
  let value = 0n;
  for (const digit of digits) {
    const one = Number.parseInt(digit, 36);
    if (Number.isNaN(one) || one >= base) throw wrong();
    value = value * BigInt(base) + BigInt(one);
  }
  return sign * value;
}

const words: Readonly<Record<string, number>> = {
  inf: Infinity,
  infinity: Infinity,
  nan: NaN,
};

/** `float(x)`, `float('-inf')` @throws PyError */
export function toFloatValue(given: Value, runtime: Runtime): number {
  const value = plainOf(given, runtime);
  switch (typeof value) {
    case 'number':
      return value;
    case 'boolean':
      return Number(value);
    case 'bigint': {
      const float = Number(value);
      if (!Number.isFinite(float)) throw new PyError('OverflowError', 'int too large to convert to float');
      return float;
    }
    case 'string':
      return readFloat(value);
    default:
  }
  const method = runtime.special(value, '__float__');
  if (method !== undefined) return runtime.call(method, []) as number;
  throw new PyError(
    'TypeError',
    `float() argument must be a string or a real number, not '${runtime.typeName(value)}'`,
  );
}

function readFloat(text: string): number {
  const bare = text.trim().replaceAll('_', '').toLowerCase();
  const sign = bare.startsWith('-') ? -1 : 1;
  const size = bare.startsWith('-') || bare.startsWith('+') ? bare.slice(1) : bare;
  const word = words[size];
  if (word !== undefined) return sign * word;
  const first = size[0] ?? '';
  const value = (first >= '0' && first <= '9') || first === '.' ? Number(size) : NaN;
  if (Number.isNaN(value) || /^0[xbo]/.test(size)) {
    throw new PyError('ValueError', `could not convert string to float: ${stringRepr(text)}`);
  }
  return sign * value;
}
