import type { Activation } from './activation';
import { gatedSlope } from '../math/logistic';
import { gatedOf } from '../math/smooth';

/** The lowest value, at x = -1.2784645427610738. */
const MINIMUM = -0.27846454276107385;

/**
 * Sigmoid linear unit, also Swish: x sigmoid(x).
 *
 * @example silu.value(-1, {}) // -0.2689414213699951
 */
export const silu: Activation = {
  id: 'silu',
  label: 'SiLU',
  formula: String.raw`x\,\sigma(x)`,
  derivativeFormula: String.raw`\sigma(x)\,(1 + x\,(1 - \sigma(x)))`,
  parameters: [],
  value: (x) => gatedOf(x, x, 0),
  derivative: (x) => gatedSlope(x, 0, x, 0),
  valueInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = gatedOf(source[i]!, source[i]!, 0);
  },
  derivativeInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = gatedSlope(source[i]!, 0, source[i]!, 0);
  },
  textbook: (x, _p, m) => m.mul(x, m.div(m.constant(1), m.add(m.constant(1), m.exp(m.neg(x))))),
  range: () => ({ min: MINIMUM, max: Infinity, minReached: true, maxReached: false }),
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
    en: 'A number that gates itself: x times its own sigmoid. It behaves like a smooth ReLU that dips below zero around -1.28, so a little gradient flows for negative inputs as well. Found several times under the names SiLU and Swish, it is the activation inside the SwiGLU blocks of today’s large language models.',
    ko: '자기 자신의 시그모이드를 곱해 스스로 문을 여닫는 수입니다. 매끄러운 ReLU처럼 움직이면서 -1.28 부근에서 0 아래로 살짝 내려가므로 음수 입력에도 기울기가 조금 흐릅니다. SiLU와 Swish라는 이름으로 여러 번 발견되었고, 오늘날 대규모 언어 모델의 SwiGLU 블록 안에서 쓰입니다.',
  },
  source: {
    authors: 'Elfwing, Uchibe, Doya',
    title: 'Sigmoid-weighted linear units for neural network function approximation in reinforcement learning',
    year: 2018,
    url: 'https://arxiv.org/abs/1702.03118',
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.silu(x)' },
    { framework: 'PyTorch', code: 'torch.nn.SiLU()' },
    { framework: 'JAX', code: 'jax.nn.silu(x)' },
    { framework: 'TensorFlow', code: 'tf.nn.silu(x)' },
    { framework: 'Keras', code: 'keras.activations.silu(x)' },
    { framework: 'ONNX', code: 'Swish' },
    { framework: 'NumPy', code: 'x / (1 + np.exp(-x))' },
    { framework: 'Hugging Face', code: 'ACT2FN["silu"]' },
  ],
  presets: [],
};
