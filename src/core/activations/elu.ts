import type { Activation, Parameters } from './activation';
import { expm1, scaledExp } from '../math/exp';

const alphaOf = (p: Parameters): number => p.alpha ?? 1;

/**
 * Exponential linear unit: x for x > 0, else alpha (e^x - 1), smooth below zero where it levels off at -alpha.
 * e^x - 1 is computed without its cancellation near 0.
 *
 * @example elu.value(-1, {}) // -0.6321205588285577
 */
export const elu: Activation = {
  id: 'elu',
  label: 'ELU',
  formula: String.raw`\begin{cases} x & x > 0 \\ \alpha (e^{x} - 1) & x \le 0 \end{cases}`,
  derivativeFormula: String.raw`\begin{cases} 1 & x > 0 \\ \alpha e^{x} & x \le 0 \end{cases}`,
  parameters: [{ id: 'alpha', symbol: String.raw`\alpha`, default: 1, slider: [0.1, 3] }],
  value: (x, p) => valueAt(x, alphaOf(p)),
  derivative: (x, p) => slopeAt(x, alphaOf(p)),
  valueInto(source, target, p) {
    const alpha = alphaOf(p);
    for (let i = 0; i < source.length; i++) target[i] = valueAt(source[i]!, alpha);
  },
  derivativeInto(source, target, p) {
    const alpha = alphaOf(p);
    for (let i = 0; i < source.length; i++) target[i] = slopeAt(source[i]!, alpha);
  },
  textbook: (x, p, m) => (x > 0 ? x : m.mul(m.constant(alphaOf(p)), m.sub(m.exp(x), m.constant(1)))),
  range: (p) => ({ min: Math.min(-alphaOf(p), 0), max: Infinity, minReached: alphaOf(p) <= 0, maxReached: false }),
  kinks: () => [0],
  properties: {
    zeroCentred: false,
    monotonic: true,
    boundedAbove: false,
    boundedBelow: true,
    smooth: false,
    saturates: 'left',
    gradientDies: 'none',
  },
  explanation: {
    en: 'Like ReLU for positive numbers, but below zero it bends smoothly towards -alpha instead of cutting off. Negative outputs pull the mean of a layer towards zero, which speeds up learning, and the gradient below zero fades gradually instead of being 0 at once, so units do not die. It costs an exponential for every negative input.',
    ko: '양수에서는 ReLU와 같지만, 0 아래에서는 딱 잘리지 않고 -alpha를 향해 매끄럽게 휘어집니다. 음수 출력이 층의 평균을 0 쪽으로 당겨 학습이 빨라지고, 음수 쪽 기울기가 단번에 0이 되지 않고 서서히 줄어들어 유닛이 죽지 않습니다. 대신 음수마다 지수 함수를 계산해야 합니다.',
  },
  source: {
    authors: 'Clevert, Unterthiner, Hochreiter',
    title: 'Fast and accurate deep network learning by exponential linear units (ELUs)',
    year: 2016,
    url: 'https://arxiv.org/abs/1511.07289',
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.elu(x)', params: { alpha: 1 } },
    { framework: 'PyTorch', code: 'torch.nn.ELU()', params: { alpha: 1 } },
    { framework: 'JAX', code: 'jax.nn.elu(x)', params: { alpha: 1 } },
    { framework: 'TensorFlow', code: 'tf.nn.elu(x)' },
    { framework: 'Keras', code: 'keras.activations.elu(x)', params: { alpha: 1 } },
    { framework: 'ONNX', code: 'Elu', params: { alpha: 1 } },
    { framework: 'NumPy', code: 'np.where(x > 0, x, np.expm1(x))' },
  ],
  presets: [],
};

function valueAt(x: number, alpha: number): number {
  return x > 0 ? x : alpha * expm1(x);
}

function slopeAt(x: number, alpha: number): number {
  return x > 0 ? 1 : scaledExp(alpha, x, 0);
}
