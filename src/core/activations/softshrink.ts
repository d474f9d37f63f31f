import type { Activation } from './activation';
import { sumError } from '../math/twofold';

/** Soft shrink (soft thresholding): moves x towards 0 by lambda and stops there. At the corners the derivative is 0. */
export const softshrink: Activation = {
  id: 'softshrink',
  label: 'Soft shrink',
  formula: String.raw`\begin{cases} x - \lambda & x > \lambda \\ x + \lambda & x < -\lambda \\ 0 & \text{otherwise} \end{cases}`,
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
  lost(x, { lambda = 0.5 }) {
    const shift = x > lambda ? -lambda : x < -lambda ? lambda : 0;
    return sumError(x, shift, x + shift);
  },
  textbook: (x, p, m) => {
    const lambda = m.constant(p.lambda ?? 0.5);
    return x > lambda ? m.sub(x, lambda) : x < -lambda ? m.add(x, lambda) : valueAt(x, lambda);
  },
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
    en: 'Shrinks every number towards zero by lambda and sets what is smaller than lambda to exactly 0. It comes from denoising wavelet coefficients and is the proximal step of the L1 penalty (LASSO, ISTA): the way to make numbers sparse. In the dead zone in the middle there is no gradient.',
    ko: '모든 값을 lambda만큼 0 쪽으로 당기고, 크기가 lambda 이하인 값은 정확히 0으로 만듭니다. 웨이블릿 계수의 잡음 제거에서 나왔으며 L1 벌점의 근접 연산(LASSO, ISTA)이기도 해서 값을 희소하게 만드는 대표적인 방법입니다. 가운데 구간에서는 기울기가 0입니다.',
  },
  source: {
    authors: 'Donoho',
    title: 'De-noising by soft-thresholding',
    year: 1995,
    url: 'https://doi.org/10.1109/18.382009',
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.softshrink(x)', params: { lambda: 0.5 } },
    { framework: 'PyTorch', code: 'torch.nn.Softshrink()', params: { lambda: 0.5 } },
    { framework: 'Keras', code: 'keras.activations.soft_shrink(x)', params: { lambda: 0.5 } },
    {
      framework: 'ONNX',
      code: 'Shrink',
      note: 'is soft only when bias equals lambd; the default bias 0 gives the hard shrink',
    },
    { framework: 'NumPy', code: 'np.sign(x) * np.maximum(np.abs(x) - 0.5, 0)', params: { lambda: 0.5 } },
  ],
  presets: [{ id: 'pytorch', label: 'PyTorch, Keras (0.5)', params: { lambda: 0.5 } }],
};

function valueAt(x: number, lambda: number): number {
  return x > lambda ? x - lambda : x < -lambda ? x + lambda : x === x ? 0 : NaN;
}

function slopeAt(x: number, lambda: number): number {
  return x > lambda || x < -lambda ? 1 : x === x ? 0 : NaN;
}
