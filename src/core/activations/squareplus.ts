import type { Activation } from './activation';
import { productError, sumError } from '../math/twofold';

/**
 * Squareplus: (x + sqrt(x^2 + b))/2, a smooth ReLU of algebra alone. b sets the size of the bend; 4 matches softplus
 * in curvature at 0, 0 is the ReLU. For negative x the sum cancels, so b / (2 (sqrt(x^2 + b) - x)) is computed.
 */
export const squareplus: Activation = {
  id: 'squareplus',
  label: 'Squareplus',
  formula: String.raw`\frac{x + \sqrt{x^2 + b}}{2}`,
  derivativeFormula: String.raw`\frac12 \left(1 + \frac{x}{\sqrt{x^2 + b}}\right)`,
  parameters: [{ id: 'b', symbol: 'b', default: 4, min: 0, slider: [0, 10] }],
  value: (x, p) => valueAt(x, p.b ?? 4),
  derivative: (x, p) => slopeAt(x, p.b ?? 4),
  valueInto(source, target, p) {
    const b = p.b ?? 4;
    for (let i = 0; i < source.length; i++) target[i] = valueAt(source[i]!, b);
  },
  derivativeInto(source, target, p) {
    const b = p.b ?? 4;
    for (let i = 0; i < source.length; i++) target[i] = slopeAt(source[i]!, b);
  },
  textbook: (x, { b = 4 }, m) => {
    const root = m.sqrt(m.add(m.mul(x, x), m.constant(b)));
    return m.div(m.add(x, root), m.constant(2));
  },
  range: ({ b = 4 }) => ({ min: 0, max: Infinity, minReached: b === 0, maxReached: false }),
  kinks: ({ b = 4 }) => (b === 0 ? [0] : []),
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
    en: 'A smooth version of the ReLU made of addition, multiplication and a square root, so it is cheap and never overflows an exponential. The parameter b sets the width of the bend; 0 gives the ReLU itself. To the left it fades like b/(4|x|), far more slowly than softplus, and keeps a gradient. Written plainly it loses all its digits there, and x squared overflows float16 from 256 on.',
    ko: '덧셈, 곱셈, 제곱근만으로 만든 매끄러운 ReLU로, 계산이 가볍고 지수 함수처럼 넘치지 않습니다. 매개변수 b가 꺾이는 부분의 폭을 정하며 0이면 ReLU가 됩니다. 왼쪽으로는 b/(4|x|)의 속도로 softplus보다 훨씬 천천히 줄어들어 기울기가 남습니다. 식을 그대로 계산하면 왼쪽에서 유효 숫자를 모두 잃고, float16에서는 x가 256만 되어도 제곱이 넘칩니다.',
  },
  source: {
    authors: 'Barron',
    title: 'Squareplus: a softplus-like algebraic rectifier',
    year: 2021,
    url: 'https://arxiv.org/abs/2112.11687',
  },
  spellings: [
    { framework: 'JAX', code: 'jax.nn.squareplus(x)', params: { b: 4 } },
    { framework: 'Keras', code: 'keras.activations.squareplus(x)', params: { b: 4 } },
    { framework: 'NumPy', code: '(x + np.sqrt(x**2 + 4)) / 2', params: { b: 4 } },
  ],
  presets: [
    { id: 'jax', label: 'JAX, Keras (4)', params: { b: 4 } },
    { id: 'unit', label: 'b = 1', params: { b: 1 } },
  ],
};

/** When b is this much smaller than x^2, what it adds to |x| is lost in rounding. */
const negligible = 2 ** -110;
/** Squares of numbers between these bounds neither overflow nor lose digits below the smallest normal number. */
const small = 2 ** -400;
const large = 2 ** 400;

function valueAt(x: number, b: number): number {
  const size = Math.abs(x);
  if (b <= size * negligible * size) return x > 0 ? x : x < 0 ? b / 4 / size : 0;
  const reach = Math.max(size, Math.sqrt(b));
  if (reach < small) return bent(x / small, b / small / small) * small;
  return reach > large ? bent(x / large, b / large / large) * large : bent(x, b);
}

/** Root and sum carry their rounding errors along. */
function bent(x: number, b: number): number {
  const size = Math.abs(x);
  const square = size * size;
  const radicand = square + b;
  const root = Math.sqrt(radicand);
  const sum = root + size;
  const low = sumError(root, size, sum) + rootError(size, b, square, radicand, root);
  return x > 0 ? (sum + low) / 2 : quotient(b / 2, sum, low);
}

function slopeAt(x: number, b: number): number {
  const size = Math.abs(x);
  if (b <= size * negligible * size) return x > 0 ? 1 : x < 0 ? b / 4 / size / size : 0;
  const reach = Math.max(size, Math.sqrt(b));
  if (reach < small) return steepness(x / small, b / small / small);
  return reach > large ? steepness(x / large, b / large / large) : steepness(x, b);
}

/** (r + x)/(2 r) with r the root; for negative x the equal b/(2 r (r - x)), which does not cancel. */
function steepness(x: number, b: number): number {
  const size = Math.abs(x);
  const square = size * size;
  const radicand = square + b;
  const root = Math.sqrt(radicand);
  const rootLow = rootError(size, b, square, radicand, root);
  const sum = root + size;
  const sumLow = sumError(root, size, sum) + rootLow;
  if (x > 0) return quotient(sum / 2, root, rootLow) + sumLow / (2 * root);
  const product = root * sum;
  return quotient(b / 2, product, productError(root, sum, product) + root * sumLow + sum * rootLow);
}

/** What the rounded root misses of sqrt(size^2 + b): one step of Newton's method on the exact residual. */
function rootError(size: number, b: number, square: number, radicand: number, root: number): number {
  const radicandLow = sumError(square, b, radicand) + productError(size, size, square);
  const rootSquare = root * root;
  const residual = radicand - rootSquare - productError(root, root, rootSquare) + radicandLow;
  return residual / (2 * root);
}

/** numerator / (high + low), low tiny beside high. */
function quotient(numerator: number, high: number, low: number): number {
  const rounded = numerator / high;
  return rounded - rounded * (low / high);
}
