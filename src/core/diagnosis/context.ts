import { activations } from '../activations/registry';
import type { Activation, Parameters } from '../activations/activation';
import { axisLayout, type AxisLayout } from '../array/axis';
import { dtypes, type DType, type NumericArray } from '../array/numericArray';
import type { SoftmaxRecord } from '../softmax/record';
import { softmaxFamily } from '../softmax/registry';

/** What is done with the array: all of it optional, the more is known the more can be said. */
export interface Subject {
  /** id of an activation or of the softmax family */
  readonly function?: string;
  readonly params?: Parameters;
  /** the softmax's axis, -1 by default */
  readonly axis?: number;
  readonly temperature?: number;
  /** the dtype in which the work will be done; findings on narrower dtypes are given for all when it is left out */
  readonly dtype?: DType;
  /** digits after the decimal point that the source printed, where its values were cut to that */
  readonly decimals?: number;
}

/** The array and the function, looked up and checked once for all checks. */
export interface Context {
  readonly array: NumericArray;
  readonly subject: Subject;
  readonly activation: Activation | undefined;
  readonly softmax: SoftmaxRecord | undefined;
  /** rows along the axis; for an element-wise function along the last */
  readonly layout: AxisLayout;
  readonly temperature: number;
}

/** @throws RangeError for an unknown function, axis, dtype or temperature */
export function contextOf(array: NumericArray, subject: Subject): Context {
  const id = subject.function;
  const activation = id === undefined ? undefined : activations.get(id);
  const softmax = id === undefined ? undefined : softmaxFamily.get(id);
  if (id !== undefined && activation === undefined && softmax === undefined) {
    throw new RangeError(`diagnose requires the id of an activation or a softmax, got "${id}"`);
  }
  if (subject.dtype !== undefined && !dtypes.includes(subject.dtype)) {
    throw new RangeError(`diagnose requires a dtype out of ${dtypes.join(', ')}, got "${subject.dtype as string}"`);
  }
  const temperature = subject.temperature ?? 1;
  if (!(temperature > 0 && temperature < Infinity)) {
    throw new RangeError(`diagnose requires a temperature above 0, got ${temperature}`);
  }
  return { array, subject, activation, softmax, layout: axisLayout('diagnose', array, subject.axis), temperature };
}

/** The flat indices of row `row` along the context's axis. */
export function rowIndices({ layout }: Context, row: number): number[] {
  const start = layout.rowStart(row);
  return Array.from({ length: layout.length }, (_, k) => start + k * layout.stride);
}

/** Rows for which the test holds of their values, as flat indices of each row's first value, and their number. */
export function rowsWhere(context: Context, test: (value: (k: number) => number, length: number) => boolean): number[] {
  const { layout, array } = context;
  const found: number[] = [];
  if (layout.length === 0) return found;
  for (let row = 0; row < layout.rows; row++) {
    const start = layout.rowStart(row);
    if (test((k) => array.data[start + k * layout.stride]!, layout.length)) found.push(row);
  }
  return found;
}
