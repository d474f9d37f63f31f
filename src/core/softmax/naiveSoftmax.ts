import type { NumericArray } from '../array/numericArray';
import { arithmeticOf } from '../precision/arithmeticOf';
import { alongAxis, type RowFunction, type TextbookRow } from './alongAxis';
import type { SoftmaxOptions } from './options';
import { gradientOf, softmaxGradient } from './gradients';
import { member } from './member';
import { quotient, sumOfExponentials } from './planParts';
import type { SoftmaxRecord } from './record';
import { bridle } from './sources';
import { stepwiseNaiveSoftmax } from './stepwiseRows';

const textbook: TextbookRow = (x, from, n, out, to, t, m, sum) => {
  let total = 0;
  for (let i = 0; i < n; i++) {
    const y = m.exp(t === 1 ? x[from + i]! : m.div(x[from + i]!, t));
    out[to + i] = y;
    total = sum.add(total, y);
  }
  total = m.constant(total);
  for (let i = to; i < to + n; i++) out[i] = m.div(out[i]!, total);
};

const float64 = arithmeticOf('float64');

const row: RowFunction = {
  id: 'naiveSoftmax',
  exact: (x, from, n, out, to, t) => textbook(x, from, n, out, to, t, float64, float64),
  textbook,
  stepwise: stepwiseNaiveSoftmax,
  masked: 0,
};

/**
 * Softmax as its definition says it, exp(x_i / T) / sum of exp(x_j / T), nothing shifted: to compare with. It gives
 * NaN once a number passes 709.78 (exp overflows: inf / inf), 0/0 when all lie below -745.
 *
 * `fused` computes the formula in float64, `stepwise` in the dtype.
 *
 * @throws RangeError for an axis, temperature, dtype, mode or mask that cannot be
 * @example naiveSoftmax(numericArray([1, 2, 3])).data // 0.09003057317038046, 0.24472847105479767, 0.6652409557748219
 */
export function naiveSoftmax(array: NumericArray, options?: SoftmaxOptions): NumericArray {
  return alongAxis(row, array, options);
}

export const naiveSoftmaxRecord: SoftmaxRecord = member(row, naiveSoftmax, {
  label: 'Softmax as defined',
  formula: String.raw`y_i = \frac{e^{x_i}}{\sum_j e^{x_j}}`,
  explanation: {
    en: 'Softmax written down as its definition reads, nothing shifted. It works for small numbers and fails for large ones: exp overflows above 709.78 in float64, 88.72 in float32, 11.09 in float16, and infinity over infinity is NaN. Far below 0 every exponential underflows, and 0/0 is NaN too.',
    ko: '정의를 그대로 옮긴 소프트맥스로, 아무것도 빼지 않습니다. 작은 수에는 잘 되지만 큰 수에서는 실패합니다. exp는 float64에서 709.78, float32에서 88.72, float16에서 11.09를 넘으면 무한대가 되고, 무한대를 무한대로 나누면 NaN입니다. 0보다 훨씬 작으면 모든 지수가 0이 되어 0/0도 NaN이 됩니다.',
  },
  source: bridle,
  spellings: [{ framework: 'NumPy', code: 'np.exp(x) / np.sum(np.exp(x))' }],
  distribution: true,
  exactId: 'softmax',
  plan: { sign: 1, ...sumOfExponentials, exponentials: String.raw`e_i = \exp(s_i)`, result: quotient },
  gradient: gradientOf(softmaxGradient, { of: naiveSoftmax }),
});
