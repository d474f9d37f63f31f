import type { Activation } from './activation';
import { productError, sumError } from '../math/twofold';

/**
 * Hard sigmoid: alpha x + beta cut to [0, 1]. PyTorch, JAX and Keras 3 mean alpha = 1/6; ONNX and Keras 2 mean 0.2.
 * `alpha` is the float64 that is given, so with 1/6 the corner lies a trifle beyond 3.
 */
export const hardSigmoid: Activation = {
  id: 'hardSigmoid',
  label: 'Hard sigmoid',
  formula: String.raw`\min(\max(\alpha x + \beta, 0), 1)`,
  derivativeFormula: String.raw`\begin{cases} \alpha & 0 < \alpha x + \beta < 1 \\ 0 & \text{otherwise} \end{cases}`,
  parameters: [
    { id: 'alpha', symbol: '\\alpha', default: 1 / 6, min: 0, open: true, slider: [0.05, 1] },
    { id: 'beta', symbol: '\\beta', default: 0.5, slider: [0, 1] },
  ],
  value: (x, p) => valueAt(x, p.alpha ?? 1 / 6, p.beta ?? 0.5),
  derivative: (x, p) => slopeAt(x, p.alpha ?? 1 / 6, p.beta ?? 0.5),
  valueInto(source, target, p) {
    const alpha = p.alpha ?? 1 / 6;
    const beta = p.beta ?? 0.5;
    for (let i = 0; i < source.length; i++) target[i] = valueAt(source[i]!, alpha, beta);
  },
  derivativeInto(source, target, p) {
    const alpha = p.alpha ?? 1 / 6;
    const beta = p.beta ?? 0.5;
    for (let i = 0; i < source.length; i++) target[i] = slopeAt(source[i]!, alpha, beta);
  },
  lost: (x, p) => valueLost(x, p.alpha ?? 1 / 6, p.beta ?? 0.5),
  textbook: (x, { alpha = 1 / 6, beta = 0.5 }, m) =>
    m.min(m.max(m.add(m.mul(m.constant(alpha), x), m.constant(beta)), m.constant(0)), m.constant(1)),
  range: () => ({ min: 0, max: 1, minReached: true, maxReached: true }),
  kinks: ({ alpha = 1 / 6, beta = 0.5 }) => [-beta / alpha, (1 - beta) / alpha],
  properties: {
    zeroCentred: false,
    monotonic: true,
    boundedAbove: true,
    boundedBelow: true,
    smooth: false,
    saturates: 'none',
    gradientDies: 'both',
  },
  explanation: {
    en: 'A sigmoid made of straight lines: a ramp from 0 to 1, constant outside. It replaces the exponential by one multiplication, for phones, microcontrollers and recurrent cells. Two ramps go under the same name: slope 1/6 (PyTorch, JAX, Keras 3), which reaches the ends at -3 and 3, and slope 0.2 (ONNX, Keras 2), which reaches them at -2.5 and 2.5. They differ by up to 0.083.',
    ko: '시그모이드를 직선으로 흉내 낸 함수로, 0에서 1까지 비스듬히 올라가고 바깥에서는 값이 고정됩니다. 지수 함수 대신 곱셈 한 번이면 되므로 휴대전화나 마이크로컨트롤러, 순환 신경망의 게이트에서 쓰입니다. 이름은 같지만 두 종류가 있어서 PyTorch·JAX·Keras 3은 기울기가 1/6이고 ±3에서 꺾이며, ONNX와 Keras 2는 0.2이고 ±2.5에서 꺾입니다. 두 함수의 차이는 최대 0.083입니다.',
  },
  source: {
    authors: 'Courbariaux, Bengio, David',
    title: 'BinaryConnect: training deep neural networks with binary weights during propagations',
    year: 2015,
    url: 'https://arxiv.org/abs/1511.00363',
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.hardsigmoid(x)', params: { alpha: 1 / 6, beta: 0.5 } },
    { framework: 'PyTorch', code: 'torch.nn.Hardsigmoid()', params: { alpha: 1 / 6, beta: 0.5 } },
    { framework: 'JAX', code: 'jax.nn.hard_sigmoid(x)', params: { alpha: 1 / 6, beta: 0.5 } },
    {
      framework: 'TensorFlow',
      code: 'tf.keras.activations.hard_sigmoid(x)',
      params: { alpha: 1 / 6, beta: 0.5 },
      note: 'with Keras 2, up to TensorFlow 2.15, the slope is 0.2',
    },
    {
      framework: 'Keras',
      code: 'keras.activations.hard_sigmoid(x)',
      params: { alpha: 1 / 6, beta: 0.5 },
      note: 'the docstring of keras.ops.hard_sigmoid says 0.2 x + 0.5, the code computes x / 6 + 0.5 (Keras 3.15)',
    },
    { framework: 'ONNX', code: 'HardSigmoid', params: { alpha: 0.2, beta: 0.5 } },
    { framework: 'NumPy', code: 'np.clip(x / 6 + 0.5, 0, 1)', params: { alpha: 1 / 6, beta: 0.5 } },
  ],
  presets: [
    { id: 'pytorch', label: 'PyTorch, JAX, Keras 3 (1/6)', params: { alpha: 1 / 6, beta: 0.5 } },
    { id: 'onnx', label: 'ONNX, Keras 2 (0.2)', params: { alpha: 0.2, beta: 0.5 } },
  ],
};

/** Beyond this size the splitting inside `productError` would overflow: move some of x's exponent to alpha. */
const large = 2 ** 900;
const shift = 2 ** 500;

/** Near the lower corner nearly all digits of alpha x + beta cancel, so what the product lost is added back. */
function valueAt(x: number, alpha: number, beta: number): number {
  const product = alpha * x;
  const ramp = product + beta;
  if (ramp > 2) return 1;
  if (ramp < -1) return 0;
  return Math.min(Math.max(ramp + lost(x, alpha, beta, product, ramp), 0), 1);
}

/** Which side of a corner x lies on is decided without rounding. */
function slopeAt(x: number, alpha: number, beta: number): number {
  const product = alpha * x;
  const ramp = product + beta;
  if (ramp > 2 || ramp < -1) return 0;
  const error = lost(x, alpha, beta, product, ramp);
  if (ramp + error <= 0 || ramp - 1 + error >= 0) return 0;
  return x === x ? alpha : NaN;
}

/** What rounding the corrected ramp lost; nothing where it is cut. */
function valueLost(x: number, alpha: number, beta: number): number {
  const product = alpha * x;
  const ramp = product + beta;
  const error = lost(x, alpha, beta, product, ramp);
  const value = ramp + error;
  return value > 0 && value < 1 ? ramp - value + error : 0;
}

function lost(x: number, alpha: number, beta: number, product: number, ramp: number): number {
  const wide = x > large || x < -large;
  const error = wide ? productError(alpha * shift, x / shift, product) : productError(alpha, x, product);
  return error + sumError(product, beta, ramp);
}
