import type { NumericArray } from '../array/numericArray';
import { alongAxis, type RowFunction } from './alongAxis';
import { scaleOf } from './difference';
import { exponentials, firstMaximum } from './exponentials';
import type { SoftmaxOptions } from './options';
import { gradientOf, logSumExpGradient } from './gradients';
import { member } from './member';
import { byMaximum, sumOfExponentials } from './planParts';
import type { SoftmaxRecord } from './record';
import { blanchard } from './sources';
import { softmax } from './softmax';

const row: RowFunction = {
  id: 'logSumExp',
  exact: (x, from, n, out, to, temperature) => {
    const place = firstMaximum(x, from, n);
    const m = x[place]!;
    const scale = scaleOf(temperature);
    let rest = 0;
    if (Number.isFinite(m)) rest = exponentials(x, from, n, undefined, 0, m, place, scale);
    else for (let i = from; i < from + n; i++) if (Number.isNaN(x[i])) rest = NaN;
    out[to] = m / temperature + Math.log1p(rest);
  },
  textbook: (x, from, n, out, to, t, m, sum) => {
    let max = -Infinity;
    for (let i = from; i < from + n; i++) max = m.max(max, t === 1 ? x[i]! : m.div(x[i]!, t));
    let total = 0;
    for (let i = from; i < from + n; i++) {
      total = sum.add(total, m.exp(m.sub(t === 1 ? x[i]! : m.div(x[i]!, t), Number.isFinite(max) ? max : 0)));
    }
    out[to] = m.add(Number.isFinite(max) ? max : 0, m.log(m.constant(total)));
  },
  masked: -Infinity,
  reduces: true,
};

/**
 * Log-sum-exp, log of the sum of exp(x_j / T) along an axis, which is removed: a smooth maximum. Computed as
 * m / T + log1p(sum of the others), where m is the largest, which cannot overflow. Where the two cancel, near a
 * result of 0, the error is 2^-52 absolute.
 *
 * NaN in, NaN out; +inf gives +inf, nothing but -inf gives -inf, as does an empty axis: the logarithm of 0.
 *
 * @throws RangeError for an axis, temperature, dtype, mode or mask that cannot be
 * @example logSumExp(numericArray([1000, 1000])).data // 1000.6931471805599
 */
export function logSumExp(array: NumericArray, options?: SoftmaxOptions): NumericArray {
  return alongAxis(row, array, options);
}

export const logSumExpRecord: SoftmaxRecord = member(row, logSumExp, {
  label: 'Log-sum-exp',
  formula: String.raw`y = \ln \sum_j e^{x_j / T}`,
  explanation: {
    en: 'A smooth maximum: never below the largest number, and above it by at most the logarithm of how many there are. It is what softmax divides by, as a logarithm, and its gradient is softmax. One result for each row: the axis is removed.',
    ko: '매끄러운 최댓값입니다. 가장 큰 수보다 작지 않고, 개수의 로그보다 더 크게 넘지 않습니다. 소프트맥스의 분모에 로그를 취한 것이며, 그 기울기가 소프트맥스입니다. 행마다 결과가 하나이므로 축이 없어집니다.',
  },
  source: blanchard,
  spellings: [
    { framework: 'PyTorch', code: 'torch.logsumexp(x, dim=-1)' },
    { framework: 'JAX', code: 'jax.nn.logsumexp(x, axis=-1)' },
    { framework: 'TensorFlow', code: 'tf.reduce_logsumexp(x, axis=-1)', note: 'without axis: over all elements' },
    { framework: 'SciPy', code: 'scipy.special.logsumexp(x, axis=-1)', note: 'without axis: over all elements' },
  ],
  distribution: false,
  plan: { ...byMaximum, ...sumOfExponentials, result: String.raw`y = m + \ln S` },
  gradient: gradientOf(logSumExpGradient, { of: softmax }),
});
