import type { Activation, Parameters } from './activation';
import { slopedLost, slopedRange, slopedSlope, slopedValue } from './slopedHalf';

/** PyTorch's, JAX's and ONNX's default; Keras and TensorFlow take 0.2, the Keras layer 0.3. */
const defaultSlope = 0.01;
const slopeOf = (p: Parameters): number => p.negativeSlope ?? defaultSlope;

/**
 * Leaky ReLU: x if x > 0, else a x with a small slope a, so that a unit with negative inputs keeps a gradient.
 *
 * @example leakyRelu.value(-2, {}) // -0.02
 */
export const leakyRelu: Activation = {
  id: 'leakyRelu',
  label: 'Leaky ReLU',
  formula: String.raw`\begin{cases} x & x > 0 \\ a\,x & x \le 0 \end{cases}`,
  derivativeFormula: String.raw`\begin{cases} 1 & x > 0 \\ a & x \le 0 \end{cases}`,
  parameters: [{ id: 'negativeSlope', symbol: 'a', default: defaultSlope, slider: [0, 1] }],
  value: (x, p) => slopedValue(x, slopeOf(p)),
  derivative: (x, p) => slopedSlope(x, slopeOf(p)),
  valueInto(source, target, p) {
    const slope = slopeOf(p);
    for (let i = 0; i < source.length; i++) target[i] = slopedValue(source[i]!, slope);
  },
  derivativeInto(source, target, p) {
    const slope = slopeOf(p);
    for (let i = 0; i < source.length; i++) target[i] = slopedSlope(source[i]!, slope);
  },
  lost: (x, p) => slopedLost(x, slopeOf(p)),
  textbook: (x, p, m) => (x > 0 ? x : m.mul(m.constant(slopeOf(p)), x)),
  range: (p) => slopedRange(slopeOf(p)),
  kinks: (p) => (slopeOf(p) === 1 ? [] : [0]),
  properties: {
    zeroCentred: false,
    monotonic: true,
    boundedAbove: false,
    boundedBelow: false,
    smooth: false,
    saturates: 'none',
    gradientDies: 'none',
  },
  explanation: {
    en: 'A ReLU that leaks: negative inputs are not cut to 0 but multiplied by a small slope, so their gradient stays alive and a unit cannot die. Which slope is meant depends on the library: 0.01 in PyTorch, JAX and ONNX, 0.2 in TensorFlow and in the Keras function, 0.3 in the Keras layer, so the same name gives -0.01, -0.2 or -0.3 at -1.',
    ko: '음수를 0으로 자르지 않고 작은 기울기를 곱해 조금 흘려보내는 ReLU입니다. 음수 쪽에도 기울기가 남아 있어 유닛이 죽지 않습니다. 다만 기본 기울기는 라이브러리마다 달라서 PyTorch·JAX·ONNX는 0.01, TensorFlow와 Keras 함수는 0.2, Keras 층은 0.3이며, 같은 이름이라도 -1에서의 값이 -0.01, -0.2, -0.3으로 갈립니다.',
  },
  source: {
    authors: 'Maas, Hannun, Ng',
    title: 'Rectifier nonlinearities improve neural network acoustic models',
    year: 2013,
    url: 'https://ai.stanford.edu/~amaas/papers/relu_hybrid_icml2013_final.pdf',
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.leaky_relu(x)', params: { negativeSlope: 0.01 } },
    { framework: 'PyTorch', code: 'torch.nn.LeakyReLU()', params: { negativeSlope: 0.01 } },
    { framework: 'JAX', code: 'jax.nn.leaky_relu(x)', params: { negativeSlope: 0.01 } },
    { framework: 'TensorFlow', code: 'tf.nn.leaky_relu(x)', params: { negativeSlope: 0.2 } },
    { framework: 'Keras', code: 'keras.activations.leaky_relu(x)', params: { negativeSlope: 0.2 } },
    {
      framework: 'Keras',
      code: 'keras.layers.LeakyReLU()',
      params: { negativeSlope: 0.3 },
      note: 'the layer and the function of one Keras version differ; Keras 2 calls the slope alpha',
    },
    { framework: 'ONNX', code: 'LeakyRelu', params: { negativeSlope: 0.01 } },
    { framework: 'NumPy', code: 'np.where(x > 0, x, 0.01 * x)', params: { negativeSlope: 0.01 } },
  ],
  presets: [
    { id: 'pytorch', label: 'PyTorch, JAX, ONNX (0.01)', params: { negativeSlope: 0.01 } },
    { id: 'tensorflow', label: 'TensorFlow, Keras function (0.2)', params: { negativeSlope: 0.2 } },
    { id: 'kerasLayer', label: 'Keras layer (0.3)', params: { negativeSlope: 0.3 } },
    { id: 'darknet', label: 'Darknet (0.1)', params: { negativeSlope: 0.1 } },
  ],
};
