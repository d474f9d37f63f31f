import type { Activation } from './activation';
import { productError, sumError } from '../math/twofold';

/** Hard swish (hard SiLU): x relu6(x + 3)/6, a SiLU of polynomials. */
export const hardSwish: Activation = {
  id: 'hardSwish',
  label: 'Hard swish',
  formula: String.raw`x\,\frac{\min(\max(x + 3, 0), 6)}{6}`,
  derivativeFormula: String.raw`\begin{cases} 0 & x \le -3 \\ \tfrac{2x + 3}{6} & -3 < x < 3 \\ 1 & x \ge 3 \end{cases}`,
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
    const gate = m.min(m.max(m.add(x, m.constant(3)), m.constant(0)), m.constant(6));
    return m.div(m.mul(x, gate), m.constant(6));
  },
  range: () => ({ min: -0.375, max: Infinity, minReached: true, maxReached: false }),
  kinks: () => [-3, 3],
  properties: {
    zeroCentred: false,
    monotonic: false,
    boundedAbove: false,
    boundedBelow: true,
    smooth: false,
    saturates: 'none',
    gradientDies: 'left',
  },
  explanation: {
    en: 'A SiLU made of a parabola between -3 and 3, exactly 0 to the left and the identity to the right. MobileNetV3 uses it where an exponential costs too much. Like SiLU it dips below zero, down to -0.375 at -1.5; unlike SiLU its gradient is exactly 0 below -3. Written as x * relu6(x + 3) / 6 in float16 it overflows from about 10,900 on, though its value would fit.',
    ko: '-3과 3 사이는 포물선, 왼쪽은 정확히 0, 오른쪽은 입력 그대로인 SiLU의 근사입니다. 지수 함수가 부담스러운 모바일 환경을 위해 MobileNetV3에서 쓰였습니다. SiLU처럼 음수로 내려가 -1.5에서 최솟값 -0.375를 가지지만, SiLU와 달리 -3 아래에서는 기울기가 정확히 0입니다. float16에서 x * relu6(x + 3) / 6을 그대로 계산하면 결과는 표현할 수 있어도 약 10,900부터 중간에 넘칩니다.',
  },
  source: {
    authors: 'Howard, Sandler, Chu, Chen, Chen, Tan, Wang, Zhu, Pang, Vasudevan, Le, Adam',
    title: 'Searching for MobileNetV3',
    year: 2019,
    url: 'https://arxiv.org/abs/1905.02244',
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.hardswish(x)' },
    { framework: 'PyTorch', code: 'torch.nn.Hardswish()' },
    { framework: 'JAX', code: 'jax.nn.hard_swish(x)' },
    { framework: 'Keras', code: 'keras.activations.hard_silu(x)', note: 'also under the name hard_swish' },
    { framework: 'ONNX', code: 'HardSwish' },
    { framework: 'NumPy', code: 'x * np.clip(x + 3, 0, 6) / 6' },
  ],
  presets: [],
};

/** Three roundings could add up to just over 2 ulp, so what sum and product lost is added to the quotient. */
function valueAt(x: number): number {
  if (x <= -3) return 0;
  if (x >= 3) return x;
  const raised = x + 3;
  const product = x * raised;
  return product / 6 + (productError(x, raised, product) + x * sumError(x, 3, raised)) / 6;
}

function slopeAt(x: number): number {
  if (x <= -3) return 0;
  return x >= 3 ? 1 : (2 * x + 3) / 6;
}
