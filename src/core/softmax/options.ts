import type { DType, NumericArray } from '../array/numericArray';
import { formatOf } from '../precision/formats';

/** Settings of every function along an axis. */
export interface SoftmaxOptions {
  /** the axis that the function runs along, negative ones counted from the end; default -1, the last */
  readonly axis?: number | undefined;
  /** every number is divided by it first; default 1 */
  readonly temperature?: number | undefined;
  /** the number type of the computation and of the result; default float64 */
  readonly dtype?: DType | undefined;
  /**
   * `fused` (default): the input rounded to the dtype, the exact function, the result rounded once.
   * `stepwise`: every operation of the textbook formula rounded to the dtype.
   */
  readonly mode?: 'fused' | 'stepwise' | undefined;
  /** stepwise only: the dtype in which sums are added up; default the dtype itself */
  readonly accumulate?: DType | undefined;
  /**
   * One entry for each number; false (or 0) leaves that number out, whatever it is, NaN too. Its result is 0, for
   * logSoftmax -inf. A row with every entry left out is all 0 (-inf): no distribution, which a diagnosis reports.
   */
  readonly mask?: ArrayLike<boolean | number> | undefined;
}

export interface CheckedOptions {
  readonly axis: number;
  readonly temperature: number;
  readonly dtype: DType;
  readonly mode: 'fused' | 'stepwise';
  readonly accumulate: DType;
  readonly mask: ArrayLike<boolean | number> | undefined;
}

/**
 * Fills in the defaults.
 *
 * @throws RangeError in the form "softmax requires a temperature above 0, got -1"
 */
export function checkOptions(who: string, array: NumericArray, options: SoftmaxOptions): CheckedOptions {
  const { axis = -1, temperature = 1, dtype = 'float64', mode = 'fused', accumulate = dtype, mask } = options;
  if (!(temperature > 0 && temperature < Infinity)) {
    throw new RangeError(`${who} requires a finite temperature above 0, got ${String(temperature)}`);
  }
  formatOf(who, dtype);
  formatOf(`${who}'s accumulate`, accumulate);
  if (!['fused', 'stepwise'].includes(mode)) {
    throw new RangeError(`${who} requires a mode of fused or stepwise, got ${mode}`);
  }
  if (mask && mask.length !== array.data.length) {
    throw new RangeError(`${who} requires a mask of ${array.data.length} entries, got ${mask.length}`);
  }
  return { axis, temperature, dtype, mode, accumulate, mask };
}
