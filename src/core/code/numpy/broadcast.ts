import { PyError } from '../value';
import { shapeText } from './print/arrayText';
import { flat, gather, view, type Buffer, type NdArray } from './ndarray';

/** Shapes as ufuncs name them in errors: no blank after the commas. */
export function tightShape(shape: readonly number[]): string {
  return shapeText(shape).replaceAll(' ', '');
}

/** The common shape of operands, or undefined when a length is neither equal nor 1. */
export function commonShape(shapes: readonly (readonly number[])[]): number[] | undefined {
  const depth = Math.max(0, ...shapes.map((shape) => shape.length));
  const out = new Array<number>(depth).fill(1);
  for (const shape of shapes) {
    const lead = depth - shape.length;
    for (let k = 0; k < shape.length; k++) {
      const length = shape[k]!;
      if (length === 1) continue;
      if (out[lead + k] !== 1 && out[lead + k] !== length) return undefined;
      out[lead + k] = length;
    }
  }
  return out;
}

/** @throws PyError ValueError in NumPy's words when they do not fit */
export function broadcastShape(shapes: readonly (readonly number[])[]): number[] {
  const shape = commonShape(shapes);
  if (shape) return shape;
  throw new PyError(
    'ValueError',
    `operands could not be broadcast together with shapes ${shapes.map((each) => `${tightShape(each)} `).join('')}`,
  );
}

/** The array seen with a wider shape: axes of length 1 and new ones repeat with stride 0. */
export function broadcastTo(a: NdArray, shape: readonly number[]): NdArray {
  if (a.shape.length === shape.length && a.shape.every((length, k) => length === shape[k])) return a;
  const lead = shape.length - a.shape.length;
  const fits = lead >= 0 && a.shape.every((length, k) => length === 1 || length === shape[lead + k]);
  if (!fits) {
    throw new PyError(
      'ValueError',
      `operands could not be broadcast together with remapped shapes [original->remapped]: ${tightShape(a.shape)}  and requested shape ${tightShape(shape)}`,
    );
  }
  const strides = shape.map((_, k) => (k < lead || a.shape[k - lead] === 1 ? 0 : a.strides[k - lead]!));
  return view(a, shape, strides);
}

/** The elements of an operand, row by row in the common shape. Not to be written to. */
export function spread(a: NdArray, shape: readonly number[]): Buffer {
  const wide = broadcastTo(a, shape);
  return wide === a ? flat(a) : gather(wide, wide.shape, wide.strides);
}
