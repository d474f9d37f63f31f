import type { Activation } from './activation';
import { tanhOf } from '../math/smooth';
import { tanhSlope } from '../math/tanh';

/**
 * Hyperbolic tangent: (e^x - e^-x)/(e^x + e^-x), a sigmoid stretched to -1..1 that passes through the origin:
 * tanh(x) = 2 sigmoid(2x) - 1.
 *
 * @example tanh.value(0.5, {}) // 0.46211715726000973
 */
export const tanh: Activation = {
  id: 'tanh',
  label: 'Tanh',
  formula: String.raw`\tanh(x) = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}`,
  derivativeFormula: String.raw`1 - \tanh^2(x)`,
  parameters: [],
  value: (x) => tanhOf(x),
  derivative: (x) => tanhSlope(x),
  valueInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = tanhOf(source[i]!);
  },
  derivativeInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = tanhSlope(source[i]!);
  },
  textbook: (x, _p, m) => m.tanh(x),
  range: () => ({ min: -1, max: 1, minReached: false, maxReached: false }),
  kinks: () => [],
  properties: {
    zeroCentred: true,
    monotonic: true,
    boundedAbove: true,
    boundedBelow: true,
    smooth: true,
    saturates: 'both',
    gradientDies: 'none',
  },
  explanation: {
    en: 'A sigmoid rescaled to the range -1 to 1 that passes through the origin: tanh(x) = 2 sigmoid(2x) - 1. Because its outputs are centred on zero and its slope at 0 is 1 instead of 1/4, gradients fade less badly than through a sigmoid, but it still saturates on both sides. It is the classic activation of recurrent networks and of outputs that must stay between -1 and 1.',
    ko: '시그모이드를 -1에서 1까지로 늘려 원점을 지나게 한 함수로, tanh(x) = 2 sigmoid(2x) - 1입니다. 출력이 0을 중심으로 퍼지고 0에서의 기울기가 1/4이 아니라 1이므로 시그모이드보다 기울기 소실이 덜하지만, 양쪽 끝에서는 여전히 포화됩니다. 순환 신경망과 -1에서 1 사이로 나와야 하는 출력에 널리 쓰여 왔습니다.',
  },
  source: {
    authors: 'LeCun, Bottou, Orr, Müller',
    title: 'Efficient BackProp',
    year: 1998,
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.tanh(x)' },
    { framework: 'PyTorch', code: 'torch.nn.Tanh()' },
    { framework: 'JAX', code: 'jax.nn.tanh(x)' },
    { framework: 'TensorFlow', code: 'tf.nn.tanh(x)' },
    { framework: 'Keras', code: 'keras.activations.tanh(x)' },
    { framework: 'ONNX', code: 'Tanh' },
    { framework: 'NumPy', code: 'np.tanh(x)' },
    { framework: 'Hugging Face', code: 'ACT2FN["tanh"]' },
  ],
  presets: [],
};
