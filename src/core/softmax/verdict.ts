import type { DType } from '../array/numericArray';
import { formatOf } from '../precision/formats';

/** What became of one way to compute a softmax row. */
export interface Verdict {
  /**
   * ok: right to rounding; drift: digits were lost; underflow: entries became 0 that are not; overflow: an
   * exponential became infinite; zero: all exponentials became 0, so 0 / 0; nan: no number came into it earlier
   */
  readonly kind: 'ok' | 'drift' | 'underflow' | 'overflow' | 'zero' | 'nan';
  /** decimal digits that agree with the exact values, in the worst entry that is not 0 */
  readonly digits: number;
  /** decimal digits that the dtype holds */
  readonly of: number;
  /** entries that are 0 or no number although their exact value is not */
  readonly lost: number;
}

/** An error of so many units in the last place is put down to rounding and not called lost digits. */
const roundingUnits = 16;

/**
 * Judges a computed row against the exact one (rounded to the same dtype).
 *
 * @param exponentials the exponentials on the way
 * @param sum their sum
 */
export function judgeSoftmax(
  dtype: DType,
  exact: ArrayLike<number>,
  computed: ArrayLike<number>,
  exponentials: ArrayLike<number>,
  sum: number,
): Verdict {
  const { fractionBits } = formatOf('judgeSoftmax', dtype);
  const of = Math.floor((fractionBits + 1) * Math.LOG10E * Math.LN2);
  let worst = 0;
  let lost = 0;
  let strange = false;
  for (let i = 0; i < exact.length; i++) {
    const right = exact[i]!;
    const got = computed[i]!;
    if (Number.isNaN(got)) strange = true;
    if (right === 0 || Number.isNaN(right)) continue;
    if (got === 0 || Number.isNaN(got)) lost++;
    else worst = Math.max(worst, Math.abs(got - right) / right);
  }
  let infinite = sum === Infinity;
  for (let i = 0; i < exponentials.length; i++) if (exponentials[i] === Infinity) infinite = true;
  const digits = worst === 0 ? of : Math.max(0, Math.min(of, Math.floor(-Math.log10(worst))));
  const kind = infinite
    ? 'overflow'
    : strange
      ? sum === 0
        ? 'zero'
        : 'nan'
      : lost > 0
        ? 'underflow'
        : worst > roundingUnits * 2 ** -fractionBits
          ? 'drift'
          : 'ok';
  return { kind, digits, of, lost };
}
