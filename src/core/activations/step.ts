import type { Activation } from './activation';

/**
 * Heaviside step: 1 if x > 0, else 0; step(0) is 0. The activation of the first artificial neuron. Its gradient is 0
 * wherever it exists, so gradient descent cannot train through it.
 */
export const step: Activation = {
  id: 'step',
  label: 'Step (Heaviside)',
  formula: String.raw`\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}`,
  derivativeFormula: String.raw`0`,
  parameters: [],
  value: valueAt,
  derivative: slopeAt,
  valueInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = valueAt(source[i]!);
  },
  derivativeInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = slopeAt(source[i]!);
  },
  textbook: valueAt,
  range: () => ({ min: 0, max: 1, minReached: true, maxReached: true }),
  kinks: () => [0],
  properties: {
    zeroCentred: false,
    monotonic: true,
    boundedAbove: true,
    boundedBelow: true,
    smooth: false,
    saturates: 'none',
    gradientDies: 'everywhere',
  },
  explanation: {
    en: 'Fires (1) when its input is positive and stays silent (0) otherwise: the neuron of McCulloch and Pitts and of the perceptron. It makes a hard decision, which is easy to read, but its gradient is 0 everywhere, so a network of steps cannot learn by gradient descent. At 0 conventions differ: here and in `x > 0` it gives 0, and np.heaviside lets you choose.',
    ko: '입력이 0보다 크면 1, 아니면 0을 내보내는 계단 함수로, 매컬러-피츠 뉴런과 퍼셉트론이 쓰던 활성화 함수입니다. 판단이 뚜렷해 이해하기 쉽지만 기울기가 어디서나 0이어서 경사 하강법으로는 학습할 수 없습니다. 입력이 정확히 0일 때의 값은 관례마다 다른데, 여기서는 `x > 0`과 같이 0이며 np.heaviside에서는 직접 정할 수 있습니다.',
  },
  source: {
    authors: 'McCulloch, Pitts',
    title: 'A logical calculus of the ideas immanent in nervous activity',
    year: 1943,
    url: 'https://doi.org/10.1007/BF02478259',
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.heaviside(x, torch.tensor(0.0))' },
    { framework: 'JAX', code: 'jnp.heaviside(x, 0.0)' },
    { framework: 'NumPy', code: 'np.heaviside(x, 0.0)', note: 'the second argument is the value at 0, often 0.5' },
    { framework: 'NumPy', code: 'np.array(x > 0, dtype=int)' },
  ],
  presets: [],
};

function valueAt(x: number): number {
  return x === x ? Number(x > 0) : NaN;
}

function slopeAt(x: number): number {
  return x === x ? 0 : NaN;
}
