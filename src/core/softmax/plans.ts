import { entmax15 } from './entmax15';
import { hardmax } from './hardmax';
import { logShiftedSoftmax } from './logShiftedSoftmax';
import { logSoftmax } from './logSoftmax';
import { logSumExp } from './logSumExp';
import { naiveSoftmax } from './naiveSoftmax';
import { softmax } from './softmax';
import { softmaxPlusOne } from './softmaxPlusOne';
import { softmin } from './softmin';
import { sparsemax } from './sparsemax';
import type { StepPlan } from './steps';

const byMaximum = {
  sign: 1,
  shift: { formula: String.raw`m = \max_j s_j`, of: (max) => max },
  shifted: { formula: String.raw`d_i = s_i - m`, of: (x, c, _max, m) => m.sub(x, c) },
} satisfies Partial<StepPlan>;

const sumOfExponentials = {
  exponentials: String.raw`e_i = \exp(d_i)`,
  sum: { formula: String.raw`S = \sum_j e_j`, first: () => 0 },
} satisfies Partial<StepPlan>;

const quotient = String.raw`y_i = \frac{e_i}{S}`;

/** The steps of every member of the family; s is x / T, or x itself where T is 1. */
export const plans = {
  softmax: { id: 'softmax', ...byMaximum, ...sumOfExponentials, result: quotient, apply: softmax },
  logSoftmax: {
    id: 'logSoftmax',
    ...byMaximum,
    ...sumOfExponentials,
    result: String.raw`y_i = d_i - \ln S`,
    apply: logSoftmax,
  },
  softmin: { id: 'softmin', ...byMaximum, sign: -1, ...sumOfExponentials, result: quotient, apply: softmin },
  logSumExp: {
    id: 'logSumExp',
    ...byMaximum,
    ...sumOfExponentials,
    result: String.raw`y = m + \ln S`,
    apply: logSumExp,
  },
  softmaxPlusOne: {
    id: 'softmaxPlusOne',
    ...byMaximum,
    shift: { formula: String.raw`m = \max(0, \max_j s_j)`, of: (max, m) => m.max(0, max) },
    exponentials: sumOfExponentials.exponentials,
    sum: { formula: String.raw`S = \exp(-m) + \sum_j e_j`, first: (c, m) => m.exp(m.neg(c)) },
    result: quotient,
    apply: softmaxPlusOne,
  },
  naiveSoftmax: {
    id: 'naiveSoftmax',
    sign: 1,
    ...sumOfExponentials,
    exponentials: String.raw`e_i = \exp(s_i)`,
    result: quotient,
    apply: naiveSoftmax,
  },
  logShiftedSoftmax: {
    id: 'logShiftedSoftmax',
    sign: 1,
    shift: { formula: String.raw`c = \ln(\max_j s_j)`, of: (max, m) => m.log(max) },
    shifted: {
      formula: String.raw`d_i = \begin{cases} s_i - c & \max_j s_j \ge 1 \\ s_i + c & \text{else} \end{cases}`,
      of: (x, c, max, m) => (max >= 1 ? m.sub(x, c) : m.add(x, c)),
    },
    ...sumOfExponentials,
    result: quotient,
    apply: logShiftedSoftmax,
  },
  sparsemax: {
    id: 'sparsemax',
    ...byMaximum,
    threshold: { formula: String.raw`\tau:\ \sum_j \max(d_j - \tau, 0) = 1`, power: 1 },
    result: String.raw`y_i = \max(d_i - \tau, 0)`,
    apply: sparsemax,
  },
  entmax15: {
    id: 'entmax15',
    ...byMaximum,
    threshold: { formula: String.raw`\tau:\ \sum_j \max(d_j / 2 - \tau, 0)^2 = 1`, power: 2 },
    result: String.raw`y_i = \max(d_i / 2 - \tau, 0)^2`,
    apply: entmax15,
  },
  hardmax: {
    id: 'hardmax',
    sign: 1,
    shift: byMaximum.shift,
    result: String.raw`y_i = [\, i = \min\{j : s_j = m\} \,]`,
    apply: hardmax,
  },
} satisfies Record<string, StepPlan>;
