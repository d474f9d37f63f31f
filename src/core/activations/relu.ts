import type { Activation } from './activation';

/**
 * Rectified linear unit: max(0, x). The default of hidden layers: cheap, and its gradient does not fade on the
 * positive side. At 0 the derivative is 0, as in PyTorch.
 */
export const relu: Activation = {
  id: 'relu',
  label: 'ReLU',
  formula: String.raw`\max(0, x)`,
  derivativeFormula: String.raw`\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}`,
  parameters: [],
  value: valueAt,
  derivative: slopeAt,
  valueInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = valueAt(source[i]!);
  },
  derivativeInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = slopeAt(source[i]!);
  },
  textbook: (x, _p, m) => m.max(m.constant(0), x),
  range: () => ({ min: 0, max: Infinity, minReached: true, maxReached: false }),
  kinks: () => [0],
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
    en: 'Keeps positive numbers and replaces negative ones by 0. It is cheap, its gradient is exactly 1 for positive inputs so that deep networks train, and the zeros make activations sparse, which regularises a little like dropout. The price is the dying ReLU: a unit that only ever sees negative inputs outputs 0, gets gradient 0, and its weights stop learning.',
    ko: '양수는 그대로 두고 음수는 0으로 바꿉니다. 계산이 간단하고 양수 쪽 기울기가 정확히 1이라 깊은 신경망도 잘 학습되며, 출력에 0이 많아지는 희소성 덕분에 드롭아웃과 비슷한 규제 효과도 있습니다. 대신 항상 음수만 들어오는 유닛은 출력도 기울기도 0이 되어 가중치가 더 이상 학습되지 않는데, 이를 죽은 ReLU(dying ReLU)라고 합니다.',
  },
  source: {
    authors: 'Nair, Hinton',
    title: 'Rectified linear units improve restricted Boltzmann machines',
    year: 2010,
    url: 'https://icml.cc/Conferences/2010/papers/432.pdf',
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.relu(x)' },
    { framework: 'PyTorch', code: 'torch.nn.ReLU()' },
    { framework: 'JAX', code: 'jax.nn.relu(x)' },
    { framework: 'TensorFlow', code: 'tf.nn.relu(x)' },
    {
      framework: 'Keras',
      code: 'keras.activations.relu(x)',
      note: 'takes negative_slope, max_value and threshold too; their defaults 0, None and 0 give the plain ReLU',
    },
    { framework: 'ONNX', code: 'Relu' },
    { framework: 'NumPy', code: 'np.maximum(0, x)' },
    { framework: 'Hugging Face', code: 'ACT2FN["relu"]' },
  ],
  presets: [],
};

/**
 * x times 1 or 0, without a branch on the sign: the processor cannot guess the signs of real data, and a wrong guess
 * costs more than the product. -Infinity times 0 would be NaN; adding 0 turns -0 into 0.
 */
function valueAt(x: number): number {
  return x === -Infinity ? 0 : x * Number(x > 0) + 0;
}

function slopeAt(x: number): number {
  return x === x ? Number(x > 0) : NaN;
}
