import { PyError, type Machine, type Value } from '../../value';
import { arrayIn, asArray, integer, integers, sequence, tuple } from '../asArray';
import { axisOf } from '../axes';
import { broadcastShape, broadcastTo, spread } from '../broadcast';
import { as } from '../cast';
import { arrayIndex, nonzero, setArrayIndex } from '../indexing';
import {
  copyOf,
  flat,
  indexArray,
  newArray,
  scatter,
  sizeOf,
  unwrap,
  wrap,
  type Items,
  type NdArray,
} from '../ndarray';
import { native } from '../signature';
import { arraysOf, stack, takeAlong } from './joining';
import { choose } from './rounding';
import { ravel, reshape } from './shape';

const everything: Value = { kind: 'slice', start: null, stop: null, step: null };

function along(axis: number, index: Value): Value {
  return tuple([...new Array<Value>(axis).fill(everything), index]);
}

/** An index for each axis, with those of `axis` given and the others counting. */
function gridIndex(indices: NdArray, axis: number): Value {
  return tuple(
    indices.shape.map((n, k) => {
      if (k === axis) return indices;
      const count = indexArray(Array.from({ length: n }, (_, i) => i));
      return reshape(
        count,
        indices.shape.map((_, d) => (d === k ? n : 1)),
      );
    }),
  );
}

function choices(m: Machine, index: NdArray, options: readonly NdArray[]): NdArray {
  const shape = broadcastShape([index.shape, ...options.map((a) => a.shape)]);
  const picks = spread(index, shape) as Items;
  const all = stack(
    options.map((a) => broadcastTo(a, shape)),
    0,
    m,
  );
  const data = flat(all) as Items;
  const size = sizeOf(shape);
  const out = newArray(all.dtype, shape);
  for (let i = 0; i < size; i++) {
    const at = Number(picks[i]);
    if (at < 0 || at >= options.length) throw new PyError('ValueError', 'invalid entry in choice array');
    (out.buffer as Items)[i] = data[at * size + i]!;
  }
  return out;
}

