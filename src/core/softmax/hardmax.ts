import type { NumericArray } from '../array/numericArray';
import { alongAxis, type ExactRow, type RowFunction } from './alongAxis';
import { firstMaximum } from './exponentials';
import type { SoftmaxOptions } from './options';
import { gradientOf, zeroGradient } from './gradients';
import { member } from './member';
import { byMaximum } from './planParts';
import type { SoftmaxRecord } from './record';

const exact: ExactRow = (x, from, n, out, to) => {
  const place = firstMaximum(x, from, n);
  let fill = 0;
  for (let i = from; i < from + n; i++) if (Number.isNaN(x[i])) fill = NaN;
  out.fill(fill, to, to + n);
  if (fill === 0) out[to + place - from] = 1;
};

const row: RowFunction = { id: 'hardmax', exact, textbook: exact, masked: 0 };

/**
 * Hardmax: 1 at the first maximum along an axis, 0 elsewhere: the limit of softmax as the temperature goes to 0.
 * A row with NaN gives NaN. Infinities are numbers like others here: of +inf the first takes the 1, and in a row of
 * nothing but -inf the first entry, as ONNX does.
 *
 * @throws RangeError for an axis, temperature, dtype, mode or mask that cannot be
 * @example hardmax(numericArray([1, 3, 3])).data // 0, 1, 0
 */
export function hardmax(array: NumericArray, options?: SoftmaxOptions): NumericArray {
  return alongAxis(row, array, options);
}

export const hardmaxRecord: SoftmaxRecord = member(row, hardmax, {
  label: 'Hardmax',
  formula: String.raw`y_i = \begin{cases} 1 & i = \operatorname{argmax} x \\ 0 & \text{else} \end{cases}`,
  explanation: {
    en: 'A single 1 at the first maximum, 0 elsewhere: what softmax tends to as the temperature goes to 0. It picks a class but has no gradient to learn from.',
    ko: '처음 나오는 최댓값 자리에 1 하나, 나머지는 0입니다. 온도가 0으로 갈 때 소프트맥스가 다가가는 극한입니다. 클래스를 고를 수는 있지만 학습에 쓸 기울기가 없습니다.',
  },
  source: { authors: 'ONNX', title: 'Operator Hardmax', year: 2017, url: 'https://onnx.ai/onnx/operators/' },
  spellings: [
    { framework: 'ONNX', code: 'Hardmax' },
    { framework: 'PyTorch', code: 'torch.nn.functional.one_hot(x.argmax(-1), x.size(-1))' },
    { framework: 'JAX', code: 'jax.nn.one_hot(x.argmax(-1), x.shape[-1])' },
    { framework: 'NumPy', code: 'np.eye(x.size)[x.argmax()]' },
  ],
  distribution: true,
  plan: { sign: 1, shift: byMaximum.shift, result: String.raw`y_i = [\, i = \min\{j : s_j = m\} \,]` },
  gradient: gradientOf(zeroGradient, { of: hardmax }),
});
