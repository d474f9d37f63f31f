import { PyError, type Machine, type Value } from '../../value';
import { arrayIn, asArray, integer, sequence, tuple } from '../asArray';
import { broadcastShape, broadcastTo } from '../broadcast';
import { as, itemValue } from '../cast';
import { dtypeInfo, dtypeOf, fitter, isFloat, numpyType } from '../dtype';
import { nonzero } from '../indexing';
import { copyOf, flat, newBuffer, numbers, scatter, sizeOf, unwrap, wrap, type Items, type NdArray } from '../ndarray';
import { operand } from '../operand';
import { native } from '../signature';
import { apply } from '../ufunc/apply';
import { rint, ufuncNamed } from '../ufunc/define';
import { commonType, weakOf } from '../ufunc/resolve';
import { outOf } from '../ufunc/ufuncObject';

/** To decimals, ties to even: scaled, rounded and scaled back, as NumPy does. */
export function round(a: NdArray, decimals: number): NdArray {
  if (!isFloat(a.dtype)) {
    if (decimals >= 0 || a.dtype === 'bool') return copyOf(a);
    const scale = 10 ** -decimals;
    return as(
      {
        ...wrap(
          'float64',
          a.shape,
          numbers(a).map((x) => rint(x / scale) * scale),
        ),
        library: a.library,
      },
      a.dtype,
    );
  }
  const fit = fitter(a.dtype);
  const scale = fit(10 ** Math.abs(decimals));
  const made = numbers(a).map(
    decimals === 0
      ? rint
      : decimals > 0
        ? (x) => (Number.isFinite(x) ? fit(rint(fit(x * scale)) / scale) : x)
        : (x) => fit(rint(fit(x / scale)) * scale),
  );
  return { ...wrap(a.dtype, a.shape, made), library: a.library };
}

function stored(made: NdArray, out: Value): Value {
  const target = outOf(out);
  if (!target) return unwrap(made);
  scatter(target, flat(as(made, target.dtype)));
  return target;
}

export function clip(m: Machine, a: Value, least: Value, most: Value, out: Value): Value {
  let made: Value = a;
  if (least !== null) made = apply(ufuncNamed('maximum'), [operand(made, m), operand(least, m)], m);
  if (most !== null) made = apply(ufuncNamed('minimum'), [operand(made, m), operand(most, m)], m);
  return stored(asArray(made, m), out);
}

/** `np.where(condition, x, y)`. */
export function choose(m: Machine, condition: NdArray, x: Value, y: Value): NdArray {
  const [one, other] = [operand(x, m), operand(y, m)];
  const dtype = commonType([one, other]);
  const shape = broadcastShape([condition.shape, one.array.shape, other.array.shape]);
  m.allocate(sizeOf(shape));
  m.spend(sizeOf(shape));
  const pick = flat(broadcastTo(as(condition, 'bool'), shape)) as Items;
  const a = flat(broadcastTo(as(one.array, dtype), shape)) as Items;
  const b = flat(broadcastTo(as(other.array, dtype), shape)) as Items;
  const out = newBuffer(dtype, pick.length);
  for (let i = 0; i < pick.length; i++) (out as Items)[i] = pick[i] !== 0 ? a[i]! : b[i]!;
  return wrap(dtype, shape, out);
}

function rounder(name: string) {
  return native(name, 'a, decimals=0, out=None', (m, a, decimals, out) =>
    stored(round(asArray(a, m), integer(decimals)), out),
  );
}

function two(name: string, first: string, second: string) {
  return native(name, 'x1, x2', (m, a, b) => {
    const operands = [operand(a, m), operand(b, m)];
    return tuple([unwrap(apply(ufuncNamed(first), operands, m)), unwrap(apply(ufuncNamed(second), operands, m))]);
  });
}

function floatMap(name: string, f: (x: number) => number) {
  return native(name, 'x', (m, x) => {
    const a = asArray(x, m);
    const dtype = isFloat(a.dtype) ? a.dtype : 'float64';
    const fit = fitter(dtype);
    return unwrap(
      wrap(
        dtype,
        a.shape,
        numbers(as(a, dtype)).map((each) => fit(f(each))),
      ),
    );
  });
}

/** `np.finfo` and `np.iinfo`. */
function info(name: string, members: (dtype: ReturnType<typeof dtypeOf>) => Map<string, Value>) {
  return native(name, 'dtype', (m, dtype) => {
    const known = members(
      arrayIn(dtype)?.dtype ??
        (typeof dtype === 'bigint' ? 'int64' : typeof dtype === 'number' ? 'float64' : dtypeOf(dtype, m)),
    );
    return { kind: 'object', type: name, get: (member) => known.get(member) };
  });
}

const floatLimits: Readonly<Record<string, readonly [number, number, number, number]>> = {
  float16: [2 ** -10, 65504, 2 ** -14, 2 ** -24],
  float32: [2 ** -23, (2 - 2 ** -23) * 2 ** 127, 2 ** -126, 2 ** -149],
  float64: [2 ** -52, Number.MAX_VALUE, 2 ** -1022, 5e-324],
};

