import type { Activation, Parameters } from './activation';
import { slopedLost, slopedRange, slopedSlope, slopedValue } from './slopedHalf';

/** PyTorch's initial weight; Keras starts at 0. */
const weightOf = (p: Parameters): number => p.weight ?? 0.25;

/**
 * Parametric ReLU: x if x > 0, else w x, where the network learns w (one for all units or one a channel).
 *
 * @example prelu.value(-2, {}) // -0.5
 */
export const prelu: Activation = {
  id: 'prelu',
  label: 'PReLU',
  formula: String.raw`\begin{cases} x & x > 0 \\ w\,x & x \le 0 \end{cases}`,
  derivativeFormula: String.raw`\begin{cases} 1 & x > 0 \\ w & x \le 0 \end{cases}`,
  parameters: [{ id: 'weight', symbol: 'w', default: 0.25, slider: [-1, 1] }],
  value: (x, p) => slopedValue(x, weightOf(p)),
  derivative: (x, p) => slopedSlope(x, weightOf(p)),
  valueInto(source, target, p) {
    const weight = weightOf(p);
    for (let i = 0; i < source.length; i++) target[i] = slopedValue(source[i]!, weight);
  },
  derivativeInto(source, target, p) {
    const weight = weightOf(p);
    for (let i = 0; i < source.length; i++) target[i] = slopedSlope(source[i]!, weight);
  },
  lost: (x, p) => slopedLost(x, weightOf(p)),
  textbook: (x, p, m) => (x > 0 ? x : m.mul(m.constant(weightOf(p)), x)),
  range: (p) => slopedRange(weightOf(p)),
  kinks: (p) => (weightOf(p) === 1 ? [] : [0]),
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
    en: 'A leaky ReLU whose slope for negative inputs is learned together with the weights, one slope for the whole layer or one for each channel. It lets the network decide how much of the negative side to keep; a learned slope near 1 makes the unit linear, near 0 a ReLU, and a negative one bends it like an absolute value. PyTorch starts the slope at 0.25, Keras at 0.',
    ko: '음수 쪽 기울기를 가중치와 함께 학습하는 Leaky ReLU입니다. 기울기는 층 전체에 하나를 두거나 채널마다 하나씩 둡니다. 음수 쪽 정보를 얼마나 남길지를 신경망이 스스로 정하게 되며, 학습된 값이 1에 가까우면 선형, 0에 가까우면 ReLU, 음수이면 절댓값처럼 꺾입니다. 초깃값은 PyTorch가 0.25, Keras가 0입니다.',
  },
  source: {
    authors: 'He, Zhang, Ren, Sun',
    title: 'Delving deep into rectifiers: surpassing human-level performance on ImageNet classification',
    year: 2015,
    url: 'https://arxiv.org/abs/1502.01852',
  },
  spellings: [
    {
      framework: 'PyTorch',
      code: 'torch.nn.functional.prelu(x, weight)',
      note: 'the weight is a tensor, so it has to be given',
    },
    { framework: 'PyTorch', code: 'torch.nn.PReLU()', params: { weight: 0.25 } },
    {
      framework: 'Keras',
      code: 'keras.layers.PReLU()',
      params: { weight: 0 },
      note: 'starts at zeros: a ReLU until it has learned',
    },
    { framework: 'ONNX', code: 'PRelu', note: 'the slope is an input' },
    { framework: 'NumPy', code: 'np.where(x > 0, x, w * x)' },
  ],
  presets: [
    { id: 'pytorch', label: 'PyTorch initial weight (0.25)', params: { weight: 0.25 } },
    { id: 'keras', label: 'Keras initial weight (0)', params: { weight: 0 } },
  ],
};
