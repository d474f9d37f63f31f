import { axisLayout } from '../array/axis';
import { gatherRows, scatterRows } from '../array/rows';
import type { NumericArray } from '../array/numericArray';
import type { SoftmaxOptions } from './options';
import type { SoftmaxRecord } from './record';

/**
 * Vector-Jacobian products of the softmax family over rows of `width` numbers: given z (or a) and the gradient with
 * respect to z, the gradient with respect to a. All are written for temperature 1; a temperature T divides by T.
 */

export type RowGradient = (z: Float64Array, dz: Float64Array, width: number) => Float64Array;

/** Applies `row(start, end, target)` to each row. */
function perRow(
  dz: Float64Array,
  width: number,
  row: (start: number, end: number, target: Float64Array) => void,
): Float64Array {
  const target = new Float64Array(dz.length);
  for (let start = 0; width > 0 && start < dz.length; start += width) row(start, start + width, target);
  return target;
}

/**
 * softmax: da_i = z_i (dz_i - sum_k z_k dz_k). As the z sum to 1, a constant may be taken from all dz: that of the
 * largest z is, so that nothing cancels where one entry holds nearly everything.
 */
export const softmaxGradient: RowGradient = (z, dz, width) =>
  perRow(dz, width, (start, end, target) => {
    let largest = start;
    for (let i = start + 1; i < end; i++) if (z[i]! > z[largest]!) largest = i;
    const base = dz[largest]!;
    let inner = 0;
    for (let i = start; i < end; i++) inner += z[i]! * (dz[i]! - base);
    for (let i = start; i < end; i++) target[i] = z[i]! * (dz[i]! - base - inner);
  });

/** softmax with 1 added to the sum, whose z sum to less than 1: da_i = z_i (dz_i - sum_k z_k dz_k). */
export const softmaxPlusOneGradient: RowGradient = (z, dz, width) =>
  perRow(dz, width, (start, end, target) => {
    let inner = 0;
    for (let i = start; i < end; i++) inner += z[i]! * dz[i]!;
    for (let i = start; i < end; i++) target[i] = z[i]! * (dz[i]! - inner);
  });

/** log-softmax, given p = softmax: da_i = dz_i - p_i sum_k dz_k. */
export const logSoftmaxGradient: RowGradient = (p, dz, width) =>
  perRow(dz, width, (start, end, target) => {
    let sum = 0;
    for (let i = start; i < end; i++) sum += dz[i]!;
    for (let i = start; i < end; i++) target[i] = dz[i]! - p[i]! * sum;
  });

/**
 * The projections sparsemax (power 0) and 1.5-entmax (power 1/2): with weights s_i = z_i^power on the support z > 0,
 * da_i = s_i (dz_i - sum_k s_k dz_k / sum_k s_k), and 0 off the support.
 *
 * Source: Martins and Astudillo, "From Softmax to Sparsemax" (2016); Peters, Niculae and Martins, "Sparse
 * Sequence-to-Sequence Models" (2019).
 */
export const projectionGradient =
  (power: 0 | 0.5): RowGradient =>
  (z, dz, width) =>
    perRow(dz, width, (start, end, target) => {
      const weight = (i: number): number => {
        const share = z[i]!;
        return share > 0 ? (power === 0 ? 1 : Math.sqrt(share)) : share === 0 ? 0 : NaN;
      };
      let weights = 0;
      let weighted = 0;
      for (let i = start; i < end; i++) {
        weights += weight(i);
        weighted += weight(i) * dz[i]!;
      }
      const mean = weighted / weights;
      for (let i = start; i < end; i++) target[i] = weight(i) === 0 ? 0 : weight(i) * (dz[i]! - mean);
    });

/** hardmax is constant almost everywhere: its gradient is 0. */
export const zeroGradient: RowGradient = (_z, dz) => new Float64Array(dz.length);

/** log-sum-exp, given p = softmax and one dz for each row: da_i = p_i dz. */
export const logSumExpGradient: RowGradient = (p, dz, width) => p.map((share, i) => share * dz[Math.floor(i / width)]!);

/**
 * The gradient of a member along any axis.
 *
 * @param rule.of gives the values that the formula is written in
 * @param rule.sign -1 where the member works on the negated numbers
 */
export const gradientOf =
  (
    row: RowGradient,
    rule: { readonly of: SoftmaxRecord['apply']; readonly sign?: 1 | -1 },
  ): SoftmaxRecord['gradient'] =>
  (array, upstream, { axis = -1, temperature = 1 }: SoftmaxOptions = {}): NumericArray => {
    const layout = axisLayout('gradient', array, axis);
    const base = gatherRows(rule.of(array, { axis, temperature }).data, layout);
    const whole = upstream.data.length === array.data.length;
    // of a function that leaves one number a row, the rows' numbers stand in row order already
    const dz = whole ? gatherRows(upstream.data, layout) : upstream.data;
    const scale = (rule.sign ?? 1) / temperature;
    const slopes = row(base, dz, layout.length).map((slope) => slope * scale);
    return { data: scatterRows(slopes, layout), shape: [...array.shape], dtype: 'float64' };
  };
