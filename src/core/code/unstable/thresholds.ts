import { activations } from '../../activations/registry';
import type { DType } from '../../array/numericArray';
import { arithmeticOf } from '../../precision/arithmeticOf';
import { describeDtype } from '../../precision/describeDtype';

/** The dtypes that people compute in; float8 is for storing. */
export const computedDtypes = ['float64', 'float32', 'float16', 'bfloat16'] as const satisfies readonly DType[];

/** A value for each dtype, e.g. from where on something overflows there. */
export type PerDtype = Readonly<Record<(typeof computedDtypes)[number], number>>;

/**
 * Halves an interval until it is one float64 step wide: the last point, coming from `holds`, before the property is
 * lost. It holds at `holds` and not at `lost`.
 */
function bisect(holds: number, lost: number, test: (x: number) => boolean): number {
  let [good, bad] = [holds, lost];
  for (let i = 0; i < 200; i++) {
    const middle = good + (bad - good) / 2;
    if (middle === good || middle === bad) break;
    if (test(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

const perDtype = (find: (dtype: DType) => number): PerDtype => ({
  float64: find('float64'),
  float32: find('float32'),
  float16: find('float16'),
  bfloat16: find('bfloat16'),
});

/** Above it e^x is infinite. */
export const expOverflow = (): PerDtype =>
  perDtype((dtype) => {
    const m = arithmeticOf(dtype);
    return bisect(0, 1000, (x) => m.exp(x) < Infinity);
  });

/** A logit this far below the largest has the probability 0: half the smallest subnormal number. */
export const probabilityLost = (): PerDtype =>
  perDtype((dtype) => Math.LN2 - Math.log(describeDtype(dtype).minSubnormal));

/** Below it the formula of a book gives 0, though the function is not 0 there. */
function formulaLost(id: 'softplus' | 'gelu', dtype: DType): number {
  const record = activations.get(id)!;
  const m = arithmeticOf(dtype);
  return bisect(0, -1000, (x) => x === 0 || record.textbook(x, {}, m) !== 0);
}

/** Below it log(1 + e^x) is 0. */
export const softplusLost = (): PerDtype => perDtype((dtype) => formulaLost('softplus', dtype));

/** Below it x (1 + erf(x / sqrt 2)) / 2 is 0. */
export const geluLost = (): PerDtype => perDtype((dtype) => formulaLost('gelu', dtype));

/** Below it 1 / (1 + e^-x) is 0, so that its logarithm is -infinity. */
export const sigmoidLost = (): PerDtype =>
  perDtype((dtype) => {
    const m = arithmeticOf(dtype);
    const one = m.constant(1);
    return bisect(0, -1000, (x) => m.div(one, m.add(one, m.exp(m.neg(x)))) !== 0);
  });
