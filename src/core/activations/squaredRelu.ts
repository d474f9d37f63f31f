import type { Activation } from './activation';

/** Squared ReLU: max(0, x)^2. Its gradient grows with x and is continuous at 0. */
export const squaredRelu: Activation = {
  id: 'squaredRelu',
  label: 'Squared ReLU',
  formula: String.raw`\max(0, x)^2`,
  derivativeFormula: String.raw`2\max(0, x)`,
  parameters: [],
  value: valueAt,
  derivative: slopeAt,
  valueInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = valueAt(source[i]!);
  },
  derivativeInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = slopeAt(source[i]!);
  },
  textbook: (x, _p, m) => {
    const positive = m.max(m.constant(0), x);
    return m.mul(positive, positive);
  },
  range: () => ({ min: 0, max: Infinity, minReached: true, maxReached: false }),
  kinks: () => [],
  properties: {
    zeroCentred: false,
    monotonic: true,
    boundedAbove: false,
    boundedBelow: true,
    smooth: false,
    saturates: 'none',
    gradientDies: 'left',
  },
  explanation: {
    en: 'The square of a ReLU. A search over Transformer variants (Primer) found that it trains faster than GELU in feed-forward blocks. It has no corner at 0, only its second derivative jumps there, but it grows quadratically: in float16 it overflows from 256 on, and negative inputs still get no gradient.',
    ko: 'ReLU의 결과를 제곱한 함수입니다. Transformer 구조를 탐색한 Primer 연구에서 피드포워드 블록에 쓰면 GELU보다 빨리 학습된다고 알려졌습니다. 0에서 꺾이지 않고 이계도함수만 불연속이지만, 제곱으로 커지기 때문에 float16에서는 입력이 256만 되어도 넘치며 음수 쪽 기울기는 여전히 0입니다.',
  },
  source: {
    authors: 'So, Manke, Liu, Dai, Shazeer, Le',
    title: 'Primer: searching for efficient transformers for language modeling',
    year: 2021,
    url: 'https://arxiv.org/abs/2109.08668',
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.relu(x) ** 2' },
    { framework: 'JAX', code: 'jnp.square(jax.nn.relu(x))' },
    { framework: 'NumPy', code: 'np.maximum(0, x) ** 2' },
    { framework: 'Hugging Face', code: 'ACT2FN["relu2"]' },
  ],
  presets: [],
};

function valueAt(x: number): number {
  const positive = Math.max(0, x);
  return positive * positive;
}

function slopeAt(x: number): number {
  return 2 * Math.max(0, x);
}
