import type { Activation } from './activation';
import { expm1Parts, out, scaledExp } from '../math/exp';
import { productError } from '../math/twofold';

/** The published constants, as the doubles that PyTorch and JAX use. */
const ALPHA = 1.6732632423543772;
export const SELU_SCALE = 1.0507009873554805;
/** Their product and its rounding error. */
export const SELU_BOTH = SELU_SCALE * ALPHA;
export const SELU_BOTH_LOW = productError(SELU_SCALE, ALPHA, SELU_BOTH);
/** Below this e^x - 1 is -1. */
const FLAT = -40;

/**
 * Scaled exponential linear unit: lambda x for x > 0, else lambda alpha (e^x - 1), with the two constants for
 * which means and variances keep themselves at 0 and 1 from layer to layer.
 *
 * @example selu.value(-1, {}) // -1.1113307378125627
 */
export const selu: Activation = {
  id: 'selu',
  label: 'SELU',
  formula: String.raw`\lambda \begin{cases} x & x > 0 \\ \alpha (e^{x} - 1) & x \le 0 \end{cases},\ \lambda \approx 1.0507,\ \alpha \approx 1.6733`,
  derivativeFormula: String.raw`\lambda \begin{cases} 1 & x > 0 \\ \alpha e^{x} & x \le 0 \end{cases}`,
  parameters: [],
  value: (x) => valueAt(x),
  derivative: (x) => slopeAt(x),
  valueInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = valueAt(source[i]!);
  },
  derivativeInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = slopeAt(source[i]!);
  },
  textbook: (x, _p, m) =>
    m.mul(m.constant(SELU_SCALE), x > 0 ? x : m.mul(m.constant(ALPHA), m.sub(m.exp(x), m.constant(1)))),
  range: () => ({ min: -SELU_BOTH, max: Infinity, minReached: false, maxReached: false }),
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
    en: 'An ELU with two fixed constants chosen so that activations with mean 0 and variance 1 keep them from layer to layer, without batch normalisation. That promise needs LeCun-normal weights and alpha dropout. The constants are the same in every framework, apart from ONNX, which stores them as float32 numbers.',
    ko: '평균 0, 분산 1인 활성값이 배치 정규화 없이도 층을 지나며 그 상태를 유지하도록 두 상수를 정해 둔 ELU입니다. 이 성질은 LeCun 정규 초기화와 알파 드롭아웃을 함께 쓸 때 성립합니다. 상수는 모든 프레임워크에서 같지만 ONNX는 float32 값으로 저장합니다.',
  },
  source: {
    authors: 'Klambauer, Unterthiner, Mayr, Hochreiter',
    title: 'Self-normalizing neural networks',
    year: 2017,
    url: 'https://arxiv.org/abs/1706.02515',
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.selu(x)' },
    { framework: 'PyTorch', code: 'torch.nn.SELU()' },
    { framework: 'JAX', code: 'jax.nn.selu(x)' },
    { framework: 'TensorFlow', code: 'tf.nn.selu(x)' },
    { framework: 'Keras', code: 'keras.activations.selu(x)' },
    {
      framework: 'ONNX',
      code: 'Selu',
      note: 'its default constants are float32: 1.6732631921768188 and 1.0507010221481323',
    },
  ],
  presets: [],
};

function valueAt(x: number): number {
  if (x > 0) return SELU_SCALE * x;
  if (!(x > FLAT)) return x <= FLAT ? -SELU_BOTH : NaN;
  expm1Parts(x, 0);
  const y = SELU_BOTH * out[0]!;
  return y + (productError(SELU_BOTH, out[0]!, y) + SELU_BOTH * out[1]! + SELU_BOTH_LOW * out[0]!);
}

function slopeAt(x: number): number {
  return x > 0 ? SELU_SCALE : scaledExp(SELU_BOTH, x, 0);
}
