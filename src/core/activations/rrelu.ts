import type { Activation, Parameters } from './activation';
import { slopedLost, slopedRange, slopedSlope, slopedValue } from './slopedHalf';

const slopeOf = (p: Parameters): number => ((p.lower ?? 1 / 8) + (p.upper ?? 1 / 3)) / 2;

/**
 * Randomised leaky ReLU in evaluation mode: x if x > 0, else (l + u)/2 x. Training draws the slope between l and u
 * anew for each number; evaluation takes the mean, and so does this record.
 */
export const rrelu: Activation = {
  id: 'rrelu',
  label: 'RReLU (evaluation)',
  formula: String.raw`\begin{cases} x & x > 0 \\ \frac{l + u}{2}\,x & x \le 0 \end{cases}`,
  derivativeFormula: String.raw`\begin{cases} 1 & x > 0 \\ \frac{l + u}{2} & x \le 0 \end{cases}`,
  parameters: [
    { id: 'lower', symbol: 'l', default: 1 / 8, slider: [0, 1] },
    { id: 'upper', symbol: 'u', default: 1 / 3, slider: [0, 1] },
  ],
  ordered: { lower: 'lower', upper: 'upper', strictly: false },
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
  textbook: (x, { lower = 1 / 8, upper = 1 / 3 }, m) =>
    x > 0 ? x : m.mul(m.div(m.add(m.constant(lower), m.constant(upper)), m.constant(2)), x),
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
    en: 'A leaky ReLU that draws its negative slope at random between a lower and an upper bound during training, which regularises, and uses the mean of the two when it is evaluated. What is shown here is the evaluation: a fixed slope of 11/48, about 0.229, with the usual bounds 1/8 and 1/3.',
    ko: '학습할 때 음수 쪽 기울기를 하한과 상한 사이에서 무작위로 뽑아 규제 효과를 얻고, 평가할 때는 두 값의 평균을 쓰는 Leaky ReLU입니다. 여기서 계산하는 것은 평가 모드이며, 흔히 쓰는 하한 1/8과 상한 1/3이면 기울기가 11/48, 약 0.229로 고정됩니다.',
  },
  source: {
    authors: 'Xu, Wang, Chen, Li',
    title: 'Empirical evaluation of rectified activations in convolutional network',
    year: 2015,
    url: 'https://arxiv.org/abs/1505.00853',
  },
  spellings: [
    {
      framework: 'PyTorch',
      code: 'torch.nn.functional.rrelu(x)',
      params: { lower: 1 / 8, upper: 1 / 3 },
      note: 'with training=True the slope is random',
    },
    { framework: 'PyTorch', code: 'torch.nn.RReLU()', params: { lower: 1 / 8, upper: 1 / 3 } },
  ],
  presets: [{ id: 'pytorch', label: 'PyTorch (1/8 to 1/3)', params: { lower: 1 / 8, upper: 1 / 3 } }],
};