export const selection = [
  native('nonzero', 'a', (m, a) => tuple(nonzero(asArray(a, m)))),
  native('flatnonzero', 'a', (m, a) => nonzero(ravel(asArray(a, m)))[0]!),
  native('argwhere', 'a', (m, a) => stack(nonzero(asArray(a, m)), 1, m)),
  native('extract', 'condition, arr', (m, condition, a) =>
    arrayIndex(ravel(asArray(a, m)), as(ravel(asArray(condition, m)), 'bool'), m),
  ),
  native('compress', 'condition, a, axis=None', (m, condition, a, axis) => {
    const places = nonzero(asArray(condition, m))[0]!;
    const array = asArray(a, m);
    return axis === null
      ? arrayIndex(ravel(array), places, m)
      : arrayIndex(array, along(axisOf(integer(axis), array.shape.length), places), m);
  }),
  native('select', 'condlist, choicelist, default=0', (m, conditions, options, otherwise) => {
    const masks = arraysOf(conditions, m);
    const values = sequence(options, m) ?? [];
    if (masks.length !== values.length) {
      throw new PyError('ValueError', 'list of cases must be same length as list of conditions');
    }
    return unwrap(
      asArray(
        masks.reduceRight<Value>((rest, mask, i) => choose(m, mask, values[i]!, rest), otherwise),
        m,
      ),
    );
  }),
  native('choose', 'a, choices, out=None, mode="raise"', (m, a, options) =>
    unwrap(choices(m, asArray(a, m), arraysOf(options, m))),
  ),
  native('take', 'a, indices, axis=None, out=None, mode="raise"', (m, a, indices, axis) => {
    const array = axis === null ? ravel(asArray(a, m)) : asArray(a, m);
    const places = asArray(indices, m);
    const k = axis === null ? 0 : axisOf(integer(axis), array.shape.length);
    return arrayIndex(array, along(k, places.shape.length === 0 ? BigInt(integer(places)) : places), m);
  }),
  native('take_along_axis', 'arr, indices, axis=-1', (m, a, indices, axis) => {
    const array = asArray(a, m);
    const places = asArray(indices, m);
    if (axis === null) return arrayIndex(ravel(array), ravel(places), m);
    const k = axisOf(integer(axis), array.shape.length);
    return arrayIndex(array, gridIndex(places, k), m);
  }),
  native('put_along_axis', 'arr, indices, values, axis', (m, a, indices, values, axis) => {
    const array = asArray(a, m);
    setArrayIndex(array, gridIndex(asArray(indices, m), axisOf(integer(axis), array.shape.length)), values, m);
    return null;
  }),
  native('put', 'a, ind, v, mode="raise"', (m, a, ind, v) => {
    const array = asArray(a, m);
    const line = copyOf(ravel(array));
    const places = integers(ind, m);
    const given = flat(ravel(as(asArray(v, m), array.dtype))) as Items;
    places.forEach((place, i) =>
      setArrayIndex(line, BigInt(place), unwrap(wrap(array.dtype, [], [given[i % given.length]!] as never)), m),
    );
    scatter(array, line.buffer);
    return null;
  }),
  native('ix_', '*args', (m, args) => {
    const lists = arraysOf(args, m).map((a) => (a.dtype === 'bool' ? nonzero(a)[0]! : a));
    return tuple(
      lists.map((a, k) =>
        reshape(
          a,
          lists.map((_, d) => (d === k ? a.shape[0]! : 1)),
        ),
      ),
    );
  }),
  native('fill_diagonal', 'a, val, wrap=False', (m, a, value) => {
    const array = asArray(a, m);
    const n = Math.min(...array.shape);
    const count = indexArray(Array.from({ length: n }, (_, i) => i));
    setArrayIndex(array, tuple(array.shape.map(() => count)), value, m);
    return null;
  }),
  native('copyto', 'dst, src, casting="same_kind", where=True', (m, target, source, _casting, where) => {
    setArrayIndex(asArray(target, m), where === true ? { kind: 'ellipsis' } : where, source, m);
    return null;
  }),
  native('piecewise', 'x, condlist, funclist', (m, x, conditions, functions) => {
    const array = asArray(x, m);
    const masks = arraysOf(conditions, m).map((mask) => as(mask, 'bool'));
    const calls = sequence(functions, m) ?? [];
    const out = newArray(array.dtype, array.shape);
    if (calls.length === masks.length + 1) {
      const rest = Float64Array.from({ length: sizeOf(array.shape) }, (_, i) =>
        masks.some((mask) => (flat(mask) as Items)[i] !== 0) ? 0 : 1,
      );
      masks.push(wrap('bool', array.shape, rest));
    }
    masks.forEach((mask, i) => {
      const call = calls[i]!;
      const callable = typeof call === 'object' && arrayIn(call) === undefined;
      setArrayIndex(out, mask, callable ? m.call(call, [arrayIndex(array, mask, m)]) : call, m);
    });
    return out;
  }),
  native('delete', 'arr, obj, axis=None', (m, a, object, axis) => {
    const array = axis === null ? ravel(asArray(a, m)) : asArray(a, m);
    const k = axis === null ? 0 : axisOf(integer(axis), array.shape.length);
    const n = array.shape[k]!;
    const numbered = indexArray(Array.from({ length: n }, (_, i) => i));
    const index = sequence(object, m) ? asArray(object, m) : object;
    if (typeof index === 'bigint' && (Number(index) >= n || Number(index) < -n)) {
      throw new PyError('IndexError', `index ${index} is out of bounds for axis ${k} with size ${n}`);
    }
    const gone = new Set(integers(arrayIndex(numbered, index, m), m));
    return takeAlong(
      array,
      Array.from({ length: n }, (_, i) => i).filter((i) => !gone.has(i)),
      k,
      m,
    );
  }),
];
