import { PyError, type Machine, type PyNative, type Value } from '../value';
import { arrayIn, asArray, integer, integers, list, sequence, shapeTuple, tuple } from './asArray';
import { astype, element, itemValue } from './cast';
import { dtypeInfo, dtypeOf, isFloat, numpyType } from './dtype';
import { diagonal } from './functions/creation';
import { ravel, reshape, transpose } from './functions/shape';
import { arrayIndex, arrayIterate, setArrayIndex } from './indexing';
import { copyOf, flat, isContiguous, scatter, sizeOf, unwrap, view, type Items, type NdArray } from './ndarray';
import { arrayItem } from './operators';
import { native } from './signature';
import { transposed } from './ufunc/apply';

type Method = (self: NdArray, name: string) => PyNative;

/** Nested lists of Python's own numbers. */
export function toList(a: NdArray): Value {
  const walk = (axis: number, at: number): Value => {
    if (axis === a.shape.length) return itemValue((a.buffer as Items)[at]!, a.dtype);
    return list(Array.from({ length: a.shape[axis]! }, (_, i) => walk(axis + 1, at + i * a.strides[axis]!)));
  };
  return walk(0, a.offset);
}

/** A shape or axes given as one tuple or as arguments. */
function spelled(args: Value, machine: Machine): number[] {
  const items = sequence(args, machine)!;
  return items.length === 1 ? integers(items[0]!, machine) : items.map(integer);
}

function item(self: NdArray, args: Value, machine: Machine): Value {
  const places = sequence(args, machine)!;
  if (places.length === 0) return arrayItem(self);
  const index =
    places.length === 1 && places[0] !== null && typeof places[0] !== 'object'
      ? places[0]!
      : tuple(places.length === 1 ? (sequence(places[0]!, machine) ?? places) : places);
  const source = typeof index === 'bigint' ? ravel(self) : self;
  return arrayItem(asArray(arrayIndex(source, index, machine), machine));
}

/** Methods that are no functions of the module too. */
const own: Readonly<Record<string, Method>> = {
  reshape: (self, name) =>
    native(name, '*shape, **kw', (m, shape, keywords) => {
      const order =
        keywords !== null && typeof keywords === 'object' && keywords.kind === 'dict'
          ? [...keywords.entries.values()].find(([key]) => key === 'order')?.[1]
          : undefined;
      return reshape(self, spelled(shape, m), order === 'F' ? 'F' : 'C');
    }),
  transpose: (self, name) =>
    native(name, '*axes', (m, axes) => {
      const items = sequence(axes, m)!;
      return transpose(self, items.length === 0 || items[0] === null ? undefined : spelled(axes, m));
    }),
  flatten: (self, name) => native(name, 'order="C"', (_m, order) => copyOf(ravel(self, order === 'F' ? 'F' : 'C'))),
  copy: (self, name) =>
    native(name, 'order="C"', (m) => {
      m.allocate(sizeOf(self.shape));
      return copyOf(self);
    }),
  __copy__: (self, name) => native(name, '', () => copyOf(self)),
  __deepcopy__: (self, name) => native(name, 'memo=None', () => copyOf(self)),
  __len__: (self, name) => native(name, '', () => arrayLength(self)),
  __array__: (self, name) => native(name, 'dtype=None', () => self),
  __getitem__: (self, name) => native(name, 'index', (m, index) => arrayIndex(self, index, m)),
  __setitem__: (self, name) =>
    native(name, 'index, value', (m, index, value) => {
      setArrayIndex(self, index, value, m);
      return null;
    }),
  astype: (self, name) =>
    native(
      name,
      'dtype, order="K", casting="unsafe", subok=True, copy=True',
      (m, dtype, _order, _casting, _subok, copy) => {
        const wanted = dtypeOf(dtype, m) ?? 'float64';
        if (copy === false && wanted === self.dtype) return self;
        m.allocate(sizeOf(self.shape));
        return astype(self, wanted, m);
      },
    ),
  view: (self, name) =>
    native(name, 'dtype=None', (_m, dtype) => {
      if (dtype !== null) throw new PyError('NotImplementedError', 'view with another dtype is not worked out');
      return view(self, self.shape, self.strides);
    }),
  tolist: (self, name) =>
    native(name, '', (m) => {
      m.allocate(sizeOf(self.shape));
      return toList(self);
    }),
  item: (self, name) => native(name, '*args', (m, args) => item(self, args, m)),
  fill: (self, name) =>
    native(name, 'value', (_m, value) => {
      const filled = element(self.dtype, value);
      scatter(
        self,
        Array.from({ length: sizeOf(self.shape) }, () => filled),
      );
      return null;
    }),
  sort: (self, name) =>
    native(name, 'axis=-1, kind=None, order=None', (m, axis) => {
      const made = m.call(functionOf(m, 'sort'), [self, axis]);
      scatter(self, flat(asArray(made, m)));
      return null;
    }),
  diagonal: (self, name) =>
    native(name, 'offset=0, axis1=0, axis2=1', (_m, k, one, other) =>
      diagonal(self, integer(k), integer(one), integer(other)),
    ),
  itemset: (_self, name) => {
    throw new PyError(
      'AttributeError',
      `\`${name}\` was removed from the ndarray class in NumPy 2.0. Use \`arr[index] = value\` instead.`,
    );
  },
};

