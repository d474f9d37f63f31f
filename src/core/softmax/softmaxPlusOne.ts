import type { NumericArray } from '../array/numericArray';
import { alongAxis, type RowFunction } from './alongAxis';
import { expDifference, expScaledDifference, scaleOf } from './difference';
import { divideRow } from './divideRow';
import { exponentials, firstMaximum } from './exponentials';
import type { SoftmaxOptions } from './options';
import { gradientOf, softmaxPlusOneGradient } from './gradients';
import { member } from './member';
import { byMaximum, quotient, sumOfExponentials } from './planParts';
import type { SoftmaxRecord } from './record';
import { stepwiseSoftmaxPlusOne } from './stepwiseRows';

const row: RowFunction = {
  id: 'softmaxPlusOne',
  exact: (x, from, n, out, to, temperature) => {
    const place = firstMaximum(x, from, n);
    const m = Math.max(0, x[place]!);
    const scale = scaleOf(temperature);
    let sum = NaN;
    if (m === 0) sum = 1 + exponentials(x, from, n, out, to, 0, -1, scale);
    else if (m < Infinity) {
      const one = scale ? expScaledDifference(0, m, scale) : expDifference(0, m);
      sum = 1 + (exponentials(x, from, n, out, to, m, place, scale) + one);
    }
    if (!(sum >= 1)) out.fill(NaN, to, to + n);
    else divideRow(out, to, n, sum);
  },
  textbook: (x, from, n, out, to, t, m, sum) => {
    let max = 0;
    for (let i = 0; i < n; i++) {
      const v = t === 1 ? x[from + i]! : m.div(x[from + i]!, t);
      out[to + i] = v;
      max = m.max(max, v);
    }
    let total = sum.constant(m.exp(m.neg(max)));
    for (let i = to; i < to + n; i++) {
      const y = m.exp(m.sub(out[i]!, max));
      out[i] = y;
      total = sum.add(total, y);
    }
    total = m.constant(total);
    for (let i = to; i < to + n; i++) out[i] = m.div(out[i]!, total);
  },
  stepwise: stepwiseSoftmaxPlusOne,
  masked: 0,
};

/**
 * Softmax plus one, y_i = exp(x_i / T) / (1 + sum of exp(x_j / T)): a softmax with one more number, 0, whose share is
 * left away, so a row may sum to less than 1, down to 0 when nothing stands out ("quiet softmax"; Miller, "Attention
 * is off by one", 2023). Shifted by max(0, max x), so it cannot overflow.
 *
 * A row with NaN or +inf gives NaN; -inf gives 0, a row of nothing else too.
 *
 * @throws RangeError for an axis, temperature, dtype, mode or mask that cannot be
 * @example softmaxPlusOne(numericArray([0])).data // 0.5
 */
export function softmaxPlusOne(array: NumericArray, options?: SoftmaxOptions): NumericArray {
  return alongAxis(row, array, options);
}

export const softmaxPlusOneRecord: SoftmaxRecord = member(row, softmaxPlusOne, {
  label: 'Softmax plus one',
  formula: String.raw`y_i = \frac{e^{x_i / T}}{1 + \sum_j e^{x_j / T}}`,
  explanation: {
    en: 'Softmax with one more, silent entry of 0 in the row. When every number is far below 0 all shares fade to 0, so an attention head may say "nothing here", which softmax cannot. Also called quiet softmax or softmax1.',
    ko: '값이 0인 보이지 않는 항을 하나 더한 소프트맥스입니다. 모든 수가 0보다 훨씬 작으면 몫이 모두 0으로 사라지므로, 어텐션 헤드가 "볼 것이 없다"고 말할 수 있습니다. 소프트맥스는 그럴 수 없습니다. quiet softmax 또는 softmax1이라고도 합니다.',
  },
  source: {
    authors: 'Miller',
    title: 'Attention is off by one',
    year: 2023,
    url: 'https://www.evanmiller.org/attention-is-off-by-one.html',
  },
  spellings: [{ framework: 'PyTorch', code: 'x.exp() / (1 + x.exp().sum(-1, keepdim=True))', note: 'overflows' }],
  distribution: false,
  plan: {
    ...byMaximum,
    shift: { formula: String.raw`m = \max(0, \max_j s_j)`, of: (max, m) => m.max(0, max) },
    exponentials: sumOfExponentials.exponentials,
    sum: { formula: String.raw`S = \exp(-m) + \sum_j e_j`, first: (c, m) => m.exp(m.neg(c)) },
    result: quotient,
  },
  gradient: gradientOf(softmaxPlusOneGradient, { of: softmaxPlusOne }),
});