export const rounding = [
  rounder('round'),
  rounder('around'),
  native('fix', 'x, out=None', (m, x, out) => stored(apply(ufuncNamed('trunc'), [operand(x, m)], m), out)),
  native(
    'clip',
    'a, a_min=None, a_max=None, out=None, *, min=None, max=None, dtype=None',
    (m, a, least, most, out, min, max) => clip(m, a, least ?? min, most ?? max, out),
  ),
  native('where', 'condition, x=None, y=None, /', (m, condition, x, y) => {
    const mask = asArray(condition, m);
    if (x === null && y === null) return tuple(nonzero(mask));
    return unwrap(choose(m, mask, x, y));
  }),
  native('nan_to_num', 'x, copy=True, nan=0.0, posinf=None, neginf=None', (m, x, copy, nan, posinf, neginf) => {
    const a = asArray(x, m);
    if (!isFloat(a.dtype)) return unwrap(copyOf(a));
    const most = (floatLimits[a.dtype] ?? floatLimits.float32!)[1];
    const fit = fitter(a.dtype);
    const [n, p, q] = [nan, posinf ?? most, neginf ?? -most].map((each) => fit(Number(itemOf(each))));
    const made = wrap(
      a.dtype,
      a.shape,
      numbers(a).map((v) => (Number.isNaN(v) ? n! : v === Infinity ? p! : v === -Infinity ? q! : v)),
    );
    if (copy === false && x !== null && typeof x === 'object' && x.kind === 'ndarray') {
      scatter(x, made.buffer);
      return x;
    }
    return unwrap(made);
  }),
  two('divmod', 'floor_divide', 'remainder'),
  native('modf', 'x', (m, x) => {
    const a = asArray(x, m);
    const data = numbers(a);
    const dtype = isFloat(a.dtype) ? a.dtype : 'float64';
    const fraction = data.map((v) => (Math.abs(v) === Infinity ? 0 : v % 1));
    return tuple([unwrap(wrap(dtype, a.shape, fraction)), unwrap(wrap(dtype, a.shape, data.map(Math.trunc)))]);
  }),
  floatMap('sinc', (x) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x))),
  floatMap('i0', (x) => {
    let [sum, term] = [1, 1];
    for (let k = 1; k < 500 && term > sum * 1e-17; k++) sum += term *= (x / (2 * k)) ** 2;
    return sum;
  }),
  floatMap('real_if_close', (x) => x),
  info('finfo', (dtype) => {
    const limits = floatLimits[dtype ?? 'float64'];
    if (!limits) throw new PyError('ValueError', `data type ${dtype ?? ''} not inexact`);
    const of = (x: number): Value => unwrap(wrap(dtype ?? 'float64', [], Float64Array.of(x)));
    const [eps, max, tiny, smallest] = limits;
    return new Map<string, Value>([
      ['eps', of(eps)],
      ['max', of(max)],
      ['min', of(-max)],
      ['tiny', of(tiny)],
      ['smallest_normal', of(tiny)],
      ['smallest_subnormal', of(smallest)],
      ['epsneg', of(eps / 2)],
      ['bits', BigInt(dtypeInfo[dtype ?? 'float64'].itemsize * 8)],
      ['dtype', numpyType(dtype ?? 'float64')],
    ]);
  }),
  info('iinfo', (dtype) => {
    if (!dtype || isFloat(dtype)) throw new PyError('ValueError', "Invalid integer data type 'f'.");
    const bits = BigInt(dtypeInfo[dtype].itemsize * 8);
    const unsigned = dtypeInfo[dtype].kind === 'u';
    return new Map<string, Value>([
      ['max', unsigned ? (1n << bits) - 1n : (1n << (bits - 1n)) - 1n],
      ['min', unsigned ? 0n : -(1n << (bits - 1n))],
      ['bits', bits],
      ['dtype', numpyType(dtype)],
    ]);
  }),
  native('isscalar', 'element', (_m, x) =>
    x === null || typeof x !== 'object' ? x !== null : x.kind === 'numpyScalar',
  ),
  native(
    'iterable',
    'y',
    (m, y) => sequence(y, m) !== undefined || (arrayIn(y)?.shape.length ?? 0) > 0 || typeof y === 'string',
  ),
  native('result_type', '*args', (m, args) =>
    numpyType(commonType(sequence(args, m)!.map((each) => typeOperand(m, each)))),
  ),
  native('promote_types', 'type1, type2', (m, a, b) => numpyType(commonType([typeOperand(m, a), typeOperand(m, b)]))),
];

function typeOperand(m: Machine, value: Value) {
  if (arrayIn(value) || weakOf(value) || typeof value === 'boolean') return operand(value, m);
  return { array: wrap(dtypeOf(value, m)!, [], newBuffer(dtypeOf(value, m)!, 1)), weak: undefined };
}

function itemOf(value: Value): Value {
  const a = arrayIn(value);
  return a ? itemValue((flat(a) as Items)[0]!, a.dtype) : value;
}
