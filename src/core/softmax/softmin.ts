import type { NumericArray } from '../array/numericArray';
import { alongAxis, type RowFunction } from './alongAxis';
import { exactSoftmaxRow, textbookSoftmaxRow } from './softmax';
import type { SoftmaxOptions } from './options';
import { gradientOf, softmaxGradient } from './gradients';
import { member } from './member';
import { byMaximum, quotient, sumOfExponentials } from './planParts';
import type { SoftmaxRecord } from './record';
import { bridle } from './sources';

const row: RowFunction = {
  id: 'softmin',
  exact: (x, from, n, out, to, temperature) => {
    for (let i = 0; i < n; i++) out[to + i] = -x[from + i]!;
    exactSoftmaxRow(out, to, n, out, to, temperature);
  },
  textbook: (x, from, n, out, to, t, m, sum) => {
    for (let i = 0; i < n; i++) out[to + i] = m.neg(x[from + i]!);
    textbookSoftmaxRow(out, to, n, out, to, t, m, sum);
  },
  masked: 0,
};

/**
 * Softmin, y_i = exp(-x_i / T) / sum of exp(-x_j / T) along an axis: the softmax of -x, so the smallest number gets
 * the largest share. Contracts are softmax's, with the signs of the infinities exchanged.
 *
 * @throws RangeError for an axis, temperature, dtype, mode or mask that cannot be
 * @example softmin(numericArray([3, 2, 1])).data // 0.09003057317038046, 0.24472847105479764, 0.6652409557748219
 */
export function softmin(array: NumericArray, options?: SoftmaxOptions): NumericArray {
  return alongAxis(row, array, options);
}

export const softminRecord: SoftmaxRecord = member(row, softmin, {
  label: 'Softmin',
  formula: String.raw`y_i = \frac{e^{-x_i / T}}{\sum_j e^{-x_j / T}}`,
  explanation: {
    en: 'The softmax of the negated numbers: the smallest takes the largest share. It turns distances, costs or energies into weights, where near or cheap should count most.',
    ko: '부호를 뒤집은 수의 소프트맥스로, 가장 작은 수가 가장 큰 몫을 가집니다. 거리나 비용, 에너지를 가중치로 바꿀 때, 가깝거나 값싼 것이 더 중요하게 하려고 씁니다.',
  },
  source: bridle,
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.softmin(x, dim=-1)' },
    { framework: 'PyTorch', code: 'torch.nn.Softmin(dim=-1)' },
    { framework: 'JAX', code: 'jax.nn.softmax(-x)' },
  ],
  distribution: true,
  plan: { ...byMaximum, sign: -1, ...sumOfExponentials, result: quotient },
  gradient: gradientOf(softmaxGradient, { of: softmin, sign: -1 }),
});
