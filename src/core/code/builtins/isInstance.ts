import type { Value } from '../value';
import { isSubclass } from '../runtime/classes';
import type { Runtime } from '../runtime/runtime';
import { typeName } from '../runtime/typeName';

const floats = ['floating', 'inexact', 'number', 'generic'];
const wholes = ['integer', 'number', 'generic'];

/** `isinstance(value, type)` for one type. */
export function isInstanceOf(value: Value, type: Value, runtime: Runtime): boolean {
  if (typeof type !== 'object' || type === null) return value === null && type === null;
  if (type.kind === 'tuple') return type.items.some((one) => isInstanceOf(value, one, runtime));
  const name =
    type.kind === 'class' || type.kind === 'numpyType'
      ? type.name.replace(/^.*\./, '')
      : type.kind === 'object'
        ? type.type
        : '';
  if (name === 'object') return true;
  if (typeof value === 'object' && value?.kind === 'instance') {
    return type.kind === 'class' && isSubclass(value.class, type);
  }
  if (name === 'ndarray' || name === 'Tensor' || name === 'Parameter') {
    return (
      typeof value === 'object' && value?.kind === 'ndarray' && (value.library === 'torch') === (name !== 'ndarray')
    );
  }
  if (type.kind === 'class' && type.name === 'type') return typeof value === 'object' && value?.kind === 'class';
  const own = typeName(value);
  if (typeof value === 'object' && value?.kind === 'numpyScalar') {
    if (name === own || `${name}_` === own || name === `${own}_`) return true;
    if (own === 'float64' && type.kind === 'class' && name === 'float') return true;
    if (own.startsWith('float')) return floats.includes(name);
    if (own.includes('int'))
      return wholes.includes(name) || (own.startsWith('u') ? name === 'unsignedinteger' : name === 'signedinteger');
    return name === 'generic';
  }
  if (name === 'int' && own === 'bool') return true;
  if (name === 'dict' && own === 'defaultdict') return true;
  if (name === 'Callable') return typeof value === 'object' && (value?.kind === 'function' || value?.kind === 'native');
  const groups = abstract[name];
  return own === name || groups?.includes(own) === true;
}

const abstract: Readonly<Record<string, readonly string[]>> = {
  Number: ['int', 'float', 'bool', 'complex'],
  Real: ['int', 'float', 'bool'],
  Integral: ['int', 'bool'],
  Iterable: ['list', 'tuple', 'dict', 'set', 'str', 'range', 'generator', 'ndarray'],
  Sequence: ['list', 'tuple', 'str', 'range'],
  Mapping: ['dict', 'defaultdict'],
};
