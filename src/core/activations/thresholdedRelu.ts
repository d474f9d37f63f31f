import type { Activation } from './activation';

/** Thresholded ReLU: x where x > alpha, else 0. At the jump the derivative is 0. */
export const thresholdedRelu: Activation = {
  id: 'thresholdedRelu',
  label: 'Thresholded ReLU',
  formula: String.raw`\begin{cases} x & x > \alpha \\ 0 & x \le \alpha \end{cases}`,
  derivativeFormula: String.raw`\begin{cases} 1 & x > \alpha \\ 0 & x \le \alpha \end{cases}`,
  parameters: [{ id: 'alpha', symbol: '\\alpha', default: 1, slider: [0, 3] }],
  value: (x, p) => valueAt(x, p.alpha ?? 1),
  derivative: (x, p) => slopeAt(x, p.alpha ?? 1),
  valueInto(source, target, p) {
    const alpha = p.alpha ?? 1;
    for (let i = 0; i < source.length; i++) target[i] = valueAt(source[i]!, alpha);
  },
  derivativeInto(source, target, p) {
    const alpha = p.alpha ?? 1;
    for (let i = 0; i < source.length; i++) target[i] = slopeAt(source[i]!, alpha);
  },
  textbook: (x, p, m) => valueAt(x, m.constant(p.alpha ?? 1)),
  range: ({ alpha = 1 }) => {
    const min = Math.min(alpha, 0);
    return { min, max: Infinity, minReached: min === 0, maxReached: false };
  },
  kinks: (p) => [p.alpha ?? 1],
  properties: {
    zeroCentred: false,
    monotonic: true,
    boundedAbove: false,
    boundedBelow: true,
    smooth: false,
    saturates: 'none',
    gradientDies: 'left',
  },
  explanation: {
    en: 'A ReLU that fires only above alpha and then passes the full number, so it jumps from 0 to alpha. It was proposed for autoencoders without biases, where the threshold decides which features count as present. Below the threshold there is no gradient. ONNX has it as an operator with alpha 1.',
    ko: '입력이 alpha를 넘을 때만 켜지고, 켜지면 값을 그대로 내보내는 ReLU입니다. 그래서 문턱에서 0에서 alpha로 값이 뜁니다. 편향이 없는 오토인코더에서 어떤 특징이 있는지 판단하기 위해 제안되었습니다. 문턱 아래에서는 기울기가 0이며, ONNX에는 alpha가 1인 연산자로 들어 있습니다.',
  },
  source: {
    authors: 'Konda, Memisevic, Krueger',
    title: 'Zero-bias autoencoders and the benefits of co-adapting features',
    year: 2014,
    url: 'https://arxiv.org/abs/1402.3337',
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.threshold(x, 1.0, 0.0)', params: { alpha: 1 } },
    { framework: 'Keras', code: 'keras.activations.relu(x, threshold=1.0)', params: { alpha: 1 } },
    { framework: 'ONNX', code: 'ThresholdedRelu', params: { alpha: 1 } },
    { framework: 'NumPy', code: 'np.where(x > 1.0, x, 0)', params: { alpha: 1 } },
  ],
  presets: [{ id: 'onnx', label: 'ONNX (1)', params: { alpha: 1 } }],
};

function valueAt(x: number, alpha: number): number {
  return x > alpha ? x : x === x ? 0 : NaN;
}

function slopeAt(x: number, alpha: number): number {
  return x > alpha ? 1 : x === x ? 0 : NaN;
}
