import type { Activation, Parameters } from './activation';
import { gatedSlope } from '../math/logistic';
import { gatedOf } from '../math/smooth';
import { productError } from '../math/twofold';

const betaOf = (p: Parameters): number => p.beta ?? 1;

/** SiLU at its lowest point; Swish of scale beta has it divided by beta. */
const SILU_MINIMUM = -0.27846454276107385;

/**
 * Swish of scale beta: x sigmoid(beta x). From x/2 at beta = 0 it bends towards ReLU as beta grows; beta = 1 is
 * SiLU.
 *
 * @example swish.value(1, { beta: 1.702 }) // 0.8457957659328212
 */
export const swish: Activation = {
  id: 'swish',
  label: 'Swish',
  formula: String.raw`x\,\sigma(\beta x)`,
  derivativeFormula: String.raw`\sigma(t)\,(1 + t\,(1 - \sigma(t))),\quad t = \beta x`,
  parameters: [{ id: 'beta', symbol: String.raw`\beta`, default: 1, min: 0, slider: [0.1, 5] }],
  value: (x, p) => valueAt(x, betaOf(p)),
  derivative: (x, p) => slopeAt(x, betaOf(p)),
  valueInto(source, target, p) {
    const beta = betaOf(p);
    for (let i = 0; i < source.length; i++) target[i] = valueAt(source[i]!, beta);
  },
  derivativeInto(source, target, p) {
    const beta = betaOf(p);
    for (let i = 0; i < source.length; i++) target[i] = slopeAt(source[i]!, beta);
  },
  textbook: (x, p, m) => {
    const t = m.mul(m.constant(betaOf(p)), x);
    return m.mul(x, m.div(m.constant(1), m.add(m.constant(1), m.exp(m.neg(t)))));
  },
  range: (p) => {
    const beta = betaOf(p);
    return {
      min: beta === 0 ? -Infinity : SILU_MINIMUM / beta,
      max: Infinity,
      minReached: beta !== 0,
      maxReached: false,
    };
  },
  kinks: () => [],
  properties: {
    zeroCentred: false,
    monotonic: false,
    boundedAbove: false,
    boundedBelow: true,
    smooth: true,
    saturates: 'left',
    gradientDies: 'none',
  },
  explanation: {
    en: 'SiLU with a scale: beta sets how sharply the gate opens. At beta = 0 it is the line x/2, at 1 it is SiLU, at 1.702 it approximates GELU, and as beta grows it approaches ReLU. The paper that named it found it by an automated search over activation functions and let beta be learned.',
    ko: '문이 얼마나 급하게 열리는지를 beta로 정하는 SiLU입니다. beta가 0이면 직선 x/2, 1이면 SiLU, 1.702이면 GELU의 근사가 되고, 커질수록 ReLU에 가까워집니다. 이 이름을 붙인 논문은 활성화 함수를 자동으로 탐색해 찾아냈고 beta를 학습하게 했습니다.',
  },
  source: {
    authors: 'Ramachandran, Zoph, Le',
    title: 'Searching for activation functions',
    year: 2017,
    url: 'https://arxiv.org/abs/1710.05941',
  },
  spellings: [
    { framework: 'JAX', code: 'jax.nn.swish(x)', params: { beta: 1 } },
    { framework: 'TensorFlow', code: 'tf.nn.swish(x)', params: { beta: 1 } },
    { framework: 'Keras', code: 'keras.activations.swish(x)', params: { beta: 1 } },
    { framework: 'ONNX', code: 'Swish(alpha)', params: { beta: 1 }, note: 'ONNX calls the scale alpha' },
    { framework: 'PyTorch', code: 'x * torch.sigmoid(beta * x)' },
    { framework: 'Hugging Face', code: 'ACT2FN["swish"]', params: { beta: 1 } },
  ],
  presets: [
    { id: 'silu', label: 'SiLU (1)', params: { beta: 1 } },
    { id: 'quickGelu', label: 'QuickGELU (1.702)', params: { beta: 1.702 } },
  ],
};

function valueAt(x: number, beta: number): number {
  const t = beta * x;
  return gatedOf(x, t, productError(beta, x, t));
}

function slopeAt(x: number, beta: number): number {
  const t = beta * x;
  const tLow = productError(beta, x, t);
  return gatedSlope(t, tLow, t, tLow);
}
