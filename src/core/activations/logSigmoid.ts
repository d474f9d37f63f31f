import type { Activation } from './activation';
import { logistic } from '../math/logistic';
import { softplusOf } from '../math/smooth';

/**
 * Logarithm of the sigmoid: log(1/(1 + e^-x)) = -softplus(-x), without the overflow and the lost tails of the
 * formula as written.
 *
 * @example logSigmoid.value(-800, {}) // -800, where log(1/(1 + exp(800))) is -Infinity
 */
export const logSigmoid: Activation = {
  id: 'logSigmoid',
  label: 'LogSigmoid',
  formula: String.raw`\log \frac{1}{1 + e^{-x}}`,
  derivativeFormula: String.raw`\frac{1}{1 + e^{x}}`,
  parameters: [],
  value: (x) => -softplusOf(-x, 1, Infinity),
  derivative: (x) => logistic(-x, 0),
  valueInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = -softplusOf(-source[i]!, 1, Infinity);
  },
  derivativeInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = logistic(-source[i]!, 0);
  },
  textbook: (x, _p, m) => m.log(m.div(m.constant(1), m.add(m.constant(1), m.exp(m.neg(x))))),
  range: () => ({ min: -Infinity, max: 0, minReached: false, maxReached: false }),
  kinks: () => [],
  properties: {
    zeroCentred: false,
    monotonic: true,
    boundedAbove: true,
    boundedBelow: false,
    smooth: true,
    saturates: 'right',
    gradientDies: 'none',
  },
  explanation: {
    en: 'The logarithm of a sigmoid probability, used inside losses such as binary cross-entropy and preference losses. Taking the logarithm of a computed sigmoid loses everything where the sigmoid has rounded to 0 or 1; written as -softplus(-x) it keeps all digits: for large negative x it is almost x itself, for large positive x it is minus a tiny number.',
    ko: '시그모이드 확률의 로그로, 이진 교차 엔트로피나 선호도 손실 같은 손실 함수 안에서 쓰입니다. 계산된 시그모이드에 로그를 취하면 값이 0이나 1로 반올림된 곳에서 모든 정보를 잃지만, -softplus(-x)로 계산하면 자릿수가 그대로 남습니다. x가 크게 음수이면 거의 x 자신이고, 크게 양수이면 아주 작은 음수입니다.',
  },
  source: {
    authors: 'Cox',
    title: 'The regression analysis of binary sequences',
    year: 1958,
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.logsigmoid(x)' },
    { framework: 'PyTorch', code: 'torch.nn.LogSigmoid()' },
    { framework: 'JAX', code: 'jax.nn.log_sigmoid(x)' },
    { framework: 'TensorFlow', code: 'tf.math.log_sigmoid(x)' },
    { framework: 'Keras', code: 'keras.activations.log_sigmoid(x)' },
    { framework: 'SciPy', code: 'scipy.special.log_expit(x)' },
    { framework: 'NumPy', code: '-np.logaddexp(0, -x)' },
  ],
  presets: [],
};
