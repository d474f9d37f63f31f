import type { Activation } from './activation';

/** Hard shrink (hard thresholding): x where |x| > lambda, else 0. At the two jumps the derivative is 0. */
export const hardShrink: Activation = {
  id: 'hardShrink',
  label: 'Hard shrink',
  formula: String.raw`\begin{cases} x & |x| > \lambda \\ 0 & \text{otherwise} \end{cases}`,
  derivativeFormula: String.raw`\begin{cases} 1 & |x| > \lambda \\ 0 & |x| \le \lambda \end{cases}`,
  parameters: [{ id: 'lambda', symbol: '\\lambda', default: 0.5, min: 0, slider: [0, 3] }],
  value: (x, p) => valueAt(x, p.lambda ?? 0.5),
  derivative: (x, p) => slopeAt(x, p.lambda ?? 0.5),
  valueInto(source, target, p) {
    const lambda = p.lambda ?? 0.5;
    for (let i = 0; i < source.length; i++) target[i] = valueAt(source[i]!, lambda);
  },
  derivativeInto(source, target, p) {
    const lambda = p.lambda ?? 0.5;
    for (let i = 0; i < source.length; i++) target[i] = slopeAt(source[i]!, lambda);
  },
  textbook: (x, p, m) => valueAt(x, m.constant(p.lambda ?? 0.5)),
  range: () => ({ min: -Infinity, max: Infinity, minReached: false, maxReached: false }),
  kinks: ({ lambda = 0.5 }) => (lambda === 0 ? [] : [-lambda, lambda]),
  properties: {
    zeroCentred: true,
    monotonic: true,
    boundedAbove: false,
    boundedBelow: false,
    smooth: false,
    saturates: 'none',
    gradientDies: 'middle',
  },
  explanation: {
    en: 'Keeps numbers larger than lambda in magnitude as they are and sets the rest to 0. Unlike soft shrink it does not bias the numbers it keeps, but it jumps at both thresholds, so a tiny change of the input can switch an output on or off. Between the thresholds there is no gradient.',
    ko: '크기가 lambda보다 큰 값은 그대로 두고 나머지는 0으로 만듭니다. soft shrink와 달리 남긴 값을 줄이지 않지만 두 문턱에서 값이 뛰기 때문에, 입력이 아주 조금만 달라져도 출력이 켜지거나 꺼질 수 있습니다. 두 문턱 사이에서는 기울기가 0입니다.',
  },
  source: {
    authors: 'Donoho, Johnstone',
    title: 'Ideal spatial adaptation by wavelet shrinkage',
    year: 1994,
    url: 'https://doi.org/10.1093/biomet/81.3.425',
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.hardshrink(x)', params: { lambda: 0.5 } },
    { framework: 'PyTorch', code: 'torch.nn.Hardshrink()', params: { lambda: 0.5 } },
    { framework: 'Keras', code: 'keras.activations.hard_shrink(x)', params: { lambda: 0.5 } },
    { framework: 'ONNX', code: 'Shrink', params: { lambda: 0.5 }, note: 'with its default bias 0' },
    { framework: 'NumPy', code: 'np.where(np.abs(x) > 0.5, x, 0)', params: { lambda: 0.5 } },
  ],
  presets: [{ id: 'pytorch', label: 'PyTorch, Keras, ONNX (0.5)', params: { lambda: 0.5 } }],
};

function valueAt(x: number, lambda: number): number {
  return x > lambda || x < -lambda ? x : x === x ? 0 : NaN;
}

function slopeAt(x: number, lambda: number): number {
  return x > lambda || x < -lambda ? 1 : x === x ? 0 : NaN;
}
