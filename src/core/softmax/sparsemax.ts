import type { NumericArray } from '../array/numericArray';
import { alongAxis, type RowFunction } from './alongAxis';
import { shiftedDescending } from './shiftedDescending';
import { thresholdRow } from './threshold';
import type { SoftmaxOptions } from './options';
import { gradientOf, projectionGradient } from './gradients';
import { member } from './member';
import { byMaximum } from './planParts';
import type { SoftmaxRecord } from './record';

const row: RowFunction = {
  id: 'sparsemax',
  exact: thresholdRow(1),
  textbook: (x, from, n, out, to, t, m, sum) => {
    const sorted = shiftedDescending(x, from, n, out, to, t, m);
    let total = 0;
    let tau = 0;
    for (let k = 1; k <= n; k++) {
      const z = sorted[k - 1]!;
      total = sum.add(total, z);
      if (m.add(1, m.mul(m.constant(k), z)) <= m.constant(total)) break;
      tau = m.div(m.sub(m.constant(total), 1), m.constant(k));
    }
    for (let i = to; i < to + n; i++) out[i] = m.max(m.sub(out[i]!, tau), 0);
  },
  masked: 0,
};

/**
 * Sparsemax, y_i = max(x_i / T - tau, 0) with tau such that the row sums to 1: the distribution nearest to x, with
 * exact zeros for what is far below the maximum. Source: Martins & Astudillo, "From softmax to sparsemax" (2016).
 *
 * A row with NaN or +inf, or nothing but -inf, gives NaN; -inf beside finite numbers gives 0.
 *
 * @throws RangeError for an axis, temperature, dtype, mode or mask that cannot be
 * @example sparsemax(numericArray([-2, 0, 0.5])).data // 0, 0.25, 0.75
 */
export function sparsemax(array: NumericArray, options?: SoftmaxOptions): NumericArray {
  return alongAxis(row, array, options);
}

export const sparsemaxRecord: SoftmaxRecord = member(row, sparsemax, {
  label: 'Sparsemax',
  formula: String.raw`y_i = \max\left(\frac{x_i}{T} - \tau, 0\right), \quad \sum_i y_i = 1`,
  explanation: {
    en: 'The distribution nearest to the numbers themselves, in the sense of Euclidean distance. Unlike softmax it gives exact zeros to whatever lies more than about 1 below the top, so attention or a choice narrows down to a few entries, and it is linear in between.',
    ko: '유클리드 거리로 보아 주어진 수에 가장 가까운 확률분포입니다. 소프트맥스와 달리 최댓값보다 대략 1 넘게 작은 수에는 정확히 0을 주므로 어텐션이나 선택이 몇 개로 좁혀지며, 그 사이에서는 선형입니다.',
  },
  source: {
    authors: 'Martins, Astudillo',
    title: 'From softmax to sparsemax: a sparse model of attention and multi-label classification',
    year: 2016,
    url: 'https://arxiv.org/abs/1602.02068',
  },
  spellings: [
    { framework: 'PyTorch', code: 'entmax.sparsemax(x, dim=-1)', note: 'from the package entmax' },
    {
      framework: 'Keras',
      code: 'keras.activations.sparsemax(x)',
      note: 'wrong in 3.15.1: [-2, 0, 0.5] gives [0, 0, 0.5], which sums to 0.5',
    },
  ],
  distribution: true,
  plan: {
    ...byMaximum,
    threshold: { formula: String.raw`\tau:\ \sum_j \max(d_j - \tau, 0) = 1`, power: 1 },
    result: String.raw`y_i = \max(d_i - \tau, 0)`,
  },
  gradient: gradientOf(projectionGradient(0), { of: sparsemax }),
});
