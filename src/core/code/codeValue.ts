import type { NdArray } from './numpy/ndarray';
import type { Interpreter } from './runtime/interpreter';
import { typeName } from './runtime/typeName';
import type { Value } from './value';
import type { CodeArray, CodeValue } from './workedOut';

const DEEPEST = 12;

/** How many numbers one snapshot may still take. */
export interface Room {
  left: number;
}

/** A copy of a value that stays as it is while the program goes on; undefined when there is no more room. */
export function codeValue(value: Value, runtime: Interpreter, room: Room, depth = 0): CodeValue | undefined {
  if (--room.left < 0 || depth > DEEPEST) return undefined;
  if (value === null) return { kind: 'none' };
  switch (typeof value) {
    case 'boolean':
      return { kind: 'boolean', value };
    case 'number':
      return { kind: 'number', value, type: 'float' };
    case 'bigint': {
      const float = Number(value);
      if (Number.isSafeInteger(float)) return { kind: 'number', value: float, type: 'int' };
      return { kind: 'number', value: float, type: 'int', exact: String(value) };
    }
    case 'string':
      room.left -= value.length / 16;
      return { kind: 'string', value };
    default:
  }
  switch (value.kind) {
    case 'list':
    case 'tuple':
      return sequence(value.kind, value.items, runtime, room, depth);
    case 'set':
      return sequence('list', [...value.entries.values()], runtime, room, depth);
    case 'dict': {
      const entries: (readonly [string, CodeValue])[] = [];
      for (const [key, item] of value.entries.values()) {
        const copy = codeValue(item, runtime, room, depth + 1);
        if (copy === undefined) return undefined;
        entries.push([typeof key === 'string' ? key : runtime.repr(key), copy]);
      }
      return { kind: 'dict', entries };
    }
    case 'ndarray':
      return arrayValue(value, room);
    case 'numpyScalar': {
      const { dtype, buffer, offset } = value.array;
      const element = buffer[offset];
      if (dtype === 'str') return { kind: 'string', value: element as string };
      if (dtype === 'bool') return { kind: 'boolean', value: Number(element) !== 0 };
      if (dtype === 'object') return undefined;
      return { kind: 'number', value: Number(element), type: dtype };
    }
    case 'function':
    case 'native':
      return { kind: 'function', name: value.name };
    case 'unknown': {
      const { reason, start, end } = value;
      const example = value.example === undefined ? undefined : codeValue(value.example, runtime, room, depth + 1);
      return example === undefined
        ? { kind: 'unknown', reason, start, end }
        : { kind: 'unknown', reason, start, end, example };
    }
    default:
      return { kind: 'object', type: typeName(value), text: depth === 0 ? typeName(value) : '' };
  }
}

function sequence(
  kind: 'list' | 'tuple',
  items: readonly Value[],
  runtime: Interpreter,
  room: Room,
  depth: number,
): CodeValue | undefined {
  const copies: CodeValue[] = [];
  for (const item of items) {
    const copy = codeValue(item, runtime, room, depth + 1);
    if (copy === undefined) return undefined;
    copies.push(copy);
  }
  return { kind, items: copies };
}

function arrayValue(array: NdArray, room: Room): CodeValue | undefined {
  const size = array.shape.reduce((product, length) => product * length, 1);
  room.left -= size;
  if (room.left < 0) return undefined;
  const type = array.library === 'torch' ? `torch.${array.dtype}` : array.dtype;
  if (array.dtype === 'object' || array.dtype === 'str') {
    return { kind: 'object', type: `ndarray of ${array.dtype}`, text: '' };
  }
  const copy: CodeArray = { data: flat(array, size), shape: [...array.shape], dtype: array.dtype };
  return { kind: 'array', array: copy, type };
}

/** The elements in row-major order. */
function flat(array: NdArray, size: number): Float64Array {
  const { shape, strides, buffer } = array;
  const data = new Float64Array(size);
  const index = new Array<number>(shape.length).fill(0);
  let at = array.offset;
  for (let i = 0; i < size; i++) {
    data[i] = Number(buffer[at]);
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      at += strides[axis]!;
      if (++index[axis]! < shape[axis]!) break;
      at -= strides[axis]! * shape[axis]!;
      index[axis] = 0;
    }
  }
  return data;
}
