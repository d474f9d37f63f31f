import type { NumericArray } from '../array/numericArray';
import { alongAxis, type ExactRow, type RowFunction, type TextbookRow } from './alongAxis';
import { scaleOf } from './difference';
import { divideRow } from './divideRow';
import { exponentials, firstMaximum } from './exponentials';
import type { SoftmaxOptions } from './options';
import { gradientOf, softmaxGradient } from './gradients';
import { member } from './member';
import { byMaximum, quotient, sumOfExponentials } from './planParts';
import type { SoftmaxRecord } from './record';
import { bridle } from './sources';
import { stepwiseSoftmax } from './stepwiseRows';

export const exactSoftmaxRow: ExactRow = (x, from, n, out, to, temperature) => {
  const place = firstMaximum(x, from, n);
  const m = x[place]!;
  const sum = Number.isFinite(m) ? 1 + exponentials(x, from, n, out, to, m, place, scaleOf(temperature)) : NaN;
  if (!(sum >= 1)) out.fill(NaN, to, to + n);
  else divideRow(out, to, n, sum);
};

export const textbookSoftmaxRow: TextbookRow = (x, from, n, out, to, t, m, sum) => {
  let max = -Infinity;
  for (let i = 0; i < n; i++) {
    const v = t === 1 ? x[from + i]! : m.div(x[from + i]!, t);
    out[to + i] = v;
    max = m.max(max, v);
  }
  let total = 0;
  for (let i = to; i < to + n; i++) {
    const y = m.exp(m.sub(out[i]!, max));
    out[i] = y;
    total = sum.add(total, y);
  }
  total = m.constant(total);
  for (let i = to; i < to + n; i++) out[i] = m.div(out[i]!, total);
};

const row: RowFunction = {
  id: 'softmax',
  exact: exactSoftmaxRow,
  textbook: textbookSoftmaxRow,
  stepwise: stepwiseSoftmax,
  masked: 0,
};

/**
 * Softmax, y_i = exp(x_i / T) / sum of exp(x_j / T) along an axis: turns numbers into a distribution. Computed from
 * x_i - max x, which changes nothing and cannot overflow (Blanchard, Higham & Higham, "Accurately computing the
 * log-sum-exp and softmax functions", 2021), with the rounding error of that difference carried along.
 *
 * A row that holds NaN or +inf, or nothing but -inf, gives NaN throughout; -inf beside finite numbers gives 0; an
 * empty axis gives an empty result.
 *
 * @throws RangeError for an axis, temperature, dtype, mode or mask that cannot be
 * @example softmax(numericArray([1, 2, 3])).data // 0.09003057317038046, 0.24472847105479764, 0.6652409557748219
 */
export function softmax(array: NumericArray, options?: SoftmaxOptions): NumericArray {
  return alongAxis(row, array, options);
}

export const softmaxRecord: SoftmaxRecord = member(row, softmax, {
  label: 'Softmax',
  formula: String.raw`y_i = \frac{e^{x_i / T}}{\sum_j e^{x_j / T}}`,
  explanation: {
    en: 'Turns any numbers into a distribution: positive shares that sum to 1, the larger number taking the larger share. Adding the same amount to every number changes nothing, which is why the maximum may be taken away first so that exp cannot overflow. A low temperature sharpens the shares towards the largest, a high one evens them out. It is the last step of most classifiers and the heart of attention.',
    ko: '어떤 수들이든 합이 1인 양의 몫, 곧 확률분포로 바꿉니다. 큰 수가 더 큰 몫을 가집니다. 모든 수에 같은 값을 더해도 결과가 변하지 않으므로, 먼저 최댓값을 빼서 exp가 넘치지 않게 할 수 있습니다. 온도가 낮으면 가장 큰 값으로 몫이 쏠리고, 높으면 고르게 퍼집니다. 분류기의 마지막 단계이자 어텐션의 핵심입니다.',
  },
  source: bridle,
  spellings: [
    {
      framework: 'PyTorch',
      code: 'torch.nn.functional.softmax(x, dim=-1)',
      note: 'dim must be given; left out it is 0 for 0, 1 and 3 dimensions, else 1, with a warning',
    },
    { framework: 'PyTorch', code: 'torch.nn.Softmax(dim=-1)' },
    { framework: 'JAX', code: 'jax.nn.softmax(x, axis=-1)', note: 'where= leaves entries out' },
    { framework: 'TensorFlow', code: 'tf.nn.softmax(x)' },
    { framework: 'Keras', code: 'keras.activations.softmax(x)' },
    { framework: 'ONNX', code: 'Softmax', note: 'axis -1 since opset 13; before it was 1, over all later axes' },
    {
      framework: 'SciPy',
      code: 'scipy.special.softmax(x, axis=-1)',
      note: 'without axis: over all elements at once',
    },
    { framework: 'NumPy', code: 'e = np.exp(x - x.max()); e / e.sum()' },
  ],
  distribution: true,
  plan: { ...byMaximum, ...sumOfExponentials, result: quotient },
  gradient: gradientOf(softmaxGradient, { of: softmax }),
});
