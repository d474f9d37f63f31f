import type { Activation } from './activation';
import { tanhShrink as shrink, tanhShrinkSlope } from '../math/tanh';

/**
 * What tanh takes away: x - tanh(x). Near 0 the difference cancels and is computed from its power series, x^3/3
 * - 2x^5/15 + ...
 *
 * @example tanhShrink.value(1e-5, {}) // 3.3333333332e-16, where x - tanh(x) keeps 6 digits
 */
export const tanhShrink: Activation = {
  id: 'tanhShrink',
  label: 'Tanhshrink',
  formula: String.raw`x - \tanh(x)`,
  derivativeFormula: String.raw`\tanh^2(x)`,
  parameters: [],
  value: (x) => shrink(x),
  derivative: (x) => tanhShrinkSlope(x),
  valueInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = shrink(source[i]!);
  },
  derivativeInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = tanhShrinkSlope(source[i]!);
  },
  textbook: (x, _p, m) => m.sub(x, m.tanh(x)),
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
    en: 'What is left of a number after its tanh is taken away: small values are shrunk almost to zero (to about a third of their cube), large ones are moved one unit towards zero. It is a smooth shrinkage function for sparse coding and denoising. Written as x - tanh(x) it loses all digits for small x, in every framework looked at.',
    ko: '수에서 자신의 tanh를 뺀 나머지입니다. 작은 값은 세제곱의 3분의 1 정도로 거의 0까지 줄고, 큰 값은 0 쪽으로 1만큼 옮겨집니다. 희소 코딩과 잡음 제거에 쓰이는 매끄러운 수축 함수입니다. x - tanh(x)로 그대로 계산하면 x가 작을 때 자릿수를 모두 잃는데, 살펴본 프레임워크가 모두 그렇습니다.',
  },
  source: {
    authors: 'Collobert, Kavukcuoglu, Farabet',
    title: 'Torch7: a Matlab-like environment for machine learning',
    year: 2011,
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.tanhshrink(x)' },
    { framework: 'PyTorch', code: 'torch.nn.Tanhshrink()' },
    { framework: 'Keras', code: 'keras.activations.tanh_shrink(x)' },
    { framework: 'NumPy', code: 'x - np.tanh(x)' },
  ],
  presets: [],
};
