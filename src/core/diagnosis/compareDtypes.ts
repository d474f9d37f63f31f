import { dtypes, type DType, type NumericArray } from '../array/numericArray';
import { callOf, modes, type FunctionCall, type Mode } from '../function/call';
import { functions } from '../functions/registry';
import { run } from '../functions/run';
import { describeDtype } from '../precision/describeDtype';
import { ulpOf } from '../precision/ulpOf';

/** Which function to compare, with its settings; an id alone means its defaults. */
export type ComparedFunction = string | Pick<FunctionCall, 'function' | 'settings'>;

/** The largest error among the entries that are finite in both results; 0 at index -1 where there is none. */
export interface LargestError {
  readonly error: number;
  readonly index: number;
}

/** What one dtype makes of a function over an array. */
export interface DTypeComparison {
  readonly dtype: DType;
  readonly mode: Mode;
  readonly result: NumericArray;
  /** in units in the last place of the dtype at the exact value */
  readonly ulp: LargestError;
  /** |result - exact| / |exact|, where the exact value is not 0 */
  readonly relative: LargestError;
  /** how many entries turned into this, being something else in the exact result */
  readonly inf: number;
  readonly nan: number;
  readonly zero: number;
  /** subnormal in the dtype, while the exact value is no subnormal float64 */
  readonly subnormal: number;
}

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
float[0] = 1;
/** which half of `words` holds sign and exponent: 1 on little-endian machines */
const HIGH = words[1] === 0x3ff00000 ? 1 : 0;

/** The unit in the last place of a dtype at numbers of each exponent that a double can have: what `ulpOf` gives there. */
function ulpSteps(dtype: DType): Float64Array {
  // a subnormal double has the field 0, as 0 has
  return Float64Array.from({ length: 2047 }, (_, field) => ulpOf(dtype, field === 0 ? 0 : 2 ** (field - 1023)));
}

function compare(dtype: DType, mode: Mode, result: NumericArray, exact: Float64Array): DTypeComparison {
  const { minNormal } = describeDtype(dtype);
  const steps = ulpSteps(dtype);
  let [ulp, ulpIndex, relative, relativeIndex] = [0, -1, 0, -1];
  let [inf, nan, zero, subnormal] = [0, 0, 0, 0];
  for (let i = 0; i < exact.length; i++) {
    const y = result.data[i]!;
    const truth = exact[i]!;
    const size = Math.abs(y);
    if (Number.isNaN(y)) nan += Number.isNaN(truth) ? 0 : 1;
    else if (size === Infinity) inf += Math.abs(truth) === Infinity ? 0 : 1;
    else if (size === 0) zero += truth === 0 ? 0 : 1;
    else if (size < minNormal && Math.abs(truth) >= 2 ** -1022) subnormal++;
    if (!Number.isFinite(y) || !Number.isFinite(truth)) continue;
    const apart = Math.abs(y - truth);
    if (apart === 0) continue;
    float[0] = truth;
    const ulps = apart / steps[(words[HIGH]! >>> 20) & 0x7ff]!;
    if (ulps > ulp) [ulp, ulpIndex] = [ulps, i];
    const share = truth === 0 ? 0 : apart / Math.abs(truth);
    if (share > relative) [relative, relativeIndex] = [share, i];
  }
  return {
    dtype,
    mode,
    result,
    ulp: { error: ulp, index: ulpIndex },
    relative: { error: relative, index: relativeIndex },
    inf,
    nan,
    zero,
    subnormal,
  };
}

/**
 * What every dtype makes of a function over an array, fused and stepwise, against the exact evaluation of the numbers
 * as they stand in float64: the answer to "what does my softmax do in float16?". The notebook's two softmaxes are
 * measured against the true softmax.
 *
 * @returns for each dtype, widest first, the fused comparison, then the stepwise one
 * @throws CallError (a RangeError) for an unknown id, and for settings that cannot be
 * @example compareDtypes('exponential', numericArray([12])).find((c) => c.dtype === 'float16')?.inf // 1
 */
export function compareDtypes(what: ComparedFunction, array: NumericArray): DTypeComparison[] {
  const { function: id, settings } = typeof what === 'string' ? callOf(what) : what;
  const exact = run(callOf(functions.get(id)?.exactId ?? id, settings), array).data;
  return dtypes.flatMap((dtype) =>
    modes.map((mode) => compare(dtype, mode, run({ function: id, settings, dtype, mode }, array), exact)),
  );
}
