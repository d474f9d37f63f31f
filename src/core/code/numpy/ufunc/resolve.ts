import { PyError, type Value } from '../../value';
import { dtypeInfo, integerRange, isFloat, isInteger, promote } from '../dtype';
import { only, type ElementType, type NdArray } from '../ndarray';
import type { Ufunc } from './define';

/** Python's own int and float adapt to the arrays they meet (NEP 50). */
export type Weak = 'int' | 'float' | undefined;

export interface Operand {
  readonly array: NdArray;
  readonly weak: Weak;
}

export function weakOf(value: Value): Weak {
  if (typeof value === 'bigint') return 'int';
  return typeof value === 'number' ? 'float' : undefined;
}

/** The dtype that operands share by NumPy 2's rules. */
export function commonType(operands: readonly Operand[]): ElementType {
  let strong: ElementType | undefined;
  let weak: Weak;
  for (const operand of operands) {
    if (operand.weak !== undefined) {
      if (weak !== 'float') weak = operand.weak;
    } else strong = strong === undefined ? operand.array.dtype : promote(strong, operand.array.dtype);
  }
  const wide = operands.find((o) => o.weak === 'int' && o.array.dtype !== 'int64')?.array.dtype;
  if (strong === undefined) return weak === 'float' ? 'float64' : (wide ?? 'int64');
  if (weak === undefined || strong === 'object' || strong === 'str') return strong;
  if (weak === 'float') return isFloat(strong) ? strong : 'float64';
  return strong === 'bool' ? 'int64' : strong;
}

function checkFits(operands: readonly Operand[], dtype: ElementType): void {
  if (!isInteger(dtype)) return;
  for (const { array, weak } of operands) {
    if (weak !== 'int') continue;
    const value = BigInt(only(array) as number | bigint);
    const [least, greatest] = integerRange(dtype);
    if (value < least || value > greatest) {
      throw new PyError('OverflowError', `Python integer ${value} out of bounds for ${dtype}`);
    }
  }
}

export function dtypeRepr(dtype: ElementType): string {
  return dtype === 'object' ? "dtype('O')" : dtype === 'str' ? "dtype('<U1')" : `dtype('${dtype}')`;
}

function noLoop(ufunc: Ufunc, operands: readonly Operand[]): PyError {
  const types = operands.map(({ array }) => dtypeRepr(array.dtype)).join(', ');
  return new PyError(
    'UFuncTypeError',
    `ufunc '${ufunc.name}' did not contain a loop with signature matching types (${types}) -> None`,
  );
}

function unsupported(ufunc: Ufunc): PyError {
  return new PyError(
    'TypeError',
    `ufunc '${ufunc.name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
  );
}

/** The dtype that a ufunc computes in, and that of its result. */
export function resolve(ufunc: Ufunc, operands: readonly Operand[]): readonly [ElementType, ElementType] {
  const common = commonType(operands);
  if (common === 'str') {
    if (ufunc.rule === 'compare' && operands.every(({ array }) => array.dtype === 'str')) return ['str', 'bool'];
    if (ufunc.name === 'add' && operands.every(({ array }) => array.dtype === 'str')) return ['str', 'str'];
    throw ufunc.rule === 'arithmetic' || ufunc.rule === 'compare' ? noLoop(ufunc, operands) : unsupported(ufunc);
  }
  if (common === 'object') return ['object', ufunc.rule === 'compare' ? 'bool' : 'object'];
  const { kind, itemsize } = dtypeInfo[common];
  switch (ufunc.rule) {
    case 'arithmetic': {
      if (common === 'bool') {
        if (typeof ufunc.bool === 'string') throw new PyError('TypeError', ufunc.bool);
        return ufunc.bool ? ['bool', 'bool'] : ['int8', 'int8'];
      }
      checkFits(operands, common);
      return [common, common];
    }
    case 'float':
    case 'divide': {
      if (kind === 'f') return [common, common];
      if (ufunc.rule === 'divide' || itemsize > 2) return ['float64', 'float64'];
      return itemsize === 1 ? ['float16', 'float16'] : ['float32', 'float32'];
    }
    case 'compare': {
      const fits = operands.every((o) => o.weak !== 'int' || inRange(o.array, common));
      return [fits ? common : 'float64', 'bool'];
    }
    case 'logical':
    case 'test':
      return [common, 'bool'];
    case 'bitwise': {
      if (kind === 'f') throw unsupported(ufunc);
      if (common === 'bool') return ufunc.bool ? ['bool', 'bool'] : ['int8', 'int8'];
      checkFits(operands, common);
      return [common, common];
    }
  }
}

function inRange(array: NdArray, dtype: ElementType): boolean {
  if (!isInteger(dtype)) return true;
  const [least, greatest] = integerRange(dtype);
  const value = BigInt(only(array) as number | bigint);
  return value >= least && value <= greatest;
}
