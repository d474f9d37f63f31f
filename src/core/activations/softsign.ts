import type { Activation } from './activation';
import { productError } from '../math/twofold';

/** Softsign: x / (1 + |x|), a tanh without exponentials that saturates slowly. */
export const softsign: Activation = {
  id: 'softsign',
  label: 'Softsign',
  formula: String.raw`\frac{x}{1 + |x|}`,
  derivativeFormula: String.raw`\frac{1}{(1 + |x|)^2}`,
  parameters: [],
  value: valueAt,
  derivative: slopeAt,
  valueInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = valueAt(source[i]!);
  },
  derivativeInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = slopeAt(source[i]!);
  },
  textbook: (x, _p, m) => m.div(x, m.add(m.constant(1), m.abs(x))),
  range: () => ({ min: -1, max: 1, minReached: false, maxReached: false }),
  kinks: () => [],
  properties: {
    zeroCentred: true,
    monotonic: true,
    boundedAbove: true,
    boundedBelow: true,
    smooth: false,
    saturates: 'both',
    gradientDies: 'none',
  },
  explanation: {
    en: 'An S-curve like tanh, from -1 to 1 through 0, built from one division. It approaches its bounds like 1/x where tanh does so exponentially, so it saturates gently and keeps some gradient far out. It is once but not twice differentiable at 0. Written plainly it gives NaN at infinity, where the limit is 1.',
    ko: 'tanh처럼 -1에서 1까지 0을 지나는 S자 곡선이지만 나눗셈 한 번으로 계산합니다. tanh가 지수적으로 경계에 다가가는 데 비해 1/x의 속도로 천천히 다가가므로 포화가 완만하고, 먼 곳에서도 기울기가 조금 남습니다. 0에서 한 번은 미분되지만 두 번 미분되지는 않습니다. 식을 그대로 쓰면 무한대에서 NaN이 되지만 극한값은 1입니다.',
  },
  source: {
    authors: 'Turian, Bergstra, Bengio',
    title: 'Quadratic features and deep architectures for chunking',
    year: 2009,
    url: 'https://aclanthology.org/N09-2062/',
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.softsign(x)', note: 'NaN at the infinities' },
    { framework: 'PyTorch', code: 'torch.nn.Softsign()' },
    { framework: 'JAX', code: 'jax.nn.soft_sign(x)', note: 'NaN at the infinities' },
    { framework: 'TensorFlow', code: 'tf.nn.softsign(x)' },
    { framework: 'Keras', code: 'keras.activations.softsign(x)' },
    { framework: 'ONNX', code: 'Softsign' },
    { framework: 'NumPy', code: 'x / (1 + np.abs(x))' },
  ],
  presets: [],
};

/** From here on 1 + |x| is |x| within rounding. */
const far = 2 ** 60;

function valueAt(x: number): number {
  const size = Math.abs(x);
  return size < far ? x / (1 + size) : size === Infinity ? Math.sign(x) : x / size;
}

/** 1/(1 + |x|)^2 with what 1 + |x| and its square lost; far out divided twice, for the square would overflow. */
function slopeAt(x: number): number {
  const size = Math.abs(x);
  if (!(size < far)) return 1 / size / size;
  const base = 1 + size;
  const lost = size > 1 ? 1 - (base - size) : size - (base - 1);
  const square = base * base;
  const inverse = 1 / square;
  return inverse - inverse * inverse * (productError(base, base, square) + 2 * base * lost);
}
