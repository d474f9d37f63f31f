import { axisLayout } from '../array/axis';
import type { NumericArray } from '../array/numericArray';
import { gatherRows, scatterRows } from '../array/rows';
import type { Activation, Parameters } from '../activations/activation';

/**
 * Gradients of the gates over rows of `width` pre-activations. `dz` has the gate's shorter rows.
 */

/** A gated linear unit, z = value * f(gate), with the gate in the second half of each row or in the first. */
export function gluGradient(
  gate: Activation,
  a: Float64Array,
  dz: Float64Array,
  width: number,
  gateFirst: boolean,
): Float64Array {
  const half = width / 2;
  const none: Parameters = {};
  const target = new Float64Array(a.length);
  for (let row = 0; row * half < dz.length && half > 0; row++) {
    for (let k = 0; k < half; k++) {
      const gateAt = row * width + k + (gateFirst ? 0 : half);
      const valueAt = row * width + k + (gateFirst ? half : 0);
      const upstream = dz[row * half + k]!;
      target[valueAt] = upstream * gate.value(a[gateAt]!, none);
      target[gateAt] = upstream * a[valueAt]! * gate.derivative(a[gateAt]!, none);
    }
  }
  return target;
}

/** maxout: the whole gradient goes to the largest piece, the first of several equal ones. */
export function maxoutGradient(a: Float64Array, dz: Float64Array, width: number, pieces: number): Float64Array {
  const block = width / pieces;
  const target = new Float64Array(a.length);
  for (let row = 0; row * block < dz.length && block > 0; row++) {
    for (let k = 0; k < block; k++) {
      let best = row * width + k;
      for (let piece = 1; piece < pieces; piece++) {
        const at = row * width + piece * block + k;
        if (a[at]! > a[best]!) best = at;
      }
      target[best] = dz[row * block + k]!;
    }
  }
  return target;
}

/** A gradient of rows, along any axis; the result's axis is shorter than the array's. */
export function alongRows(
  array: NumericArray,
  upstream: NumericArray,
  axis: number | undefined,
  gradient: (a: Float64Array, dz: Float64Array, width: number) => Float64Array,
): NumericArray {
  const layout = axisLayout('gradient', array, axis);
  const rows = gradient(
    gatherRows(array.data, layout),
    gatherRows(upstream.data, axisLayout('gradient', upstream, axis)),
    layout.length,
  );
  return { data: scatterRows(rows, layout), shape: [...array.shape], dtype: 'float64' };
}
