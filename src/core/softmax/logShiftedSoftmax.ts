import type { NumericArray } from '../array/numericArray';
import { arithmeticOf } from '../precision/arithmeticOf';
import { alongAxis, type RowFunction, type TextbookRow } from './alongAxis';
import type { SoftmaxOptions } from './options';
import { gradientOf, softmaxGradient } from './gradients';
import { member } from './member';
import { quotient, sumOfExponentials } from './planParts';
import type { SoftmaxRecord } from './record';
import { notebook } from './sources';

const textbook: TextbookRow = (x, from, n, out, to, t, m, sum) => {
  let max = -Infinity;
  for (let i = 0; i < n; i++) {
    const v = t === 1 ? x[from + i]! : m.div(x[from + i]!, t);
    out[to + i] = v;
    max = m.max(max, v);
  }
  const c = m.log(max);
  let total = 0;
  for (let i = to; i < to + n; i++) {
    const y = m.exp(max >= 1 ? m.sub(out[i]!, c) : m.add(out[i]!, c));
    out[i] = y;
    total = sum.add(total, y);
  }
  total = m.constant(total);
  for (let i = to; i < to + n; i++) out[i] = m.div(out[i]!, total);
};

const float64 = arithmeticOf('float64');

const row: RowFunction = {
  id: 'logShiftedSoftmax',
  exact: (x, from, n, out, to, t) => textbook(x, from, n, out, to, t, float64, float64),
  textbook,
  masked: 0,
};

/**
 * An attempt at an overflow-safe softmax found in teaching notebooks: c = log(max x), then exp(x - c) where max x is
 * at least 1, else exp(x + c), divided by their sum. It shifts by the logarithm of the maximum, not by the maximum,
 * so it still overflows once a number passes about 716, gives NaN when the largest is not positive, and drifts in its
 * last digits: to compare with.
 *
 * `fused` computes the formula in float64, `stepwise` in the dtype.
 *
 * @throws RangeError for an axis, temperature, dtype, mode or mask that cannot be
 */
export function logShiftedSoftmax(array: NumericArray, options?: SoftmaxOptions): NumericArray {
  return alongAxis(row, array, options);
}

export const logShiftedSoftmaxRecord: SoftmaxRecord = member(row, logShiftedSoftmax, {
  label: 'Softmax shifted by log(max)',
  formula: String.raw`c = \ln(\max x), \quad y_i = \frac{e^{x_i \mp c}}{\sum_j e^{x_j \mp c}}`,
  explanation: {
    en: 'An attempt to tame the overflow that some notebooks teach: the numbers are shifted by the logarithm of the maximum, down if the maximum is at least 1, else up. The shift is far too small, so it still overflows once a number passes about 716; the logarithm of a maximum that is not positive is NaN or -infinity; and its last digits drift. Taking away the maximum itself never overflows.',
    ko: '일부 노트북이 가르치는 오버플로 대책입니다. 최댓값의 로그만큼 수를 옮기는데, 최댓값이 1 이상이면 빼고 아니면 더합니다. 옮기는 양이 너무 작아 수가 약 716을 넘으면 여전히 넘치고, 최댓값이 양수가 아니면 로그가 NaN이나 -무한대가 되며, 마지막 자릿수도 어긋납니다. 최댓값 자체를 빼면 결코 넘치지 않습니다.',
  },
  source: notebook,
  spellings: [{ framework: 'NumPy', code: 'c = np.log(np.max(x)); e = np.exp(x - c); e / e.sum()' }],
  distribution: true,
  exactId: 'softmax',
  plan: {
    sign: 1,
    shift: { formula: String.raw`c = \ln(\max_j s_j)`, of: (max, m) => m.log(max) },
    shifted: {
      formula: String.raw`d_i = \begin{cases} s_i - c & \max_j s_j \ge 1 \\ s_i + c & \text{else} \end{cases}`,
      of: (x, c, max, m) => (max >= 1 ? m.sub(x, c) : m.add(x, c)),
    },
    ...sumOfExponentials,
    result: quotient,
  },
  gradient: gradientOf(softmaxGradient, { of: logShiftedSoftmax }),
});
