import type { Activation } from './activation';
import { logisticSlope } from '../math/logistic';
import { sigmoidOf } from '../math/smooth';

/**
 * Logistic sigmoid: 1/(1 + e^-x), from any number to a share between 0 and 1. In the left tail it is computed
 * as e^x/(1 + e^x), which keeps its digits down to the subnormals.
 *
 * @example sigmoid.value(-1, {}) // 0.2689414213699951
 */
export const sigmoid: Activation = {
  id: 'sigmoid',
  label: 'Sigmoid',
  formula: String.raw`\frac{1}{1 + e^{-x}}`,
  derivativeFormula: String.raw`\frac{e^{-x}}{(1 + e^{-x})^2}`,
  parameters: [],
  value: (x) => sigmoidOf(x),
  derivative: (x) => logisticSlope(x, 0),
  valueInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = sigmoidOf(source[i]!);
  },
  derivativeInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = logisticSlope(source[i]!, 0);
  },
  textbook: (x, _p, m) => m.div(m.constant(1), m.add(m.constant(1), m.exp(m.neg(x)))),
  range: () => ({ min: 0, max: 1, minReached: false, maxReached: false }),
  kinks: () => [],
  properties: {
    zeroCentred: false,
    monotonic: true,
    boundedAbove: true,
    boundedBelow: true,
    smooth: true,
    saturates: 'both',
    gradientDies: 'none',
  },
  explanation: {
    en: "Squashes any number into the open interval from 0 to 1, so the result reads as a probability or as how far a gate is open. Its slope is at most 1/4 and fades quickly on both sides, which makes deep stacks of sigmoids learn slowly (vanishing gradients), and its outputs are never negative, so the next layer's inputs are not centred. Today it lives on in gates and in the last layer of binary classifiers. In float64 it is exactly 1 from 36.74 on.",
    ko: '모든 수를 0과 1 사이로 눌러 담으므로 결과를 확률이나 문이 열린 정도로 읽을 수 있습니다. 기울기가 최대 1/4이고 양쪽에서 빠르게 사라지기 때문에 여러 층을 쌓으면 학습이 느려지며(기울기 소실), 출력이 항상 양수라 다음 층의 입력이 0을 중심으로 놓이지 않습니다. 요즘은 게이트와 이진 분류기의 마지막 층에서 주로 쓰입니다. float64에서는 36.74부터 정확히 1이 됩니다.',
  },
  source: {
    authors: 'Rumelhart, Hinton, Williams',
    title: 'Learning representations by back-propagating errors',
    year: 1986,
    url: 'https://doi.org/10.1038/323533a0',
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.sigmoid(x)' },
    { framework: 'PyTorch', code: 'torch.nn.Sigmoid()' },
    { framework: 'JAX', code: 'jax.nn.sigmoid(x)' },
    { framework: 'TensorFlow', code: 'tf.nn.sigmoid(x)' },
    { framework: 'Keras', code: 'keras.activations.sigmoid(x)' },
    { framework: 'ONNX', code: 'Sigmoid' },
    { framework: 'SciPy', code: 'scipy.special.expit(x)' },
    { framework: 'NumPy', code: '1 / (1 + np.exp(-x))' },
    { framework: 'Hugging Face', code: 'ACT2FN["sigmoid"]' },
  ],
  presets: [],
};
