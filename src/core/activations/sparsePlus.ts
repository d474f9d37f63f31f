import type { Activation } from './activation';

/** Sparse plus: 0 up to -1, (x + 1)^2/4 between, x from 1 on; a softplus whose zeros are real zeros. */
export const sparsePlus: Activation = {
  id: 'sparsePlus',
  label: 'Sparse plus',
  formula: String.raw`\begin{cases} 0 & x \le -1 \\ \tfrac14 (x + 1)^2 & -1 < x < 1 \\ x & x \ge 1 \end{cases}`,
  derivativeFormula: String.raw`\min(\max(\tfrac{x + 1}{2}, 0), 1)`,
  parameters: [],
  value: valueAt,
  derivative: slopeAt,
  valueInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = valueAt(source[i]!);
  },
  derivativeInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = slopeAt(source[i]!);
  },
  textbook: (x, _p, m) => {
    if (x <= -1) return 0;
    if (x >= 1) return x;
    const raised = m.add(x, m.constant(1));
    return m.div(m.mul(raised, raised), m.constant(4));
  },
  range: () => ({ min: 0, max: Infinity, minReached: true, maxReached: false }),
  kinks: () => [],
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
    en: 'A smooth ReLU made of three pieces: exactly 0 up to -1, a parabola between -1 and 1, the identity from 1 on. Like softplus it has no corner, but unlike softplus it reaches its limits, so its outputs are sparse and it needs no exponential. Its derivative is the sparse sigmoid, so below -1 there is no gradient.',
    ko: '세 조각으로 이루어진 매끄러운 ReLU입니다. -1까지는 정확히 0, -1과 1 사이는 포물선, 1부터는 입력 그대로입니다. softplus처럼 꺾이는 곳이 없으면서도 실제로 0에 도달하므로 출력이 희소하고 지수 함수도 필요 없습니다. 도함수는 sparse sigmoid이며, 따라서 -1 아래에서는 기울기가 없습니다.',
  },
  source: {
    authors: 'Blondel, Martins, Niculae',
    title: 'Learning with Fenchel-Young losses',
    year: 2020,
    url: 'https://arxiv.org/abs/1901.02324',
  },
  spellings: [
    { framework: 'JAX', code: 'jax.nn.sparse_plus(x)' },
    { framework: 'Keras', code: 'keras.activations.sparse_plus(x)' },
    { framework: 'NumPy', code: 'np.where(x <= -1, 0, np.where(x >= 1, x, (x + 1) ** 2 / 4))' },
  ],
  presets: [],
};

/** Squaring doubles the error of x + 1, so what that sum lost goes into the square. */
function valueAt(x: number): number {
  if (x <= -1) return 0;
  if (x >= 1) return x;
  const raised = x + 1;
  const lost = x - (raised - 1);
  return (raised * raised + 2 * raised * lost) / 4;
}

function slopeAt(x: number): number {
  return Math.min(Math.max((x + 1) / 2, 0), 1);
}
