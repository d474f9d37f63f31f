import type { Activation, Parameters } from './activation';
import { logistic } from '../math/logistic';
import { softplusOf } from '../math/smooth';
import { productError } from '../math/twofold';

const betaOf = (p: Parameters): number => p.beta ?? 1;

/** Never linear: the exact function. PyTorch goes over to x where beta x > 20. */
const NEVER = Number.MAX_VALUE;
const thresholdOf = (p: Parameters): number => p.threshold ?? NEVER;

/**
 * Softplus: log(1 + e^(beta x))/beta, a smooth ReLU whose derivative is the sigmoid. Exact unless a threshold
 * is set: where beta x is above it the result is x itself, as in PyTorch, whose threshold is 20.
 *
 * @example softplus.value(-40, {}) // 4.248354255291589e-18, where log(1 + exp(-40)) is 0
 */
export const softplus: Activation = {
  id: 'softplus',
  label: 'Softplus',
  formula: String.raw`\frac{1}{\beta} \log(1 + e^{\beta x})`,
  derivativeFormula: String.raw`\sigma(\beta x)`,
  parameters: [
    { id: 'beta', symbol: String.raw`\beta`, default: 1, min: 0, open: true, slider: [0.1, 5] },
    { id: 'threshold', symbol: String.raw`\theta`, default: NEVER, slider: [0, 40] },
  ],
  value: (x, p) => softplusOf(x, betaOf(p), thresholdOf(p)),
  derivative: (x, p) => slopeAt(x, betaOf(p), thresholdOf(p)),
  valueInto(source, target, p) {
    const beta = betaOf(p);
    const threshold = thresholdOf(p);
    for (let i = 0; i < source.length; i++) target[i] = softplusOf(source[i]!, beta, threshold);
  },
  derivativeInto(source, target, p) {
    const beta = betaOf(p);
    const threshold = thresholdOf(p);
    for (let i = 0; i < source.length; i++) target[i] = slopeAt(source[i]!, beta, threshold);
  },
  textbook: (x, p, m) => {
    const beta = m.constant(betaOf(p));
    const t = m.mul(beta, x);
    return t > thresholdOf(p) ? x : m.div(m.log(m.add(m.constant(1), m.exp(t))), beta);
  },
  range: () => ({ min: 0, max: Infinity, minReached: false, maxReached: false }),
  kinks: (p) => (thresholdOf(p) === NEVER ? [] : [thresholdOf(p) / betaOf(p)]),
  properties: {
    zeroCentred: false,
    monotonic: true,
    boundedAbove: false,
    boundedBelow: true,
    smooth: true,
    saturates: 'left',
    gradientDies: 'none',
  },
  explanation: {
    en: 'A ReLU with its corner rounded off: almost 0 for negative numbers, almost x for positive ones, and log 2 at 0. Its derivative is the sigmoid. It is used where a quantity must stay positive, such as a variance. Written as log(1 + exp(x)) it overflows for large x and gives 0 below -37; PyTorch switches to x above a threshold of 20, which is off by up to 2e-9.',
    ko: '모서리를 둥글린 ReLU입니다. 음수에서는 거의 0, 양수에서는 거의 x이고 0에서는 log 2이며, 미분하면 시그모이드가 됩니다. 분산처럼 항상 양수여야 하는 값을 만들 때 씁니다. log(1 + exp(x))로 그대로 계산하면 x가 클 때 넘치고 -37 아래에서는 0이 됩니다. PyTorch는 20을 넘으면 x로 바꾸는데, 그 차이는 최대 2e-9입니다.',
  },
  source: {
    authors: 'Dugas, Bengio, Bélisle, Nadeau, Garcia',
    title: 'Incorporating second-order functional knowledge for better option pricing',
    year: 2001,
  },
  spellings: [
    {
      framework: 'PyTorch',
      code: 'torch.nn.functional.softplus(x)',
      params: { beta: 1, threshold: 20 },
      note: 'gives x itself where beta x is above 20',
    },
    { framework: 'PyTorch', code: 'torch.nn.Softplus()', params: { beta: 1, threshold: 20 } },
    { framework: 'JAX', code: 'jax.nn.softplus(x)', params: { beta: 1 } },
    { framework: 'TensorFlow', code: 'tf.nn.softplus(x)' },
    { framework: 'Keras', code: 'keras.activations.softplus(x)' },
    { framework: 'ONNX', code: 'Softplus' },
    { framework: 'NumPy', code: 'np.logaddexp(x, 0)' },
  ],
  presets: [
    { id: 'exact', label: 'JAX, Keras, ONNX (exact)', params: { beta: 1, threshold: NEVER } },
    { id: 'pytorch', label: 'PyTorch (threshold 20)', params: { beta: 1, threshold: 20 } },
  ],
};

function slopeAt(x: number, beta: number, threshold: number): number {
  const t = beta * x;
  return t > threshold ? 1 : logistic(t, productError(beta, x, t));
}
