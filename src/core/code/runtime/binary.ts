import { PyError, type PyList, type PyTuple, type Value } from '../value';
import { complexBinary, isComplex } from './complex';
import {
  divideInt,
  floorDivideFloat,
  floorDivideInt,
  moduloFloat,
  moduloInt,
  powerFloat,
  powerInt,
  toFloat,
} from './integers';
import type { BinaryOperator, Runtime } from './runtime';
import { isUnknown } from './runtime';
import { isArrayLike, type ArrayLibrary } from './arrays';
import { percentFormat } from '../text/percentFormat';
import { wholeIndex } from './sequence';
import { typeName } from './typeName';
import { setOperation, mergeDicts } from './setOperations';

export const specialNames: Readonly<Record<BinaryOperator, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '@': 'matmul',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
  '<<': 'lshift',
  '>>': 'rshift',
};

function number(value: Value): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  return undefined;
}

/** Any two values; undefined where they do not fit. */
export function binary(
  operator: BinaryOperator,
  left: Value,
  right: Value,
  runtime: Runtime,
  arrays: ArrayLibrary | undefined,
): Value {
  const a = number(left);
  const b = number(right);
  if (a !== undefined && b !== undefined) {
    if (typeof left === 'boolean' && typeof right === 'boolean') {
      if (operator === '&') return left && right;
      if (operator === '|') return left || right;
      if (operator === '^') return left !== right;
    }
    const value = arithmetic(operator, a, b);
    if (value !== undefined) return value;
    throw unsupported(operator, left, right);
  }
  if (isUnknown(left)) return left;
  if (isUnknown(right)) return right;
  const reflected = isInstanceOf(left) ? special(runtime, left, right, `__${specialNames[operator]}__`) : undefined;
  if (reflected !== undefined) return reflected;
  if (isInstanceOf(right)) {
    const value = special(runtime, right, left, `__r${specialNames[operator]}__`);
    if (value !== undefined) return value;
  }
  if (arrays !== undefined && (isArrayLike(left) || isArrayLike(right))) {
    if (operator === '%' && typeof left === 'string') return percentFormat(left, right, runtime);
    if (operator === '*' && isSequence(left))
      return repeat(left, right, runtime) ?? arrays.binary(operator, left, right, runtime);
    return arrays.binary(operator, left, right, runtime);
  }
  if ((isComplex(left) || a !== undefined) && (isComplex(right) || b !== undefined)) {
    const value = complexBinary(operator, left, right);
    if (value !== undefined) return value;
  }
  const value = containers(operator, left, right, runtime);
  if (value !== undefined) return value;
  throw unsupported(operator, left, right);
}

function isInstanceOf(value: Value): boolean {
  return typeof value === 'object' && value !== null && (value.kind === 'instance' || value.kind === 'object');
}

/** Calls `owner.name(other)`; undefined when there is none or it answers NotImplemented. */
function special(runtime: Runtime, owner: Value, other: Value, name: string): Value | undefined {
  const method = runtime.special(owner, name);
  if (method === undefined) return undefined;
  const value = runtime.call(method, [other]);
  return isNotImplemented(value) ? undefined : value;
}

export function isNotImplemented(value: Value): boolean {
  return typeof value === 'object' && value?.kind === 'object' && value.type === 'NotImplementedType';
}

export function unsupported(operator: string, left: Value, right: Value): PyError {
  const sign = operator === '**' ? '** or pow()' : operator;
  if (operator === '+' && typeof left === 'string') {
    return new PyError('TypeError', `can only concatenate str (not "${typeName(right)}") to str`);
  }
  if (operator === '+' && typeof left === 'object' && (left?.kind === 'list' || left?.kind === 'tuple')) {
    return new PyError('TypeError', `can only concatenate ${left.kind} (not "${typeName(right)}") to ${left.kind}`);
  }
  if (operator === '*' && (isSequence(left) || isSequence(right))) {
    const other = isSequence(left) ? right : left;
    return new PyError('TypeError', `can't multiply sequence by non-int of type '${typeName(other)}'`);
  }
  return new PyError(
    'TypeError',
    `unsupported operand type(s) for ${sign}: '${typeName(left)}' and '${typeName(right)}'`,
  );
}

export function arithmetic(operator: BinaryOperator, a: number | bigint, b: number | bigint): Value | undefined {
  if (typeof a === 'bigint' && typeof b === 'bigint') return wholeArithmetic(operator, a, b);
  const x = typeof a === 'bigint' ? toFloat(a) : a;
  const y = typeof b === 'bigint' ? toFloat(b) : b;
  switch (operator) {
    case '+':
      return x + y;
    case '-':
      return x - y;
    case '*':
      return x * y;
    case '/':
      if (y === 0) throw new PyError('ZeroDivisionError', 'float division by zero');
      return x / y;
    case '//':
      return floorDivideFloat(x, y);
    case '%':
      return moduloFloat(x, y);
    case '**':
      if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y)) {
        return complexBinary('**', x, y);
      }
      return powerFloat(x, y);
    default:
      return undefined;
  }
}

function wholeArithmetic(operator: BinaryOperator, a: bigint, b: bigint): Value | undefined {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return divideInt(a, b);
    case '//':
      return floorDivideInt(a, b);
    case '%':
      return moduloInt(a, b);
    case '**':
      return powerInt(a, b);
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '<<':
    case '>>':
      if (b < 0n) throw new PyError('ValueError', 'negative shift count');
      if (operator === '>>') return a >> b;
      if (b > 1_000_000n) throw new PyError('MemoryError', 'the whole number has more than a million binary digits');
      return a << b;
    default:
      return undefined;
  }
}

function isSequence(value: Value): value is string | PyList | PyTuple {
  return (
    typeof value === 'string' || (typeof value === 'object' && (value?.kind === 'list' || value?.kind === 'tuple'))
  );
}

function repeat(sequence: string | PyList | PyTuple, times: Value, runtime: Runtime): Value | undefined {
  const index = wholeIndex(times);
  if (index === undefined || (typeof times === 'object' && times?.kind === 'ndarray')) return undefined;
  const count = Math.max(0, index);
  const length = typeof sequence === 'string' ? sequence.length : sequence.items.length;
  runtime.allocate(count * length);
  if (typeof sequence === 'string') return sequence.repeat(count);
  const items: Value[] = [];
  for (let i = 0; i < count; i++) for (const item of sequence.items) items.push(item);
  return { kind: sequence.kind, items };
}

function containers(operator: BinaryOperator, left: Value, right: Value, runtime: Runtime): Value | undefined {
  if (typeof left === 'string') {
    if (operator === '%') return percentFormat(left, right, runtime);
    if (operator === '+' && typeof right === 'string') {
      runtime.allocate((left.length + right.length) / 64);
      return left + right;
    }
  }
  if (operator === '*') {
    if (isSequence(left)) return repeat(left, right, runtime);
    if (isSequence(right)) return repeat(right, left, runtime);
  }
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return undefined;
  if (operator === '+' && (left.kind === 'list' || left.kind === 'tuple') && right.kind === left.kind) {
    runtime.allocate(left.items.length + right.items.length);
    return { kind: left.kind, items: [...left.items, ...right.items] };
  }
  if (left.kind === 'dict' && right.kind === 'dict' && operator === '|') return mergeDicts(left, right);
  return setOperation(operator, left, right);
}