/** Methods that are functions of the module with the array as first argument. */
const shared = new Set([
  'sum',
  'prod',
  'mean',
  'std',
  'var',
  'max',
  'min',
  'any',
  'all',
  'argmax',
  'argmin',
  'cumsum',
  'cumprod',
  'argsort',
  'argpartition',
  'clip',
  'round',
  'dot',
  'trace',
  'ravel',
  'squeeze',
  'swapaxes',
  'repeat',
  'take',
  'put',
  'nonzero',
  'searchsorted',
  'choose',
  'compress',
  'conj',
  'conjugate',
]);

function functionOf(machine: Machine, name: string): Value {
  const functions = machine.state.get('numpy.functions') as ReadonlyMap<string, Value> | undefined;
  return functions?.get(name) ?? null;
}

/** `len(array)`. @throws PyError TypeError for an array of no dimensions */
export function arrayLength(a: NdArray): bigint {
  if (a.shape.length === 0) throw new PyError('TypeError', 'len() of unsized object');
  return BigInt(a.shape[0]!);
}

function flags(a: NdArray): Value {
  const members = new Map<string, Value>([
    ['c_contiguous', isContiguous(a)],
    ['f_contiguous', isContiguous(transposed(a))],
    ['owndata', a.buffer.length === sizeOf(a.shape)],
    ['writeable', true],
  ]);
  return { kind: 'object', type: 'flagsobj', get: (name) => members.get(name) };
}

/** `array.name`; undefined when arrays have no such attribute. */
export function arrayAttribute(a: NdArray, name: string, machine: Machine): Value | undefined {
  const { itemsize } = dtypeInfo[a.dtype];
  switch (name) {
    case 'shape':
      return shapeTuple(a.shape);
    case 'dtype':
      return numpyType(a.dtype);
    case 'ndim':
      return BigInt(a.shape.length);
    case 'size':
      return BigInt(sizeOf(a.shape));
    case 'itemsize':
      return BigInt(itemsize);
    case 'nbytes':
      return BigInt(itemsize * sizeOf(a.shape));
    case 'strides':
      return shapeTuple(
        a.strides.map((stride, k) => (a.shape[k] === 1 && stride === 0 ? itemsize : stride * itemsize)),
      );
    case 'T':
      return transposed(a);
    case 'mT':
      return transpose(a, [...a.shape.map((_, k) => k).slice(0, -2), a.shape.length - 1, a.shape.length - 2]);
    case 'flat':
      return flatIterator(a);
    case 'real':
      return a;
    case 'base':
      return null;
    case 'flags':
      return flags(a);
  }
  if (own[name]) return own[name](a, name);
  if (!shared.has(name)) return undefined;
  const callee = functionOf(machine, name);
  if (callee === null) return undefined;
  return { kind: 'native', name, call: (args, keywords, m) => m.call(callee, [a, ...args], keywords) };
}

function flatIterator(a: NdArray): Value {
  const source = arrayIterate(ravel(a));
  const line = ravel(a);
  return {
    kind: 'object',
    type: 'flatiter',
    get: (name) => {
      if (name === '__iter__')
        return native(name, '', () => ({ kind: 'iterator', type: 'flatiter', next: () => source.next() }));
      if (name === '__getitem__') return native(name, 'index', (m, index) => arrayIndex(line, index, m));
      if (name === '__len__') return native(name, '', () => arrayLength(line));
      return undefined;
    },
  };
}

/** `array.shape = ...`. @throws PyError AttributeError for what cannot be set */
export function setArrayAttribute(a: NdArray, name: string, value: Value, machine: Machine): void {
  if (name !== 'shape') {
    throw new PyError('AttributeError', `attribute '${name}' of 'numpy.ndarray' objects is not writable`);
  }
  const made = reshape(a, integers(value, machine));
  if (made.buffer !== a.buffer) {
    throw new PyError(
      'AttributeError',
      'Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape.',
    );
  }
  a.shape = made.shape;
  a.strides = made.strides;
}

/** `np.float64(0.5).name`: scalars have what arrays of no dimensions have. */
export function scalarAttribute(value: Value, name: string, machine: Machine): Value | undefined {
  const a = arrayIn(value)!;
  if (name === 'is_integer' && isFloat(a.dtype)) return native(name, '', () => Number.isInteger(arrayItem(a)));
  const found = arrayAttribute(a, name, machine);
  return found !== null && typeof found === 'object' && found.kind === 'ndarray' ? unwrap(found) : found;
}

/** `array.dtype.name`, `.kind`, `.itemsize`. */
export function dtypeAttribute(value: Value, name: string): Value | undefined {
  const dtype = dtypeOf(value)!;
  const info = dtypeInfo[dtype];
  if (name === 'name' || name === '__name__') return dtype;
  if (name === 'kind') return info.kind;
  if (name === 'itemsize') return BigInt(info.itemsize);
  if (name === 'char') return info.code;
  if (name === 'str') return info.itemsize === 1 ? `|${info.code}` : `<${info.code}`;
  if (name === 'type') return value;
  return undefined;
}
