import { PyError, type Machine, type Native, type OpaqueObject, type Value } from '../../value';
import { asArray, integer, typeName } from '../asArray';
import { axesOf, axisOf } from '../axes';
import { broadcastTo } from '../broadcast';
import { as } from '../cast';
import { dtypeOf } from '../dtype';
import { arrayIndex } from '../indexing';
import { operand } from '../operand';
import { flat, positions, unwrap, view, type NdArray } from '../ndarray';
import { native } from '../signature';
import { apply } from './apply';
import type { Ufunc } from './define';
import { accumulate, reduce } from './reduce';
import type { Operand } from './resolve';

/** `out=`: an array, or a tuple of one. */
export function outOf(value: Value | undefined): NdArray | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'object' && value.kind === 'tuple') return outOf(value.items[0]);
  if (typeof value === 'object' && value.kind === 'ndarray') return value;
  throw new PyError('TypeError', 'return arrays must be of ArrayType');
}

export function whereOf(value: Value | undefined, machine: Machine): NdArray | undefined {
  return value === undefined || value === null || value === true ? undefined : as(asArray(value, machine), 'bool');
}

const known = new Set(['out', 'where', 'dtype', 'casting', 'order', 'subok', 'axis', 'axes', 'keepdims', 'signature']);

/** Calls a ufunc as Python code does. */
function callOf(ufunc: Ufunc): Native {
  return (args, keywords, machine) => {
    const { name, operands } = ufunc;
    if (args.length < operands || args.length > operands + 1) {
      throw new PyError(
        'TypeError',
        `${name}() takes from ${operands} to ${operands + 1} positional arguments but ${args.length} were given`,
      );
    }
    for (const key of keywords.keys()) {
      if (!known.has(key)) throw new PyError('TypeError', `${name}() got an unexpected keyword argument '${key}'`);
    }
    const out = outOf(args[operands] ?? keywords.get('out'));
    const casting = keywords.get('casting');
    for (const arg of args.slice(0, operands)) {
      if (arg === null || (typeof arg === 'object' && (arg.kind === 'instance' || arg.kind === 'dict'))) {
        throw new PyError(
          'TypeError',
          operands === 1
            ? `loop of ufunc does not support argument 0 of type ${typeName(arg)} which has no callable ${name} method`
            : `unsupported operand type(s) for ${name}: '${typeName(args[0]!)}' and '${typeName(args[1]!)}'`,
        );
      }
    }
    const made = apply(
      ufunc,
      args.slice(0, operands).map((arg) => operand(arg, machine)),
      machine,
      {
        out,
        where: whereOf(keywords.get('where'), machine),
        dtype: dtypeOf(keywords.get('dtype') ?? null, machine),
        casting: typeof casting === 'string' ? casting : undefined,
      },
    );
    return out ?? unwrap(made);
  };
}

function outer(ufunc: Ufunc, one: Value, other: Value, machine: Machine): Value {
  const a = operand(one, machine);
  const b = operand(other, machine);
  const shape = [...a.array.shape, ...b.array.shape.map(() => 1)];
  const strides = [...a.array.strides, ...b.array.strides.map(() => 0)];
  return unwrap(apply(ufunc, [{ ...a, array: view(a.array, shape, strides) }, b], machine));
}

/** `np.add.at(a, indices, b)`: unbuffered, so that a place named twice is changed twice. */
function at(ufunc: Ufunc, target: Value, indices: Value, values: Value, machine: Machine): Value {
  if (target === null || typeof target !== 'object' || target.kind !== 'ndarray') {
    throw new PyError('TypeError', 'first operand must be array');
  }
  const numbered: NdArray = {
    ...target,
    dtype: 'int64',
    buffer: BigInt64Array.from(target.buffer, (_, i) => BigInt(i)),
  };
  const places = asArray(arrayIndex(numbered, indices, machine), machine);
  const order = Array.from(flat(places) as BigInt64Array, Number);
  const memory: NdArray = { ...target, shape: [target.buffer.length], strides: [1], offset: 0 };
  const given = ufunc.operands === 2 ? operand(values, machine) : undefined;
  const wide = given && broadcastTo(given.array, places.shape);
  const from = wide && positions(wide.shape, wide.strides, wide.offset);
  order.forEach((place, i) => {
    const operands: Operand[] = [{ array: view(memory, [], [], place), weak: undefined }];
    if (given && from) operands.push({ array: view(given.array, [], [], from[i]), weak: given.weak });
    apply(ufunc, operands, machine, { out: view(memory, [], [], place) });
  });
  return null;
}

function members(ufunc: Ufunc): ReadonlyMap<string, Value> {
  const name = ufunc.name;
  return new Map<string, Value>([
    ['__name__', name],
    ['nin', BigInt(ufunc.operands)],
    ['nout', 1n],
    [
      'reduce',
      native(
        'reduce',
        'array, axis=0, dtype=None, out=None, keepdims=False, initial=None, where=True',
        (m, array, axis, dtype, out, keepdims, initial, where) => {
          const a = asArray(array, m);
          const options = {
            dtype: dtypeOf(dtype, m),
            out: outOf(out),
            keepdims: m.truth(keepdims),
            initial,
            where: whereOf(where, m),
          };
          const made = reduce(ufunc, a, axesOf(axis, a.shape.length, m), m, options);
          return outOf(out) ?? unwrap(made);
        },
      ),
    ],
    [
      'accumulate',
      native('accumulate', 'array, axis=0, dtype=None, out=None', (m, array, axis, dtype) => {
        const a = asArray(array, m);
        return accumulate(ufunc, a, axisOf(integer(axis), a.shape.length), m, dtypeOf(dtype, m));
      }),
    ],
    ['outer', native('outer', 'A, B', (m, a, b) => outer(ufunc, a, b, m))],
    ['at', native('at', 'a, indices, b=None', (m, a, indices, b) => at(ufunc, a, indices, b, m))],
  ]);
}

/** `np.add` and its kin: callable, with `reduce`, `accumulate`, `outer` and `at`. */
export function ufuncObject(ufunc: Ufunc): OpaqueObject {
  let known: ReadonlyMap<string, Value> | undefined;
  return {
    kind: 'object',
    type: 'ufunc',
    get: (name) => (known ??= members(ufunc)).get(name),
    call: callOf(ufunc),
    repr: () => `<ufunc '${ufunc.name}'>`,
  };
}
