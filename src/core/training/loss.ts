import type { NumericArray } from '../array/numericArray';
import { log, log1p } from '../math/log';
import { exp } from '../math/exp';

export type LossId =
  | 'meanSquaredError'
  | 'crossEntropy'
  | 'crossEntropyWithLogits'
  | 'binaryCrossEntropy'
  | 'binaryCrossEntropyWithLogits';

/** What a loss is computed from: outputs of the network and what they should be, of the same shape, `width` a row. */
interface Rows {
  readonly y: Float64Array;
  readonly t: Float64Array;
  readonly width: number;
}

/** A loss: one number for a batch, which training makes smaller. */
export interface Loss {
  readonly id: LossId;
  readonly label: string;
  /** LaTeX, in y (outputs), t (targets), n (rows) and m (outputs a row) */
  readonly formula: string;
  readonly explanation: { readonly en: string; readonly ko: string };
  /** the activation that turns logits into what this loss takes; the loss that takes the logits themselves */
  readonly fused?: { readonly activation: string; readonly loss: LossId };
  /** the share of each row; their sum is the loss */
  rows(of: Rows): Float64Array;
  /** the derivative of the loss by each output */
  gradient(of: Rows): Float64Array;
}

/** One value a row, summed over the row's outputs and divided by `parts`. */
function perRow({ y, t, width }: Rows, parts: number, term: (y: number, t: number) => number): Float64Array {
  const rows = new Float64Array(width === 0 ? 0 : y.length / width);
  for (let i = 0; i < y.length; i++) rows[Math.floor(i / width)]! += term(y[i]!, t[i]!) / parts;
  return rows;
}

const batchOf = ({ y, width }: Rows): number => (width === 0 ? 0 : y.length / width);

/** 0 ln 0 is 0, as its limit: a probability of 0 costs nothing where the target is 0. */
const timesLog = (t: number, p: number): number => (t === 0 ? 0 : t * log(p));

/** ln(1 + e^x) without overflow. */
const softplus = (x: number): number => Math.max(x, 0) + log1p(exp(-Math.abs(x)));

const sigmoid = (x: number): number => (x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x)));

/** ln of the sum of e^y over a row. */
function logSumExpOf(y: Float64Array, start: number, width: number): number {
  let most = -Infinity;
  for (let i = start; i < start + width; i++) most = Math.max(most, y[i]!);
  if (!Number.isFinite(most)) return most;
  let sum = 0;
  for (let i = start; i < start + width; i++) sum += exp(y[i]! - most);
  return most + log(sum);
}

