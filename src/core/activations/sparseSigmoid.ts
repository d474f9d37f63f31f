import type { Activation } from './activation';

/**
 * Sparse sigmoid: (x + 1)/2 cut to [0, 1], the derivative of sparse plus and what sparsemax gives the first of the
 * two logits [x, 0]. PyTorch has no such function; at the corners the derivative is 0 as for its hard sigmoid.
 */
export const sparseSigmoid: Activation = {
  id: 'sparseSigmoid',
  label: 'Sparse sigmoid',
  formula: String.raw`\min(\max(\tfrac{x + 1}{2}, 0), 1)`,
  derivativeFormula: String.raw`\begin{cases} \tfrac12 & -1 < x < 1 \\ 0 & \text{otherwise} \end{cases}`,
  parameters: [],
  value: valueAt,
  derivative: slopeAt,
  valueInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = valueAt(source[i]!);
  },
  derivativeInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = slopeAt(source[i]!);
  },
  textbook: (x, _p, m) => m.min(m.max(m.div(m.add(x, m.constant(1)), m.constant(2)), m.constant(0)), m.constant(1)),
  range: () => ({ min: 0, max: 1, minReached: true, maxReached: true }),
  kinks: () => [-1, 1],
  properties: {
    zeroCentred: false,
    monotonic: true,
    boundedAbove: true,
    boundedBelow: true,
    smooth: false,
    saturates: 'none',
    gradientDies: 'both',
  },
  explanation: {
    en: 'A ramp from 0 at -1 to 1 at 1. It is to the sigmoid what sparsemax is to softmax: probabilities that may be exactly 0 or 1. It is also the derivative of sparse plus, as the sigmoid is that of softplus. Inputs outside (-1, 1) get no gradient. JAX takes 1/4 as derivative at the two corners, here it is 0.',
    ko: '-1에서 0, 1에서 1이 되는 직선 경사 함수입니다. 소프트맥스에 대한 sparsemax처럼 시그모이드와 달리 정확히 0이나 1인 확률을 낼 수 있습니다. 시그모이드가 softplus의 도함수이듯 이 함수는 sparse plus의 도함수입니다. 구간 (-1, 1) 밖에서는 기울기가 0이며, 두 꺾인 점에서의 도함수는 JAX에서는 1/4이지만 여기서는 0입니다.',
  },
  source: {
    authors: 'Martins, Astudillo',
    title: 'From softmax to sparsemax: a sparse model of attention and multi-label classification',
    year: 2016,
    url: 'https://arxiv.org/abs/1602.02068',
  },
  spellings: [
    { framework: 'JAX', code: 'jax.nn.sparse_sigmoid(x)' },
    { framework: 'Keras', code: 'keras.activations.sparse_sigmoid(x)' },
    { framework: 'NumPy', code: 'np.clip((x + 1) / 2, 0, 1)' },
  ],
  presets: [],
};

function valueAt(x: number): number {
  return Math.min(Math.max((x + 1) / 2, 0), 1);
}

function slopeAt(x: number): number {
  return x > -1 && x < 1 ? 0.5 : x === x ? 0 : NaN;
}
