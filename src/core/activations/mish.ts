import type { Activation } from './activation';
import { mishSlope, mishValue } from '../math/mish';

/** The lowest value, at x = -1.192431214515495. */
const MINIMUM = -0.3088434130172505;

/**
 * Mish: x tanh(softplus(x)), computed from e^x alone, without logarithm and without the cancellations of the
 * formula as written.
 *
 * @example mish.value(1, {}) // 0.8650983882673103
 */
export const mish: Activation = {
  id: 'mish',
  label: 'Mish',
  formula: String.raw`x \tanh(\log(1 + e^{x}))`,
  derivativeFormula: String.raw`\tanh s + x\,\sigma(x)\,(1 - \tanh^2 s),\quad s = \log(1 + e^{x})`,
  parameters: [],
  value: (x) => mishValue(x),
  derivative: (x) => mishSlope(x),
  valueInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = mishValue(source[i]!);
  },
  derivativeInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = mishSlope(source[i]!);
  },
  textbook: (x, _p, m) => m.mul(x, m.tanh(m.log(m.add(m.constant(1), m.exp(x))))),
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
    en: 'Gates a number by the tanh of its softplus. It looks like SiLU with a slightly deeper dip (-0.309 near -1.19) and a little more curvature, is smooth everywhere and unbounded above. It became known through the YOLOv4 object detector. Written as in the paper it takes three transcendental functions; algebra leaves one exponential.',
    ko: '수를 자신의 소프트플러스의 tanh로 여닫습니다. SiLU와 비슷하지만 -1.19 부근에서 -0.309까지 조금 더 깊이 내려가고 조금 더 휘어 있으며, 어디서나 매끄럽고 위로는 끝이 없습니다. 객체 검출기 YOLOv4를 통해 알려졌습니다. 논문의 식대로는 초월 함수가 세 번 필요하지만 정리하면 지수 함수 하나로 충분합니다.',
  },
  source: {
    authors: 'Misra',
    title: 'Mish: a self regularized non-monotonic activation function',
    year: 2019,
    url: 'https://arxiv.org/abs/1908.08681',
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.mish(x)' },
    { framework: 'PyTorch', code: 'torch.nn.Mish()' },
    { framework: 'JAX', code: 'jax.nn.mish(x)' },
    { framework: 'Keras', code: 'keras.activations.mish(x)' },
    { framework: 'ONNX', code: 'Mish' },
    { framework: 'Hugging Face', code: 'ACT2FN["mish"]' },
  ],
  presets: [],
};
