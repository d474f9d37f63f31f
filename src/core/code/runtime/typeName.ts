import type { Value } from '../value';

/** `type(x).__name__` */
export function typeName(value: Value): string {
  if (value === null) return 'NoneType';
  switch (typeof value) {
    case 'boolean':
      return 'bool';
    case 'number':
      return 'float';
    case 'bigint':
      return 'int';
    case 'string':
      return 'str';
    default:
  }
  switch (value.kind) {
    case 'set':
      return value.frozen === true ? 'frozenset' : 'set';
    case 'dict':
      return value.factory === undefined ? 'dict' : 'defaultdict';
    case 'iterator':
    case 'object':
      return value.type;
    case 'native':
      return 'builtin_function_or_method';
    case 'class':
      return 'type';
    case 'instance':
      return value.class.name;
    case 'ndarray':
      return value.library === 'torch' ? 'Tensor' : 'ndarray';
    case 'numpyScalar':
      return value.array.dtype === 'bool' ? 'bool' : value.array.dtype === 'str' ? 'str_' : value.array.dtype;
    case 'numpyType':
      return 'type';
    case 'descriptor':
      return value.form === 'property' ? 'property' : `${value.form}method`;
    default:
      return value.kind;
  }
}
