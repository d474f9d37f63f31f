import type { Activation, Parameters } from './activation';
import { expm1Parts, out, scaledExp } from '../math/exp';
import { productError } from '../math/twofold';

const alphaOf = (p: Parameters): number => p.alpha ?? 1;

/** Below this e^t - 1 is -1. */
const FLAT = -40;
/** Above this alpha (e^(x/alpha) - 1) is x. */
const LINEAR = -1e-17;

/**
 * Continuously differentiable ELU: x for x > 0, else alpha (e^(x/alpha) - 1). Unlike ELU its slope at 0 is 1
 * whatever alpha is. The rounding error of x/alpha is carried along: in the exponent it would grow.
 *
 * @example celu.value(-1, { alpha: 2 }) // -0.7869386805747332
 */
export const celu: Activation = {
  id: 'celu',
  label: 'CELU',
  formula: String.raw`\begin{cases} x & x > 0 \\ \alpha (e^{x/\alpha} - 1) & x \le 0 \end{cases}`,
  derivativeFormula: String.raw`\begin{cases} 1 & x > 0 \\ e^{x/\alpha} & x \le 0 \end{cases}`,
  parameters: [{ id: 'alpha', symbol: String.raw`\alpha`, default: 1, min: 0, open: true, slider: [0.1, 3] }],
  value: (x, p) => valueAt(x, alphaOf(p)),
  derivative: (x, p) => slopeAt(x, alphaOf(p)),
  valueInto(source, target, p) {
    const alpha = alphaOf(p);
    for (let i = 0; i < source.length; i++) target[i] = valueAt(source[i]!, alpha);
  },
  derivativeInto(source, target, p) {
    const alpha = alphaOf(p);
    for (let i = 0; i < source.length; i++) target[i] = slopeAt(source[i]!, alpha);
  },
  textbook: (x, p, m) => {
    const alpha = m.constant(alphaOf(p));
    return x > 0 ? x : m.mul(alpha, m.sub(m.exp(m.div(x, alpha)), m.constant(1)));
  },
  range: (p) => ({ min: -alphaOf(p), max: Infinity, minReached: false, maxReached: false }),
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
    en: 'An ELU whose exponent is divided by alpha, so that the two halves meet with slope 1 whatever alpha is: it is continuously differentiable, which plain ELU is only for alpha = 1. Alpha sets how far below zero it goes and how slowly it levels off. For alpha = 1 it is ELU.',
    ko: '지수를 alpha로 나누어, alpha가 무엇이든 두 부분이 기울기 1로 만나도록 고친 ELU입니다. 따라서 어디서나 연속으로 미분되는데, ELU는 alpha가 1일 때만 그렇습니다. alpha는 0 아래로 얼마나 내려가고 얼마나 천천히 평평해지는지를 정하며, 1이면 ELU와 같습니다.',
  },
  source: {
    authors: 'Barron',
    title: 'Continuously differentiable exponential linear units',
    year: 2017,
    url: 'https://arxiv.org/abs/1704.07483',
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.celu(x)', params: { alpha: 1 } },
    { framework: 'PyTorch', code: 'torch.nn.CELU()', params: { alpha: 1 } },
    { framework: 'JAX', code: 'jax.nn.celu(x)', params: { alpha: 1 } },
    { framework: 'Keras', code: 'keras.activations.celu(x)', params: { alpha: 1 } },
    { framework: 'ONNX', code: 'Celu', params: { alpha: 1 } },
  ],
  presets: [],
};

/** What the quotient t = x/alpha leaves out. */
function quotientLow(x: number, alpha: number, t: number): number {
  const back = t * alpha;
  return (x - back - productError(t, alpha, back)) / alpha;
}

function valueAt(x: number, alpha: number): number {
  if (x > 0) return x;
  const t = x / alpha;
  if (!(t > FLAT)) return t <= FLAT ? -alpha : NaN;
  if (t > LINEAR) return x;
  expm1Parts(t, quotientLow(x, alpha, t));
  const y = alpha * out[0]!;
  return y + (productError(alpha, out[0]!, y) + alpha * out[1]!);
}

function slopeAt(x: number, alpha: number): number {
  if (x > 0) return 1;
  const t = x / alpha;
  return scaledExp(1, t, t > -800 ? quotientLow(x, alpha, t) : 0);
}
