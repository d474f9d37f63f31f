import { PyError, type Value } from '../value';
import { typeName } from './typeName';
import type { Comparison, Runtime } from './runtime';
import { rangeLength } from './sequence';

/** Python's `==` of anything but arrays and what is unknown. */
export function equal(left: Value, right: Value, runtime: Runtime): boolean {
  if (left === right) return true;
  const a = typeof left === 'boolean' ? (left ? 1n : 0n) : left;
  const b = typeof right === 'boolean' ? (right ? 1n : 0n) : right;
  if (typeof a === 'bigint' || typeof a === 'number') {
    return typeof b === 'bigint' || typeof b === 'number' ? !(a < b) && a <= b : reflected(left, right, runtime);
  }
  if (typeof left !== 'object' || left === null) return reflected(left, right, runtime);
  if (left.kind === 'instance') {
    const method = runtime.special(left, '__eq__');
    if (method !== undefined) return runtime.truth(runtime.call(method, [right]));
    return reflected(left, right, runtime);
  }
  if (typeof right !== 'object' || right === null) return false;
  if (left.kind !== right.kind) return reflected(left, right, runtime);
  switch (left.kind) {
    case 'list':
    case 'tuple': {
      const other = (right as typeof left).items;
      return left.items.length === other.length && left.items.every((item, i) => same(item, other[i]!, runtime));
    }
    case 'dict': {
      const other = (right as typeof left).entries;
      if (left.entries.size !== other.size) return false;
      for (const [key, pair] of left.entries) {
        const found = other.get(key);
        if (found === undefined || !same(pair[1], found[1], runtime)) return false;
      }
      return true;
    }
    case 'set': {
      const other = (right as typeof left).entries;
      return left.entries.size === other.size && [...left.entries.keys()].every((key) => other.has(key));
    }
    case 'range': {
      const other = right as typeof left;
      const length = rangeLength(left);
      if (length !== rangeLength(other)) return false;
      return length === 0 || (left.start === other.start && (length === 1 || left.step === other.step));
    }
    case 'complex':
      return left.re === (right as typeof left).re && left.im === (right as typeof left).im;
    case 'bytes':
      return left.data.join() === (right as typeof left).data.join();
    case 'numpyType':
      return left.name === (right as typeof left).name;
    case 'slice': {
      const other = right as typeof left;
      return (
        equal(left.start, other.start, runtime) &&
        equal(left.stop, other.stop, runtime) &&
        equal(left.step, other.step, runtime)
      );
    }
    default:
      return false;
  }
}

/** The same object or equal, as containers compare their items. */
function same(left: Value, right: Value, runtime: Runtime): boolean {
  return (left === right && !Number.isNaN(left)) || runtime.equal(left, right);
}

function reflected(left: Value, right: Value, runtime: Runtime): boolean {
  if (typeof right !== 'object' || right?.kind !== 'instance') return false;
  const method = runtime.special(right, '__eq__');
  return method !== undefined && runtime.truth(runtime.call(method, [left]));
}

const names: Readonly<Record<Comparison, string>> = {
  '==': '__eq__',
  '!=': '__ne__',
  '<': '__lt__',
  '<=': '__le__',
  '>': '__gt__',
  '>=': '__ge__',
};
const mirrored: Readonly<Record<Comparison, Comparison>> = {
  '==': '==',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/** < <= > >= of anything but arrays. @throws PyError TypeError */
export function order(operator: Comparison, left: Value, right: Value, runtime: Runtime): Value {
  const a = typeof left === 'boolean' ? (left ? 1n : 0n) : left;
  const b = typeof right === 'boolean' ? (right ? 1n : 0n) : right;
  if ((typeof a === 'number' || typeof a === 'bigint') && (typeof b === 'number' || typeof b === 'bigint')) {
    return decide(operator, a < b, a > b, a, b);
  }
  if (typeof a === 'string' && typeof b === 'string') {
    const sign = compareStrings(a, b);
    return decideSign(operator, sign);
  }
  const method = runtime.special(left, names[operator]);
  if (method !== undefined) return runtime.call(method, [right]);
  const other = runtime.special(right, names[mirrored[operator]]);
  if (other !== undefined) return runtime.call(other, [left]);
  if (typeof left === 'object' && typeof right === 'object' && left !== null && right !== null) {
    if ((left.kind === 'list' || left.kind === 'tuple') && left.kind === right.kind) {
      const length = Math.min(left.items.length, right.items.length);
      for (let i = 0; i < length; i++) {
        if (!same(left.items[i]!, right.items[i]!, runtime)) {
          return runtime.compare(operator, left.items[i]!, right.items[i]!);
        }
      }
      return decideSign(operator, left.items.length - right.items.length);
    }
    if (left.kind === 'set' && right.kind === 'set') {
      const within = [...left.entries.keys()].every((key) => right.entries.has(key));
      const around = [...right.entries.keys()].every((key) => left.entries.has(key));
      if (operator === '<') return within && !around;
      if (operator === '<=') return within;
      return operator === '>' ? around && !within : around;
    }
  }
  throw new PyError(
    'TypeError',
    `'${operator}' not supported between instances of '${typeName(left)}' and '${typeName(right)}'`,
  );
}

function decide(
  operator: Comparison,
  less: boolean,
  greater: boolean,
  a: number | bigint,
  b: number | bigint,
): boolean {
  if (operator === '<') return less;
  if (operator === '>') return greater;
  return operator === '<=' ? a <= b : a >= b;
}

function decideSign(operator: Comparison, sign: number): boolean {
  if (operator === '<') return sign < 0;
  if (operator === '>') return sign > 0;
  return operator === '<=' ? sign <= 0 : sign >= 0;
}

/** By code points, as Python orders strings. */
function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  if (i === a.length || i === b.length) return a.length - b.length;
  return a.codePointAt(i)! - b.codePointAt(i)!;
}
