import { derivative, evaluate } from '../activations/evaluate';
import type { Context } from './context';
import { indicesWhere, type Finding } from './finding';

/** Said only where the missing digits can move a result by more than this share of it. */
const WORTH_SAYING = 0.01;

/**
 * Printed digits are not the values: `tensor([0.0000])` may be 2e-5. Tells how far a result can move when each value
 * moves by half a unit of its last printed digit, where that is more than a hundredth of the result.
 */
export function digitFindings(context: Context): Finding[] {
  const { array, activation, softmax, subject, layout, temperature } = context;
  const { decimals } = subject;
  if (decimals === undefined) return [];
  const half = 0.5 * 10 ** -decimals;
  let result: Float64Array;
  let move: (i: number) => number;
  if (activation !== undefined) {
    result = evaluate(activation.id, array, subject.params).data;
    const slopes = derivative(activation.id, array, subject.params).data;
    move = (i) => Math.abs(slopes[i]!) * half;
  } else if (softmax?.id === 'softmax') {
    result = softmax.apply(array, { axis: layout.axis, temperature }).data;
    // this entry up and all others down by half a unit: dz = z (1 - z) * 2 * half / T
    move = (i) => (result[i]! * (1 - result[i]!) * 2 * half) / temperature;
  } else return [];
  const moved = indicesWhere(result.length, (i) => move(i) > WORTH_SAYING * Math.abs(result[i]!));
  if (moved.count === 0) return [];
  const worst = moved.indices.reduce((a, b) => (move(b) > move(a) ? b : a));
  return [
    {
      id: 'printed-digits',
      severity: 'info',
      message: `the source printed ${decimals} decimals: ${moved.count} results are uncertain by more than 1 %, the one at index ${worst} by ${move(worst).toPrecision(2)} (it is ${result[worst]!.toPrecision(4)})`,
      ...moved,
      figures: { decimals, count: moved.count, index: worst, move: move(worst), result: result[worst]! },
    },
  ];
}
