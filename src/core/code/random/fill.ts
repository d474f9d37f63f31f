import { asArray, integers, real } from '../numpy/asArray';
import { broadcastShape, commonShape, spread, tightShape } from '../numpy/broadcast';
import { newBuffer, sizeOf, wrap, type ElementType, type Items } from '../numpy/ndarray';
import { PyError, type Machine, type Value } from '../value';
import { charge, type RandomSource } from './source';

/** `size=`: None is undefined. @throws PyError ValueError for negative lengths */
export function sizeGiven(size: Value, machine: Machine): number[] | undefined {
  if (size === null) return undefined;
  const shape = integers(size, machine);
  if (shape.some((length) => length < 0)) throw new PyError('ValueError', 'negative dimensions are not allowed');
  return shape;
}

/** An array of one draw after another; without a size one draw as Python's own number. */
export function fill(
  source: RandomSource,
  size: Value,
  machine: Machine,
  draw: () => number,
  dtype: ElementType = 'float64',
): Value {
  const shape = sizeGiven(size, machine);
  if (shape === undefined) {
    charge(source, 1, machine);
    return dtype === 'int64' ? BigInt(draw()) : draw();
  }
  const count = sizeOf(shape);
  charge(source, count, machine);
  const out = newBuffer(dtype, count) as Items;
  for (let i = 0; i < count; i++) out[i] = dtype === 'int64' ? BigInt(draw()) : draw();
  return wrap(dtype, shape, out as Float64Array);
}

/** One draw for each element of parameters that broadcast, or `size` of them. */
export function fillWith(
  source: RandomSource,
  parameters: readonly Value[],
  size: Value,
  machine: Machine,
  draw: (...parameters: number[]) => number,
  dtype: ElementType = 'float64',
): Value {
  const simple = parameters.every((each) => typeof each === 'number' || typeof each === 'bigint');
  const arrays = simple ? [] : parameters.map((each) => asArray(each, machine, 'float64'));
  if (arrays.every((each) => each.shape.length === 0)) {
    const plain = simple ? parameters.map(Number) : arrays.map(real);
    return fill(source, size, machine, () => draw(...plain), dtype);
  }
  const together = broadcastShape(arrays.map((each) => each.shape));
  const wanted = sizeGiven(size, machine);
  const common = wanted && commonShape([wanted, together]);
  if (wanted && String(common) !== String(wanted)) {
    throw new PyError(
      'ValueError',
      `Output size ${tightShape(wanted).replaceAll(',', ', ')} is not compatible with broadcast dimensions of inputs ${tightShape(together).replaceAll(',', ', ')}.`,
    );
  }
  const shape = wanted ?? together;
  const rows = arrays.map((each) => spread(each, shape) as Float64Array);
  let at = 0;
  return fill(
    source,
    { kind: 'tuple', items: shape.map(BigInt) },
    machine,
    () => {
      const i = at++;
      return draw(...rows.map((row) => row[i]!));
    },
    dtype,
  );
}
