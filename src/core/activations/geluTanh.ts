import type { Activation } from './activation';
import { geluTanhOf, geluTanhSlope } from '../math/geluTanh';

/** The lowest value, at x = -0.7524614220710162. */
const MINIMUM = -0.17004075057125412;

/**
 * The tanh approximation of GELU: x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))). It equals x times the logistic
 * function of 2 sqrt(2/pi) (x + 0.044715 x^3), which needs no difference from 1 and so keeps its digits in the
 * left tail.
 *
 * @example geluTanh.value(1, {}) // 0.8411919906082768
 */
export const geluTanh: Activation = {
  id: 'geluTanh',
  label: 'GELU (tanh)',
  formula: String.raw`\frac{x}{2} \left(1 + \tanh\left(\sqrt{2/\pi}\,(x + 0.044715\,x^3)\right)\right)`,
  derivativeFormula: String.raw`\frac{1 + \tanh u}{2} + \frac{x}{2}\,(1 - \tanh^2 u)\,u^{\prime},\quad u = \sqrt{2/\pi}\,(x + 0.044715\,x^3)`,
  parameters: [],
  value: (x) => geluTanhOf(x),
  derivative: (x) => geluTanhSlope(x),
  valueInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = geluTanhOf(source[i]!);
  },
  derivativeInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = geluTanhSlope(source[i]!);
  },
  textbook: (x, _p, m) => {
    const cube = m.mul(m.constant(0.044715), m.mul(x, m.mul(x, x)));
    const u = m.mul(m.sqrt(m.div(m.constant(2), m.constant(Math.PI))), m.add(x, cube));
    return m.mul(m.mul(m.constant(0.5), x), m.add(m.constant(1), m.tanh(u)));
  },
  range: () => ({ min: MINIMUM, max: Infinity, minReached: true, maxReached: false }),
  kinks: () => [],
  properties: {
    zeroCentred: false,
    monotonic: false,
    boundedAbove: false,
    boundedBelow: true,
    smooth: true,
    saturates: 'left',
    gradientDies: 'none',
  },
  explanation: {
    en: 'The approximation of GELU by tanh that GPT-2 and many other models were trained with, once because it was faster. It differs from the definition by up to 4.7e-4, so weights should be run with the form they were trained with. It is the default of jax.nn.gelu and keras.ops.gelu and has to be asked for in PyTorch, TensorFlow and ONNX.',
    ko: 'GPT-2를 비롯한 많은 모델이 학습할 때 쓴 GELU의 tanh 근사로, 예전에는 이쪽이 더 빨랐습니다. 정의와는 최대 4.7e-4만큼 다르므로 가중치는 학습할 때 쓴 형태로 돌려야 합니다. jax.nn.gelu와 keras.ops.gelu에서는 기본값이고, PyTorch·TensorFlow·ONNX에서는 따로 지정해야 합니다.',
  },
  source: {
    authors: 'Hendrycks, Gimpel',
    title: 'Gaussian error linear units (GELUs)',
    year: 2016,
    url: 'https://arxiv.org/abs/1606.08415',
  },
  spellings: [
    {
      framework: 'PyTorch',
      code: 'torch.nn.functional.gelu(x, approximate="tanh")',
      note: 'in float64 it is wrong from the seventh digit at -6',
    },
    { framework: 'JAX', code: 'jax.nn.gelu(x)', note: 'this is the default of JAX' },
    { framework: 'TensorFlow', code: 'tf.nn.gelu(x, approximate=True)' },
    {
      framework: 'Keras',
      code: 'keras.ops.gelu(x)',
      note: 'this is the default of keras.ops, not of keras.activations',
    },
    { framework: 'ONNX', code: 'Gelu(approximate="tanh")' },
    { framework: 'Hugging Face', code: 'ACT2FN["gelu_new"]' },
  ],
  presets: [],
};
