import { PyError, type Machine, type Value } from '../value';
import { arrayIn, asArray, typeName } from './asArray';
import { itemValue } from './cast';
import { commonShape } from './broadcast';
import { flat, only, scalar, single, sizeOf, unwrap, type Items, type NdArray } from './ndarray';
import { operand } from './operand';
import { matmul } from './linalg/matmul';
import { apply } from './ufunc/apply';
import './ufunc/arithmetic';
import { ufuncNamed } from './ufunc/define';

const names: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '//': 'floor_divide',
  '%': 'remainder',
  '**': 'power',
  '&': 'bitwise_and',
  '|': 'bitwise_or',
  '^': 'bitwise_xor',
  '<<': 'left_shift',
  '>>': 'right_shift',
  '==': 'equal',
  '!=': 'not_equal',
  '<': 'less',
  '<=': 'less_equal',
  '>': 'greater',
  '>=': 'greater_equal',
};

const fast: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
};

function quickNumber(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (value !== null && typeof value === 'object' && value.kind === 'numpyScalar' && value.array.dtype === 'float64') {
    return only(value.array) as number;
  }
  return undefined;
}

const operandKinds = new Set(['ndarray', 'numpyScalar', 'list', 'tuple', 'range']);

function takes(value: Value): boolean {
  if (value === null) return false;
  return typeof value !== 'object' || operandKinds.has(value.kind);
}

/**
 * A binary operator of Python of which at least one side is an array or a NumPy scalar: `+ - * / // % ** @ & | ^ <<
 * >> == != < <= > >=`. Undefined where NumPy does not take the other side, so that Python's own rules go on.
 */
export function arrayOperator(op: string, left: Value, right: Value, machine: Machine): Value | undefined {
  const quick = fast[op];
  if (quick) {
    const a = quickNumber(left);
    const b = quickNumber(right);
    if (a !== undefined && b !== undefined) {
      const r = quick(a, b);
      if (r - r === 0) return scalar(single('float64', r));
    }
  }
  if (!takes(left) || !takes(right)) return foreign(op, left, right);
  if (op === '@') return unwrap(matmul(asArray(left, machine), asArray(right, machine), machine, true));
  const ufunc = ufuncNamed(names[op]!);
  const one = operand(left, machine);
  const other = operand(right, machine);
  const equality = op === '==' || op === '!=';
  if (equality && (one.array.dtype === 'str') !== (other.array.dtype === 'str')) {
    const shape = commonShape([one.array.shape, other.array.shape]) ?? [];
    const out = { ...single('bool', 0), shape, strides: shape.map(() => 0) };
    return unwrap(
      apply(
        ufuncNamed(op === '==' ? 'logical_and' : 'logical_not'),
        op === '=='
          ? [
              { array: out, weak: undefined },
              { array: out, weak: undefined },
            ]
          : [{ array: out, weak: undefined }],
        machine,
      ),
    );
  }
  const scalars = one.array.shape.length === 0 && other.array.shape.length === 0;
  return unwrap(apply(ufunc, [one, other], machine, { scalars }));
}

function foreign(op: string, left: Value, right: Value): Value | undefined {
  const [array, other] = arrayIn(left) ? [arrayIn(left)!, right] : [arrayIn(right)!, left];
  if ((op === '==' || op === '!=') && other === null && array.shape.length > 0) {
    const out = single('bool', op === '==' ? 0 : 1);
    return { ...out, shape: array.shape, strides: array.shape.map(() => 0) };
  }
  if (other === null && array.shape.length > 0) {
    throw new PyError(
      'TypeError',
      `unsupported operand type(s) for ${op}: '${typeName(left)}' and '${typeName(right)}'`,
    );
  }
  return undefined;
}

/** `left op= right` for an array on the left: writes into the same memory. */
export function arrayInPlace(op: string, left: NdArray, right: Value, machine: Machine): Value | undefined {
  if (!takes(right)) return foreign(op, left, right);
  if (op === '@') {
    const r = matmul(left, asArray(right, machine), machine, true);
    return apply(ufuncNamed('positive'), [{ array: r, weak: undefined }], machine, { out: left });
  }
  return apply(ufuncNamed(names[op]!), [operand(left, machine), operand(right, machine)], machine, { out: left });
}

const unaryNames: Readonly<Record<string, string>> = {
  '-': 'negative',
  '+': 'positive',
  '~': 'invert',
  abs: 'absolute',
};

/** `-a`, `+a`, `~a` and `abs(a)`. */
export function arrayUnary(op: string, value: Value, machine: Machine): Value {
  return unwrap(apply(ufuncNamed(unaryNames[op]!), [operand(value, machine)], machine));
}

/** `if array:`. @throws PyError ValueError for more than one element */
export function arrayTruth(a: NdArray): boolean {
  const size = sizeOf(a.shape);
  if (size === 1) {
    const item = (flat(a) as Items)[0];
    return !(item === 0 || item === 0n || item === '' || item === null || item === false);
  }
  if (size === 0) {
    throw new PyError(
      'ValueError',
      'The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.',
    );
  }
  throw new PyError(
    'ValueError',
    'The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()',
  );
}

/** `float(a)`, `int(a)`, `a.item()`: the one element as Python's own value. */
export function arrayItem(a: NdArray, conversion = 'scalar'): Value {
  if (sizeOf(a.shape) !== 1) {
    throw conversion === 'scalar'
      ? new PyError('ValueError', 'can only convert an array of size 1 to a Python scalar')
      : new PyError('TypeError', 'only 0-dimensional arrays can be converted to Python scalars');
  }
  return itemValue((flat(a) as Items)[0]!, a.dtype);
}
