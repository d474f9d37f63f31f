import { arrayIn } from '../numpy/asArray';
import { arrayIndex, arrayIterate, setArrayIndex } from '../numpy/indexing';
import { arrayAttribute, arrayLength, dtypeAttribute, scalarAttribute, setArrayAttribute } from '../numpy/methods';
import { only } from '../numpy/ndarray';
import { arrayInPlace, arrayItem, arrayOperator, arrayTruth, arrayUnary } from '../numpy/operators';
import { arrayRepr, arrayStr } from '../numpy/print/arrayText';
import { scalarRepr, scalarText } from '../numpy/print/scalarText';
import { callType } from '../numpy/scalarType';
import { isArrayLike, type ArrayLibrary } from '../runtime/arrays';
import { unsupported } from '../runtime/binary';
import { equal, order } from '../runtime/compare';
import type { Runtime } from '../runtime/runtime';
import { stringRepr } from '../text/stringRepr';
import type { Machine, NumpyScalar, NumpyType } from '../value';

function scalarOf(value: NumpyScalar, machine: Machine, form: 'str' | 'repr'): string {
  const item = only(value.array);
  const { dtype } = value.array;
  if (dtype === 'bool') {
    const word = item === 0 || item === false ? 'False' : 'True';
    return form === 'str' ? word : `np.${word}`;
  }
  if (typeof item === 'string') return form === 'str' ? item : `np.str_(${stringRepr(item)})`;
  if (typeof item !== 'number' && typeof item !== 'bigint') return machine[form](item);
  return form === 'str' ? scalarText(item, dtype) : scalarRepr(item, dtype);
}

function typeText(type: NumpyType, form: 'str' | 'repr'): string {
  return form === 'str' || type.name.startsWith('torch.') ? type.name : `dtype('${type.name}')`;
}

/** NumPy's arrays and scalars, as the evaluator asks for them. */
export const arrayLibrary: ArrayLibrary = {
  binary(operator, left, right, machine) {
    const value = arrayOperator(operator, left, right, machine);
    if (value === undefined) throw unsupported(operator, left, right);
    return value;
  },
  inPlace(operator, left, right, machine) {
    const value = arrayInPlace(operator, left, right, machine);
    return value ?? this.binary(operator, left, right, machine);
  },
  unary: (operator, value, machine) => arrayUnary(operator, value, machine),
  compare(operator, left, right, machine) {
    const value = arrayOperator(operator, left, right, machine);
    if (value !== undefined) return value;
    if (operator === '==' || operator === '!=') return operator === '!=';
    if (isArrayLike(left) && isArrayLike(right)) return equal(left, right, machine as Runtime);
    return order(operator, left, right, machine as Runtime);
  },
  attribute(value, name, machine) {
    if (value.kind === 'numpyType') return dtypeAttribute(value, name);
    if (value.kind === 'numpyScalar') return scalarAttribute(value, name, machine);
    return arrayAttribute(value, name, machine);
  },
  setAttribute(value, name, item, machine) {
    setArrayAttribute(value, name, item, machine);
    return true;
  },
  getItem: (value, index, machine) => arrayIndex(arrayIn(value)!, index, machine),
  setItem: (value, index, item, machine) => setArrayIndex(value, index, item, machine),
  items: (value) => arrayIterate(arrayIn(value)!),
  length: (value) => Number(arrayLength(arrayIn(value)!)),
  truth: (value) => arrayTruth(arrayIn(value)!),
  str(value, machine) {
    if (value.kind === 'numpyType') return typeText(value, 'str');
    if (value.kind === 'numpyScalar') return scalarOf(value, machine, 'str');
    return arrayStr(value, machine);
  },
  repr(value, machine) {
    if (value.kind === 'numpyType') return typeText(value, 'repr');
    if (value.kind === 'numpyScalar') return scalarOf(value, machine, 'repr');
    return arrayRepr(value, machine);
  },
  plain: (value) => arrayItem(arrayIn(value)!),
  callType: (type, args, _keywords, machine) => callType(type, args, machine),
};
