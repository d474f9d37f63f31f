import type { Activation } from './activation';

/** ReLU6: min(max(0, x), 6), a ReLU with a lid, so that activations fit few bits. */
export const relu6: Activation = {
  id: 'relu6',
  label: 'ReLU6',
  formula: String.raw`\min(\max(0, x), 6)`,
  derivativeFormula: String.raw`\begin{cases} 1 & 0 < x < 6 \\ 0 & \text{otherwise} \end{cases}`,
  parameters: [],
  value: valueAt,
  derivative: slopeAt,
  valueInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = valueAt(source[i]!);
  },
  derivativeInto(source, target) {
    for (let i = 0; i < source.length; i++) target[i] = slopeAt(source[i]!);
  },
  textbook: (x, _p, m) => m.min(m.max(m.constant(0), x), m.constant(6)),
  range: () => ({ min: 0, max: 6, minReached: true, maxReached: true }),
  kinks: () => [0, 6],
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
    en: 'A ReLU cut off at 6. The lid keeps activations in a known range, so that they survive the few bits of a mobile or fixed-point computation, and MobileNet made it popular. Beyond either end the gradient is exactly 0: units can die on the left like in a ReLU, and on the right as well.',
    ko: 'ReLU의 출력을 6에서 잘라 낸 함수입니다. 출력 범위가 정해지므로 모바일 기기나 고정소수점처럼 비트 수가 적은 계산에서도 값이 잘 유지되며, MobileNet을 통해 널리 쓰이게 되었습니다. 0 아래와 6 위에서는 기울기가 정확히 0이어서 ReLU처럼 왼쪽에서도, 그리고 오른쪽에서도 유닛이 죽을 수 있습니다.',
  },
  source: { authors: 'Krizhevsky', title: 'Convolutional deep belief networks on CIFAR-10', year: 2010 },
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.relu6(x)' },
    { framework: 'PyTorch', code: 'torch.nn.ReLU6()' },
    { framework: 'JAX', code: 'jax.nn.relu6(x)' },
    { framework: 'TensorFlow', code: 'tf.nn.relu6(x)' },
    { framework: 'Keras', code: 'keras.activations.relu6(x)' },
    { framework: 'ONNX', code: 'Clip', note: 'with min 0 and max 6' },
    { framework: 'NumPy', code: 'np.clip(x, 0, 6)' },
  ],
  presets: [],
};

function valueAt(x: number): number {
  return Math.min(Math.max(0, x), 6);
}

function slopeAt(x: number): number {
  return x > 0 && x < 6 ? 1 : x === x ? 0 : NaN;
}
