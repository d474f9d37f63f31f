import { PyError, type Machine, type Value } from '../value';
import { arrayIn, asArray } from './asArray';
import { broadcastTo, tightShape } from './broadcast';
import { as, element } from './cast';
import { isInteger } from './dtype';
import {
  copyOf,
  flat,
  indexArray,
  newBuffer,
  scatter,
  sizeOf,
  unwrap,
  view,
  wrap,
  type Items,
  type NdArray,
} from './ndarray';
import { report } from './ufunc/errorState';
import { checked, nonzeroPositions, pick, type Picked } from './pick';

/** `array[index]`: a view for integers and slices, a copy for arrays and masks, a scalar where one element is left. */
export function arrayIndex(a: NdArray, index: Value, machine: Machine): Value {
  if (typeof index === 'bigint' && a.shape.length > 0) {
    const at = a.offset + checked(Number(index), a.shape[0]!, 0) * a.strides[0]!;
    return unwrap1(view(a, a.shape.slice(1), a.strides.slice(1), at));
  }
  const picked = pick(a, index, machine);
  if ('view' in picked) {
    const kept =
      index !== null &&
      typeof index === 'object' &&
      (index.kind === 'ellipsis' ||
        (index.kind === 'tuple' &&
          index.items.some((i) => i !== null && typeof i === 'object' && i.kind === 'ellipsis')));
    return kept ? picked.view : unwrap1(picked.view);
  }
  machine.spend(picked.at.length);
  machine.allocate(picked.at.length);
  const out = newBuffer(a.dtype, picked.at.length) as Items;
  const from = a.buffer as Items;
  for (let i = 0; i < picked.at.length; i++) out[i] = from[picked.at[i]!]!;
  return { ...wrap(a.dtype, picked.shape, out as NdArray['buffer']), library: a.library };
}

/** One element as a scalar of its own, which a later store into the array does not change. */
function unwrap1(a: NdArray): Value {
  if (a.shape.length > 0 || a.library === 'torch') return a;
  return unwrap(copyOf(a));
}

/** `array[index] = value`. */
export function setArrayIndex(a: NdArray, index: Value, value: Value, machine: Machine): void {
  const picked: Picked =
    typeof index === 'bigint' && a.shape.length > 0
      ? {
          view: view(
            a,
            a.shape.slice(1),
            a.strides.slice(1),
            a.offset + checked(Number(index), a.shape[0]!, 0) * a.strides[0]!,
          ),
        }
      : pick(a, index, machine);
  const shape = 'view' in picked ? picked.view.shape : picked.shape;
  const source = arrayIn(value);
  if (
    'view' in picked &&
    shape.length === 0 &&
    (source === undefined || sizeOf(source.shape) === 1) &&
    !isSequence(value)
  ) {
    if (source) castWarning(source, a, machine);
    (a.buffer as Items)[picked.view.offset] = element(a.dtype, value);
    return;
  }
  const given = source ?? asArray(value, machine, a.dtype === 'object' ? undefined : a.dtype);
  castWarning(given, a, machine);
  const data = flat(broadcastInto(as(given, a.dtype), shape, index));
  machine.spend(sizeOf(shape));
  if ('view' in picked) scatter(picked.view, sharesMemory(given, a) ? data.slice() : data);
  else {
    const to = a.buffer as Items;
    const from = (sharesMemory(given, a) ? data.slice() : data) as Items;
    for (let i = 0; i < picked.at.length; i++) to[picked.at[i]!] = from[i]!;
  }
}

function castWarning(from: NdArray, to: NdArray, machine: Machine): void {
  if (
    !isInteger(to.dtype) ||
    isInteger(from.dtype) ||
    from.dtype === 'bool' ||
    from.dtype === 'object' ||
    from.dtype === 'str'
  )
    return;
  const data = flat(from) as Float64Array;
  if (data.some((x) => !(Math.abs(x) < 9.3e18))) report(machine, 'invalid', 'cast');
}

function isSequence(value: Value): boolean {
  return value !== null && typeof value === 'object' && (value.kind === 'list' || value.kind === 'tuple');
}

function sharesMemory(a: NdArray, b: NdArray): boolean {
  return a.buffer === b.buffer;
}

function broadcastInto(given: NdArray, shape: readonly number[], index: Value): NdArray {
  let a = given;
  // leading axes of length 1 that the target lacks are dropped
  while (a.shape.length > shape.length && a.shape[0] === 1) a = view(a, a.shape.slice(1), a.strides.slice(1));
  try {
    return broadcastTo(a, shape);
  } catch {
    const byMask = arrayIn(index)?.dtype === 'bool' && arrayIn(index)!.shape.length > 0;
    if (byMask && a.shape.length === 1) {
      throw new PyError(
        'ValueError',
        `NumPy boolean array indexing assignment cannot assign ${a.shape[0]!} input values to the ${sizeOf(shape)} output values where the mask is true`,
      );
    }
    const fancy = arrayIn(index) !== undefined || isSequence(index);
    throw new PyError(
      'ValueError',
      fancy
        ? `shape mismatch: value array of shape ${tightShape(given.shape)}  could not be broadcast to indexing result of shape ${tightShape(shape)}`
        : `could not broadcast input array from shape ${tightShape(given.shape)} into shape ${tightShape(shape)}`,
    );
  }
}

/** `np.nonzero`: an index array for each axis. */
export function nonzero(a: NdArray): NdArray[] {
  return nonzeroPositions(as(a, 'bool')).map((each) => indexArray(each));
}

/** `for row in array`. @throws PyError TypeError for an array of no dimensions */
export function* arrayIterate(a: NdArray): Generator<Value, undefined> {
  if (a.shape.length === 0) throw new PyError('TypeError', 'iteration over a 0-d array');
  for (let i = 0; i < a.shape[0]!; i++) {
    yield unwrap1(view(a, a.shape.slice(1), a.strides.slice(1), a.offset + i * a.strides[0]!));
  }
  return undefined;
}