const records: readonly Loss[] = [
  {
    id: 'meanSquaredError',
    label: 'Mean squared error',
    formula: String.raw`L = \frac{1}{n m} \sum (y - t)^2`,
    explanation: {
      en: 'The mean of the squared differences between outputs and targets: for numbers that are measured. After a sigmoid or a softmax its gradient fades where the output is wrong and sure of it.',
      ko: '출력과 목표의 차이를 제곱하여 평균합니다. 측정한 수를 맞히는 문제에 씁니다. 시그모이드나 소프트맥스 다음에 쓰면, 틀리면서도 확신하는 곳에서 기울기가 사라집니다.',
    },
    rows: (of) => perRow(of, of.y.length, (y, t) => (y - t) * (y - t)),
    gradient: ({ y, t }) => y.map((value, i) => (2 * (value - t[i]!)) / y.length),
  },
  {
    id: 'crossEntropy',
    label: 'Cross-entropy',
    formula: String.raw`L = -\frac{1}{n} \sum t \ln y`,
    explanation: {
      en: 'The surprise at the right class under the probabilities y: for a network that ends in a softmax. Together with that softmax its gradient by the logits is y − t, which never fades.',
      ko: '확률 y에서 정답 클래스가 얼마나 뜻밖인지를 잽니다. 소프트맥스로 끝나는 신경망에 씁니다. 소프트맥스와 함께 쓰면 로짓에 대한 기울기가 y − t가 되어 사라지지 않습니다.',
    },
    fused: { activation: 'softmax', loss: 'crossEntropyWithLogits' },
    rows: (of) => perRow(of, batchOf(of), (y, t) => -timesLog(t, y)),
    gradient: (of) => of.y.map((y, i) => (of.t[i] === 0 ? 0 : -of.t[i]! / y / batchOf(of))),
  },
  {
    id: 'crossEntropyWithLogits',
    label: 'Cross-entropy with logits',
    formula: String.raw`L = \frac{1}{n} \sum t \left(\ln \sum e^{y} - y\right)`,
    explanation: {
      en: 'Cross-entropy of the softmax of the outputs, computed from the logits themselves by log-sum-exp, so that no probability rounds to 0 on the way: what frameworks call cross_entropy.',
      ko: '출력의 소프트맥스에 대한 교차 엔트로피를 로짓에서 바로, log-sum-exp로 계산합니다. 도중에 확률이 0으로 반올림되지 않습니다. 프레임워크의 cross_entropy가 이것입니다.',
    },
    rows: ({ y, t, width }) => {
      const batch = width === 0 ? 0 : y.length / width;
      return Float64Array.from({ length: batch }, (_, row) => {
        const whole = logSumExpOf(y, row * width, width);
        let sum = 0;
        for (let i = row * width; i < (row + 1) * width; i++) if (t[i] !== 0) sum += t[i]! * (whole - y[i]!);
        return sum / batch;
      });
    },
    gradient: ({ y, t, width }) => {
      const batch = y.length / width;
      const gradient = new Float64Array(y.length);
      for (let start = 0; start < y.length; start += width) {
        const whole = logSumExpOf(y, start, width);
        let mass = 0;
        for (let i = start; i < start + width; i++) mass += t[i]!;
        for (let i = start; i < start + width; i++) gradient[i] = (mass * exp(y[i]! - whole) - t[i]!) / batch;
      }
      return gradient;
    },
  },
  {
    id: 'binaryCrossEntropy',
    label: 'Binary cross-entropy',
    formula: String.raw`L = -\frac{1}{n m} \sum \left(t \ln y + (1 - t) \ln(1 - y)\right)`,
    explanation: {
      en: 'The surprise at each yes or no under the probability y: for a network that ends in a sigmoid. Together with that sigmoid its gradient by the logit is y − t.',
      ko: '확률 y에서 예 또는 아니요가 얼마나 뜻밖인지를 잽니다. 시그모이드로 끝나는 신경망에 씁니다. 시그모이드와 함께 쓰면 로짓에 대한 기울기가 y − t입니다.',
    },
    fused: { activation: 'sigmoid', loss: 'binaryCrossEntropyWithLogits' },
    rows: (of) => perRow(of, of.y.length, (y, t) => -timesLog(t, y) - (t === 1 ? 0 : (1 - t) * log1p(-y))),
    gradient: ({ y, t }) =>
      y.map((p, i) => ((t[i] === 1 ? 0 : (1 - t[i]!) / (1 - p)) - (t[i] === 0 ? 0 : t[i]! / p)) / y.length),
  },
  {
    id: 'binaryCrossEntropyWithLogits',
    label: 'Binary cross-entropy with logits',
    formula: String.raw`L = \frac{1}{n m} \sum \left(\ln(1 + e^{y}) - t y\right)`,
    explanation: {
      en: 'Binary cross-entropy of the sigmoid of the outputs, computed from the logits themselves: what frameworks call BCEWithLogitsLoss. A sigmoid before it would be taken twice.',
      ko: '출력의 시그모이드에 대한 이진 교차 엔트로피를 로짓에서 바로 계산합니다. 프레임워크의 BCEWithLogitsLoss가 이것입니다. 앞에 시그모이드를 두면 두 번 취하게 됩니다.',
    },
    rows: (of) => perRow(of, of.y.length, (y, t) => softplus(y) - t * y),
    gradient: ({ y, t }) => y.map((value, i) => (sigmoid(value) - t[i]!) / y.length),
  },
];

/** Every loss by its id. */
export const losses: ReadonlyMap<LossId, Loss> = new Map(records.map((loss) => [loss.id, loss]));

/**
 * Targets of the outputs' shape: as given where they have it, else class numbers as one-hot rows.
 *
 * @param classes the outputs a row
 * @throws RangeError when the numbers fit neither
 * @example targetRows(numericArray([2, 0]), 2, 3).data // [0, 0, 1, 1, 0, 0]
 */
export function targetRows(target: NumericArray, batch: number, classes: number): NumericArray {
  const { data } = target;
  if (data.length === batch * classes) return { data: data.slice(), shape: [batch, classes], dtype: 'float64' };
  const areClasses = data.length === batch && data.every((x) => Number.isInteger(x) && x >= 0 && x < classes);
  if (!areClasses) {
    throw new RangeError(
      `a loss requires ${batch * classes} targets, or ${batch} class numbers from 0 to ${classes - 1}, got ${data.length} values`,
    );
  }
  const rows = new Float64Array(batch * classes);
  data.forEach((label, row) => (rows[row * classes + label] = 1));
  return { data: rows, shape: [batch, classes], dtype: 'float64' };
}
