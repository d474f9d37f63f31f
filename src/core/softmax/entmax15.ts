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
  id: 'entmax15',
  exact: thresholdRow(2),
  textbook: (x, from, n, out, to, t, m, sum) => {
    const sorted = shiftedDescending(x, from, n, out, to, t, m);
    let total = 0;
    let squares = 0;
    let tau = 0;
    for (let k = 1; k <= n; k++) {
      const z = m.div(sorted[k - 1]!, 2);
      total = sum.add(total, z);
      squares = sum.add(squares, m.mul(z, z));
      const mean = m.div(m.constant(total), m.constant(k));
      const spread = m.sub(m.constant(squares), m.mul(m.constant(k), m.mul(mean, mean)));
      const candidate = m.sub(mean, m.sqrt(m.max(m.div(m.sub(1, spread), m.constant(k)), 0)));
      if (candidate > z) break;
      tau = candidate;
    }
    for (let i = to; i < to + n; i++) {
      const y = m.max(m.sub(m.div(out[i]!, 2), tau), 0);
      out[i] = m.mul(y, y);
    }
  },
  masked: 0,
};

/**
 * Entmax with alpha 1.5, y_i = max(x_i / (2 T) - tau, 0)^2 with tau such that the row sums to 1: between softmax and
 * sparsemax, with exact zeros far below the maximum. Source: Peters, Niculae & Martins, "Sparse sequence-to-sequence
 * models" (2019).
 *
 * A row with NaN or +inf, or nothing but -inf, gives NaN; -inf beside finite numbers gives 0.
 *
 * @throws RangeError for an axis, temperature, dtype, mode or mask that cannot be
 * @example entmax15(numericArray([-2, 0, 0.5])).data // 0, 0.3260, 0.6740, rounded to 4 digits
 */
export function entmax15(array: NumericArray, options?: SoftmaxOptions): NumericArray {
  return alongAxis(row, array, options);
}

export const entmax15Record: SoftmaxRecord = member(row, entmax15, {
  label: 'Entmax 1.5',
  formula: String.raw`y_i = \max\left(\frac{x_i}{2T} - \tau, 0\right)^2, \quad \sum_i y_i = 1`,
  explanation: {
    en: 'Half-way between softmax (alpha 1) and sparsemax (alpha 2): small shares become exactly 0, but the curve is smooth where they do, since the excess over the threshold is squared. A common choice for sparse attention.',
    ko: '소프트맥스(alpha 1)와 스파스맥스(alpha 2)의 중간입니다. 작은 몫은 정확히 0이 되지만, 문턱값을 넘은 양을 제곱하므로 0이 되는 곳에서도 곡선이 매끄럽습니다. 희소 어텐션에 자주 쓰입니다.',
  },
  source: {
    authors: 'Peters, Niculae, Martins',
    title: 'Sparse sequence-to-sequence models',
    year: 2019,
    url: 'https://aclanthology.org/P19-1146/',
  },
  spellings: [{ framework: 'PyTorch', code: 'entmax.entmax15(x, dim=-1)', note: 'from the package entmax' }],
  distribution: true,
  plan: {
    ...byMaximum,
    threshold: { formula: String.raw`\tau:\ \sum_j \max(d_j / 2 - \tau, 0)^2 = 1`, power: 2 },
    result: String.raw`y_i = \max(d_i / 2 - \tau, 0)^2`,
  },
  gradient: gradientOf(projectionGradient(0.5), { of: entmax15 }),
});
