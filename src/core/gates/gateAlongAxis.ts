import type { Activation } from '../activations/activation';
import { applyActivation } from '../activations/apply';
import { axisLayout } from '../array/axis';
import type { NumericArray } from '../array/numericArray';
import type { Rounding } from '../function/call';
import { arithmeticOf } from '../precision/arithmeticOf';

export interface GateOptions extends Partial<Rounding> {
  /** default -1, the last */
  readonly axis?: number | undefined;
  /** which half of the axis goes through the activation; default 'second', as PyTorch, JAX and Keras have it */
  readonly gate?: 'first' | 'second' | undefined;
}

/**
 * Cuts an axis into two halves, sends one through an activation and multiplies it with the other, element by element.
 * The axis comes out half as long. Where the activation gives exactly 0 so does the gate, unless the other number is
 * NaN or infinite: 0 times infinity is NaN.
 *
 * @throws RangeError for an axis of odd length, and for a gate that is neither first nor second
 */
export function gateAlongAxis(
  who: string,
  activation: Activation,
  array: NumericArray,
  options: GateOptions,
): NumericArray {
  const { axis, gate = 'second', dtype = 'float64', mode = 'fused' } = options;
  const { axis: resolved, length, stride } = axisLayout(who, array, axis);
  if (length % 2 !== 0) throw new RangeError(`${who} requires an axis of even length, got ${length}`);
  if (!['first', 'second'].includes(gate))
    throw new RangeError(`${who} requires a gate of first or second, got ${gate}`);
  const block = (length / 2) * stride;
  const count = array.data.length / 2;
  const data = new Float64Array(count);
  const other = new Float64Array(count);
  const [gateAt, otherAt] = gate === 'first' ? [0, block] : [block, 0];
  for (let o = 0; o < count; o += block) {
    data.set(array.data.subarray(2 * o + gateAt, 2 * o + gateAt + block), o);
    other.set(array.data.subarray(2 * o + otherAt, 2 * o + otherAt + block), o);
  }
  // fused: the product of float64 values is rounded once; stepwise: the activation's result is rounded before it
  const m = arithmeticOf(dtype);
  const round = dtype === 'float64' ? (x: number) => x : m.constant.bind(m);
  const through = { data: mode === 'fused' ? data.map(round) : data, shape: [count], dtype };
  const gated = applyActivation(activation, through, {}, { dtype: mode === 'fused' ? 'float64' : dtype, mode }).data;
  for (let i = 0; i < count; i++) gated[i] = m.mul(gated[i]!, round(other[i]!));
  const shape = array.shape.map((size, i) => (i === resolved ? size / 2 : size));
  return { data: gated, shape, dtype };
}
