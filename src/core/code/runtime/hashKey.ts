import { PyError, type Value } from '../value';

const identities = new WeakMap<object, number>();
let made = 0;

/** A number that tells an object from every other one. */
export function identity(value: object): number {
  let id = identities.get(value);
  if (id === undefined) {
    id = ++made;
    identities.set(value, id);
  }
  return id;
}

/** So that no two lists of keys are written alike. */
const lengthFirst = (key: string): string => `${key.length}:${key}`;

/**
 * A key under which equal values meet: 1, 1.0 and True are one key, and so are equal tuples.
 *
 * @param special asks an instance of the text for its `__hash__`
 * @throws PyError TypeError for a value that changes, such as a list
 */
export function hashKey(value: Value, special: (value: Value) => string | undefined): string {
  if (typeof value === 'string') return `s${value}`;
  if (typeof value === 'bigint') return `n${value}`;
  if (typeof value === 'number') {
    if (Number.isInteger(value)) return `n${BigInt(value)}`;
    return `f${value}`;
  }
  if (typeof value === 'boolean') return value ? 'n1' : 'n0';
  if (value === null) return 'N';
  switch (value.kind) {
    case 'tuple':
      return `t(${value.items.map((item) => lengthFirst(hashKey(item, special))).join(',')})`;
    case 'list':
    case 'dict':
    case 'slice':
      throw new PyError('TypeError', `unhashable type: '${value.kind}'`);
    case 'set':
      if (value.frozen !== true) throw new PyError('TypeError', "unhashable type: 'set'");
      return `z{${[...value.entries.keys()].sort().join('|')}}`;
    case 'ndarray':
      if (value.library === 'torch') return `o${identity(value)}`;
      throw new PyError('TypeError', "unhashable type: 'numpy.ndarray'");
    case 'numpyScalar': {
      const element = value.array.buffer[value.array.offset];
      if (typeof element === 'bigint' || typeof element === 'number' || typeof element === 'string') {
        return hashKey(element, special);
      }
      return `o${identity(value)}`;
    }
    case 'numpyType':
      return `T${value.name}`;
    case 'bytes':
      return `b${value.data.join(',')}`;
    case 'complex':
      return value.im === 0 ? hashKey(value.re, special) : `c${value.re},${value.im}`;
    case 'ellipsis':
      return 'E';
    case 'range':
      return `r${value.start},${value.stop},${value.step}`;
    case 'instance':
      return special(value) ?? `o${identity(value)}`;
    default:
      return `o${identity(value)}`;
  }
}
