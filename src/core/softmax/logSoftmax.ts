import type { NumericArray } from '../array/numericArray';
import { engine } from '../kernels/slot';
import { alongAxis, type ExactRow, type RowFunction, type TextbookRow } from './alongAxis';
import { differenceLess, scaledDifferenceLess, scaleOf } from './difference';
import { exponentials, FEWEST, firstMaximum } from './exponentials';
import type { SoftmaxOptions } from './options';
import { gradientOf, logSoftmaxGradient } from './gradients';
import { member } from './member';
import { byMaximum, sumOfExponentials } from './planParts';
import type { SoftmaxRecord } from './record';
import { blanchard } from './sources';
import { softmax } from './softmax';

const exact: ExactRow = (x, from, n, out, to, temperature) => {
  const place = firstMaximum(x, from, n);
  const max = x[place]!;
  const scale = scaleOf(temperature);
  const l = Number.isFinite(max) ? Math.log1p(exponentials(x, from, n, undefined, 0, max, place, scale)) : NaN;
  if (!(l >= 0)) out.fill(NaN, to, to + n);
  else if (n >= FEWEST && engine()) engine()!.less(x, from, n, out, to, max, scale, l);
  else if (scale) for (let i = 0; i < n; i++) out[to + i] = scaledDifferenceLess(x[from + i]!, max, scale, l);
  else for (let i = 0; i < n; i++) out[to + i] = differenceLess(x[from + i]!, max, l);
};

const textbook: TextbookRow = (x, from, n, out, to, t, m, sum) => {
  let max = -Infinity;
  for (let i = 0; i < n; i++) {
    const v = t === 1 ? x[from + i]! : m.div(x[from + i]!, t);
    out[to + i] = v;
    max = m.max(max, v);
  }
  let total = 0;
  for (let i = to; i < to + n; i++) {
    out[i] = m.sub(out[i]!, max);
    total = sum.add(total, m.exp(out[i]!));
  }
  const log = m.log(m.constant(total));
  for (let i = to; i < to + n; i++) out[i] = m.sub(out[i]!, log);
};

const row: RowFunction = { id: 'logSoftmax', exact, textbook, masked: -Infinity };

/**
 * Log-softmax, log y_i = x_i / T - log of the sum of exp(x_j / T): what a cross-entropy loss needs. Computed as
 * (x_i - m) - log1p(sum of the others), where m is the largest: neither the logarithm of a softmax that underflowed
 * to 0 nor a difference of two large numbers, and right even where the largest takes all but 1e-300.
 *
 * The contracts for NaN, infinities and empty axes are softmax's.
 *
 * @throws RangeError for an axis, temperature, dtype, mode or mask that cannot be
 * @example logSoftmax(numericArray([0, -800])).data // 0, -800
 */
export function logSoftmax(array: NumericArray, options?: SoftmaxOptions): NumericArray {
  return alongAxis(row, array, options);
}

export const logSoftmaxRecord: SoftmaxRecord = member(row, logSoftmax, {
  label: 'Log-softmax',
  formula: String.raw`y_i = \frac{x_i}{T} - \ln \sum_j e^{x_j / T}`,
  explanation: {
    en: 'The logarithm of softmax, computed in one go. Taking the logarithm of a softmax afterwards fails where a share underflowed to 0, and loses digits where a share is near 1; this form keeps both. Cross-entropy losses use it: the loss of a sample is minus the entry of its class.',
    ko: '소프트맥스의 로그를 한 번에 계산합니다. 소프트맥스를 먼저 구하고 로그를 취하면 0으로 사라진 몫은 -inf가 되고 1에 가까운 몫은 자릿수를 잃지만, 이 식은 둘 다 지킵니다. 교차 엔트로피 손실이 이것을 씁니다. 표본의 손실은 정답 클래스 값의 음수입니다.',
  },
  source: blanchard,
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.log_softmax(x, dim=-1)', note: 'dim as for softmax' },
    { framework: 'PyTorch', code: 'torch.nn.LogSoftmax(dim=-1)' },
    { framework: 'JAX', code: 'jax.nn.log_softmax(x, axis=-1)' },
    { framework: 'TensorFlow', code: 'tf.nn.log_softmax(x)' },
    { framework: 'Keras', code: 'keras.activations.log_softmax(x)' },
    { framework: 'ONNX', code: 'LogSoftmax' },
    { framework: 'SciPy', code: 'scipy.special.log_softmax(x, axis=-1)' },
  ],
  distribution: false,
  plan: { ...byMaximum, ...sumOfExponentials, result: String.raw`y_i = d_i - \ln S` },
  gradient: gradientOf(logSoftmaxGradient, { of: softmax }),
});
