import type { Activation } from './activation';
import { exp } from '../math/exp';

/**
 * The exponential function, e^x: its own derivative. It overflows above 709.78 in float64, 88.72 in float32 and
 * bfloat16, 11.09 in float16.
 *
 * @example exponential.value(1, {}) // 2.718281828459045
 */
export const exponential: Activation = {
  id: 'exponential',
  label: 'Exponential',
  formula: String.raw`e^{x}`,
  derivativeFormula: String.raw`e^{x}`,
  parameters: [],
  value: (x) => exp(x),
  derivative: (x) => exp(x),
  valueInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = exp(source[i]!);
  },
  derivativeInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = exp(source[i]!);
  },
  textbook: (x, _p, m) => m.exp(x),
  range: () => ({ min: 0, max: Infinity, minReached: false, maxReached: false }),
  kinks: () => [],
  properties: {
    zeroCentred: false,
    monotonic: true,
    boundedAbove: false,
    boundedBelow: true,
    smooth: true,
    saturates: 'left',
    gradientDies: 'none',
  },
  explanation: {
    en: 'Turns sums into products and any number into a positive one, which makes it the inner part of softmax, sigmoid and most smooth activations. As an output activation it models rates and counts. It grows without mercy: float64 overflows above 709.78, float32 and bfloat16 above 88.72, float16 already above 11.09, and that is where most NaNs of hand-written softmaxes begin.',
    ko: '덧셈을 곱셈으로, 모든 수를 양수로 바꾸는 함수라서 소프트맥스와 시그모이드를 비롯한 매끄러운 활성화 함수 대부분의 속살입니다. 출력층에서는 비율이나 개수를 나타낼 때 씁니다. 값이 무섭게 커져서 float64는 709.78, float32와 bfloat16은 88.72, float16은 11.09만 넘어도 넘치며, 직접 짠 소프트맥스의 NaN은 대개 여기서 시작됩니다.',
  },
  source: {
    authors: 'Nelder, Wedderburn',
    title: 'Generalized linear models',
    year: 1972,
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.exp(x)' },
    { framework: 'JAX', code: 'jax.numpy.exp(x)' },
    { framework: 'TensorFlow', code: 'tf.exp(x)' },
    { framework: 'Keras', code: 'keras.activations.exponential(x)' },
    { framework: 'ONNX', code: 'Exp' },
    { framework: 'NumPy', code: 'np.exp(x)' },
  ],
  presets: [],
};
