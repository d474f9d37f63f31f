import { axisLayout } from '../array/axis';
import type { NumericArray } from '../array/numericArray';
import type { Arithmetic } from '../precision/arithmetic';
import { arithmeticOf } from '../precision/arithmeticOf';
import { checkOptions, type SoftmaxOptions } from './options';
import type { SoftmaxStep } from './record';

type Values = SoftmaxStep['values'];

/** How a member of the family differs from its neighbours, step by step; a step without formula is left out. */
export interface StepPlan {
  readonly sign: 1 | -1;
  /** the number c of a row that is taken from (or added to) its numbers */
  readonly shift?: { readonly formula: string; of(max: number, m: Arithmetic): number };
  readonly shifted?: { readonly formula: string; of(x: number, c: number, max: number, m: Arithmetic): number };
  readonly exponentials?: string;
  /** the sum starts at `first` */
  readonly sum?: { readonly formula: string; first(c: number, m: Arithmetic): number };
  readonly threshold?: { readonly formula: string; power: 1 | 2 };
  readonly result: string;
}

/**
 * The textbook computation of a member of the family over an array: each step with its formula and its values, every
 * operation rounded to the dtype of the options, sums in `accumulate`. Masked entries show NaN on the way.
 *
 * @throws RangeError as the member itself does
 */
export function stepsOf(
  id: string,
  apply: (array: NumericArray, options?: SoftmaxOptions) => NumericArray,
  plan: StepPlan,
  array: NumericArray,
  options: SoftmaxOptions = {},
): SoftmaxStep[] {
  const { axis, temperature, dtype, accumulate, mask } = checkOptions(id, array, options);
  const layout = axisLayout(id, array, axis);
  const m = arithmeticOf(dtype);
  const adder = arithmeticOf(accumulate);
  const t = m.constant(temperature);
  const result = apply(array, { ...options, mode: 'stepwise' });
  const rowShape = array.shape.filter((_, i) => i !== layout.axis);
  const each = (): Values => ({ data: new Float64Array(array.data.length).fill(NaN), shape: [...array.shape], dtype });
  const perRow = (): Values => ({ data: new Float64Array(layout.rows), shape: rowShape, dtype });
  const [scaled, shifted, exponentials] = [each(), each(), each()];
  const [shift, sum, threshold] = [perRow(), perRow(), perRow()];
  for (let r = 0; r < layout.rows; r++) {
    const places: number[] = [];
    for (let k = 0, i = layout.rowStart(r); k < layout.length; k++, i += layout.stride) {
      if (!mask || mask[i]) places.push(i);
    }
    let max = -Infinity;
    for (const i of places) {
      const x = m.constant(array.data[i]!) * plan.sign;
      scaled.data[i] = t === 1 ? x : m.div(x, t);
      max = m.max(max, scaled.data[i]);
    }
    const c = plan.shift?.of(max, m) ?? 0;
    shift.data[r] = c;
    let total = adder.constant(plan.sum?.first(c, m) ?? 0);
    for (const i of places) {
      shifted.data[i] = plan.shifted?.of(scaled.data[i]!, c, max, m) ?? scaled.data[i]!;
      exponentials.data[i] = m.exp(shifted.data[i]);
      total = adder.add(total, exponentials.data[i]);
    }
    sum.data[r] = m.constant(total);
    threshold.data[r] = NaN;
    for (const i of plan.threshold ? places : []) {
      const y = result.data[i]!;
      if (y > 0)
        threshold.data[r] = m.sub(m.div(shifted.data[i]!, plan.threshold!.power), y ** (1 / plan.threshold!.power));
    }
  }
  const steps: SoftmaxStep[] = [];
  if (t !== 1 || plan.sign < 0) {
    const formula = `${plan.sign < 0 ? '-' : ''}${t === 1 ? 'x_i' : '\\frac{x_i}{T}'}`;
    steps.push({ id: 'scaled', formula: `s_i = ${formula}`, values: scaled });
  }
  if (plan.shift) steps.push({ id: 'shift', formula: plan.shift.formula, values: shift });
  if (plan.shifted) steps.push({ id: 'shifted', formula: plan.shifted.formula, values: shifted });
  if (plan.exponentials) steps.push({ id: 'exponentials', formula: plan.exponentials, values: exponentials });
  if (plan.sum) steps.push({ id: 'sum', formula: plan.sum.formula, values: sum });
  if (plan.threshold) steps.push({ id: 'threshold', formula: plan.threshold.formula, values: threshold });
  steps.push({ id: 'result', formula: plan.result, values: result });
  return steps;
}
