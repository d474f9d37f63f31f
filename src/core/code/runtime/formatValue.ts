import { PyError, type Value } from '../value';
import { formatFloat, formatInt, formatString, readFormatSpec } from '../text/formatSpec';
import type { Runtime } from './runtime';
import { typeName } from './typeName';

/** `format(value, spec)`, as f-strings and str.format ask for it. @throws PyError */
export function formatValue(value: Value, spec: string, runtime: Runtime): string {
  if (spec === '') {
    if (typeof value === 'object' && value !== null) {
      const method = runtime.special(value, '__format__');
      if (method !== undefined) return runtime.str(runtime.call(method, ['']));
    }
    return runtime.str(value);
  }
  switch (typeof value) {
    case 'number':
      return formatFloat(value, readFormatSpec(spec, 'float'));
    case 'bigint':
      return formatInt(value, readFormatSpec(spec, 'int'));
    case 'string':
      return formatString(value, readFormatSpec(spec, 'str'));
    case 'boolean': {
      const read = readFormatSpec(spec, 'bool');
      return read.type === '' ? formatString(value ? 'True' : 'False', read) : formatInt(value ? 1n : 0n, read);
    }
    default:
  }
  if (typeof value === 'object' && value !== null) {
    const scalar = value.kind === 'numpyScalar' || (value.kind === 'ndarray' && value.shape.length === 0);
    if (scalar) return formatScalar(value, spec, runtime);
    const method = runtime.special(value, '__format__');
    if (method !== undefined) return runtime.str(runtime.call(method, [spec]));
  }
  const name =
    typeof value === 'object' && value?.kind === 'ndarray' && value.library === 'numpy'
      ? 'numpy.ndarray'
      : typeName(value);
  throw new PyError('TypeError', `unsupported format string passed to ${name}.__format__`);
}

/** A scalar of NumPy or torch: without a type letter it keeps the digits of its own repr. */
function formatScalar(value: Value, spec: string, runtime: Runtime): string {
  const plain = runtime.call(runtime.attribute(value, 'item'), []);
  if (typeof plain === 'number') {
    const read = readFormatSpec(spec, 'float');
    if (read.type === '' && read.precision === undefined) {
      return formatString(runtime.str(value), { ...read, align: read.align === '' ? '>' : read.align });
    }
  }
  return formatValue(plain, spec, runtime);
}
