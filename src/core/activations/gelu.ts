import type { Activation } from './activation';
import { geluOf } from '../math/gelu';
import { geluSlope } from '../math/normal';

/** GELU at its lowest point, x = -0.7517915246935645. */
const GELU_MINIMUM = -0.1699712074799037;

/**
 * Gaussian error linear unit: x times the share of a standard normal distribution below x, x Phi(x) = x/2 (1 +
 * erf(x/sqrt 2)). The normal tail is computed by itself, so that no digit is lost below -5, where the formula
 * as written ends in noise and then in 0.
 *
 * @example gelu.value(-8, {}) // -4.976769e-15
 */
export const gelu: Activation = {
  id: 'gelu',
  label: 'GELU',
  formula: String.raw`x\,\Phi(x) = \frac{x}{2} \left(1 + \mathrm{erf}\frac{x}{\sqrt{2}}\right)`,
  derivativeFormula: String.raw`\Phi(x) + \frac{x}{\sqrt{2\pi}}\,e^{-x^2/2}`,
  parameters: [],
  value: (x) => geluOf(x),
  derivative: (x) => geluSlope(x),
  valueInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = geluOf(source[i]!);
  },
  derivativeInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = geluSlope(source[i]!);
  },
  textbook: (x, _p, m) =>
    m.mul(m.mul(m.constant(0.5), x), m.add(m.constant(1), m.erf(m.div(x, m.sqrt(m.constant(2)))))),
  range: () => ({ min: GELU_MINIMUM, max: Infinity, minReached: true, maxReached: false }),
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
    en: 'Weighs a number by the chance that a standard normal variable lies below it: large numbers pass, very negative ones are cut, and in between it dips slightly below zero, so it is not monotonic. BERT and GPT made it the standard of transformers. Beware of two functions under one name: PyTorch, TensorFlow and ONNX use the error function by default, jax.nn.gelu and keras.ops.gelu the tanh approximation, up to 4.7e-4 apart.',
    ko: '표준 정규 변수가 그 수보다 작을 확률로 수를 가중합니다. 큰 수는 그대로 통과하고 크게 음수인 수는 잘리며, 그 사이에서는 0 아래로 살짝 내려가므로 단조롭지 않습니다. BERT와 GPT를 통해 트랜스포머의 표준이 되었습니다. 같은 이름의 함수가 둘이라는 점에 주의하세요. PyTorch·TensorFlow·ONNX의 기본은 오차 함수를 쓰는 정의이고 jax.nn.gelu와 keras.ops.gelu의 기본은 tanh 근사이며, 둘은 최대 4.7e-4만큼 다릅니다.',
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
      code: 'torch.nn.functional.gelu(x)',
      note: 'approximate is "none" by default; in float64 it is wrong from the fifth digit at -7.16',
    },
    { framework: 'PyTorch', code: 'torch.nn.GELU()' },
    {
      framework: 'JAX',
      code: 'jax.nn.gelu(x, approximate=False)',
      note: 'without the argument JAX takes the tanh approximation',
    },
    { framework: 'TensorFlow', code: 'tf.nn.gelu(x)' },
    {
      framework: 'Keras',
      code: 'keras.activations.gelu(x)',
      note: 'keras.ops.gelu takes the tanh approximation by default, though its documentation shows these values',
    },
    { framework: 'ONNX', code: 'Gelu' },
    { framework: 'SciPy', code: 'x * scipy.special.ndtr(x)' },
    { framework: 'Hugging Face', code: 'ACT2FN["gelu"]' },
  ],
  presets: [],
};
