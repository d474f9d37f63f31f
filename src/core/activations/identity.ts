import type { Activation } from './activation';

/**
 * Identity (linear): x. The activation of an output layer that predicts any real number; without another one between
 * them, stacked linear layers are one linear layer.
 */
export const identity: Activation = {
  id: 'identity',
  label: 'Identity (linear)',
  formula: String.raw`x`,
  derivativeFormula: String.raw`1`,
  parameters: [],
  value: (x) => x,
  derivative: slopeAt,
  valueInto: (source, target) => target.set(source),
  derivativeInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = slopeAt(source[i]!);
  },
  textbook: (x) => x,
  range: () => ({ min: -Infinity, max: Infinity, minReached: false, maxReached: false }),
  kinks: () => [],
  properties: {
    zeroCentred: true,
    monotonic: true,
    boundedAbove: false,
    boundedBelow: false,
    smooth: true,
    saturates: 'none',
    gradientDies: 'none',
  },
  explanation: {
    en: 'Passes every number through unchanged. It is what an output layer uses for regression, and what "no activation" means. Its gradient is 1 everywhere, so nothing vanishes, but nothing bends either: a network of linear layers with only the identity between them computes a single linear map, however many layers it has.',
    ko: '입력을 그대로 내보냅니다. 회귀 문제의 출력층에서 쓰이며 "활성화 함수가 없다"는 말과 같습니다. 기울기가 어디서나 1이므로 사라지지는 않지만 휘어지는 곳도 없어서, 항등 함수만 끼운 선형 층은 아무리 많이 쌓아도 선형 변환 하나와 같습니다.',
  },
  source: {
    authors: 'Widrow, Hoff',
    title: 'Adaptive switching circuits (the linear unit ADALINE)',
    year: 1960,
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.Identity()' },
    { framework: 'JAX', code: 'jax.nn.identity(x)' },
    { framework: 'TensorFlow', code: 'tf.identity(x)' },
    { framework: 'Keras', code: 'keras.activations.linear(x)' },
    { framework: 'ONNX', code: 'Identity' },
    { framework: 'NumPy', code: 'x' },
    { framework: 'Hugging Face', code: 'ACT2FN["linear"]' },
  ],
  presets: [],
};

/** 1 for every number; NaN stays NaN. */
function slopeAt(x: number): number {
  return x === x ? 1 : NaN;
}
