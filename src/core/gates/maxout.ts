import { axisLayout } from '../array/axis';
import type { DType, NumericArray } from '../array/numericArray';
import { rounderOf } from '../precision/roundTo';
import { alongRows, maxoutGradient } from './gradients';
import type { GateRecord } from './record';

export interface MaxoutOptions {
  /** into how many consecutive blocks of equal length the axis is cut */
  readonly pieces: number;
  /** default -1, the last */
  readonly axis?: number | undefined;
  /** the number type of the computation and of the result; default the array's own */
  readonly dtype?: DType | undefined;
}

/**
 * Maxout: cuts an axis into `pieces` consecutive blocks and takes the largest of the numbers at the same place in
 * each, y_i = max over p of x_(p L/pieces + i). The axis comes out `pieces` times shorter. NaN in, NaN out.
 * Source: Goodfellow et al., "Maxout Networks" (2013).
 *
 * @throws RangeError when the axis does not divide into `pieces`
 * @example maxout(numericArray([1, 5, 3, 2]), { pieces: 2 }).data // 3, 5
 */
export function maxout(array: NumericArray, { pieces, axis, dtype = array.dtype }: MaxoutOptions): NumericArray {
  const { axis: resolved, length, stride, rows } = axisLayout('maxout', array, axis);
  if (!Number.isInteger(pieces) || pieces < 1 || length % pieces !== 0) {
    throw new RangeError(`maxout requires pieces that divide the axis of length ${length}, got ${String(pieces)}`);
  }
  const shape = array.shape.map((size, i) => (i === resolved ? size / pieces : size));
  const block = (length / pieces) * stride;
  const data = new Float64Array(block * (rows / stride || 0));
  const round = rounderOf(dtype, 'maxout');
  for (let o = 0; o < data.length; o++) {
    const first = Math.floor(o / block) * block * pieces + (o % block);
    let max = -Infinity;
    for (let p = 0; p < pieces; p++) max = Math.max(max, array.data[first + p * block]!);
    data[o] = round(max);
  }
  return { data, shape, dtype };
}

export const maxoutRecord: GateRecord = {
  id: 'maxout',
  label: 'Maxout',
  formula: String.raw`y = \max_p x_p`,
  explanation: {
    en: 'Takes the largest of several affine maps of the same input, W₁x + b₁, W₂x + b₂ and so on: a convex function made of straight pieces, whose shape is learned instead of chosen. ReLU is the case of two pieces with one fixed at 0. No unit dies, at the price of several times the weights.',
    ko: '같은 입력의 여러 아핀 변환 W₁x + b₁, W₂x + b₂ 등에서 가장 큰 값을 고릅니다. 직선 조각으로 이루어진 볼록 함수이며, 모양을 정해 두지 않고 학습합니다. 두 조각 가운데 하나가 0으로 고정된 경우가 ReLU입니다. 죽는 유닛이 없는 대신 가중치가 몇 배로 늘어납니다.',
  },
  source: {
    authors: 'Goodfellow, Warde-Farley, Mirza, Courville, Bengio',
    title: 'Maxout networks',
    year: 2013,
    url: 'https://arxiv.org/abs/1302.4389',
  },
  spellings: [
    { framework: 'PyTorch', code: 'x.view(*x.shape[:-1], 2, -1).amax(-2)' },
    { framework: 'NumPy', code: 'np.maximum(x @ W1 + b1, x @ W2 + b2)' },
  ],
  option: 'pieces',
  parts: ({ pieces = 2 }) => pieces,
  apply: (array, { pieces = 2, ...options } = {}) => maxout(array, { pieces, ...options }),
  gradient: (array, upstream, { axis, pieces = 2 } = {}) =>
    alongRows(array, upstream, axis, (a, dz, width) => maxoutGradient(a, dz, width, pieces)),
};
