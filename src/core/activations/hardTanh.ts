import type { Activation } from './activation';

/** Hard tanh: x cut to [a, b], by default [-1, 1]. At the two corners the derivative is 0, as in PyTorch. */
export const hardTanh: Activation = {
  id: 'hardTanh',
  label: 'Hard tanh (clip)',
  formula: String.raw`\min(\max(x, a), b)`,
  derivativeFormula: String.raw`\begin{cases} 1 & a < x < b \\ 0 & \text{otherwise} \end{cases}`,
  parameters: [
    { id: 'min', symbol: 'a', default: -1, slider: [-6, 0] },
    { id: 'max', symbol: 'b', default: 1, slider: [0, 6] },
  ],
  ordered: { lower: 'min', upper: 'max', strictly: true },
  value: (x, p) => valueAt(x, p.min ?? -1, p.max ?? 1),
  derivative: (x, p) => slopeAt(x, p.min ?? -1, p.max ?? 1),
  valueInto(source, target, p) {
    const low = p.min ?? -1;
    const high = p.max ?? 1;
    for (let i = 0; i < source.length; i++) target[i] = valueAt(source[i]!, low, high);
  },
  derivativeInto(source, target, p) {
    const low = p.min ?? -1;
    const high = p.max ?? 1;
    for (let i = 0; i < source.length; i++) target[i] = slopeAt(source[i]!, low, high);
  },
  textbook: (x, { min = -1, max = 1 }, m) => m.min(m.max(x, m.constant(min)), m.constant(max)),
  range: ({ min = -1, max = 1 }) => ({ min, max, minReached: true, maxReached: true }),
  kinks: ({ min = -1, max = 1 }) => [min, max],
  properties: {
    zeroCentred: true,
    monotonic: true,
    boundedAbove: true,
    boundedBelow: true,
    smooth: false,
    saturates: 'none',
    gradientDies: 'both',
  },
  explanation: {
    en: 'A tanh made of straight lines: the identity between two bounds, constant outside. It costs two comparisons instead of exponentials and quantises well, so small and binarised networks use it. Where tanh saturates slowly, this one stops dead: outside the bounds the gradient is exactly 0. ONNX and NumPy call it clip.',
    ko: 'tanh를 직선으로 흉내 낸 함수로, 두 경계 사이에서는 입력을 그대로 내보내고 바깥에서는 경곗값으로 고정합니다. 지수 함수 대신 비교 두 번이면 되고 양자화하기 쉬워 작은 신경망이나 이진 신경망에서 쓰입니다. tanh는 서서히 포화되지만 이 함수는 경계 밖에서 기울기가 정확히 0이 됩니다. ONNX와 NumPy에서는 clip이라고 부릅니다.',
  },
  source: {
    authors: 'Collobert',
    title: 'Large scale machine learning (doctoral thesis, Université Paris 6)',
    year: 2004,
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.hardtanh(x)', params: { min: -1, max: 1 } },
    { framework: 'PyTorch', code: 'torch.nn.Hardtanh()', params: { min: -1, max: 1 } },
    {
      framework: 'JAX',
      code: 'jax.nn.hard_tanh(x)',
      params: { min: -1, max: 1 },
      note: 'the derivative is 1 at the two corners, in PyTorch 0',
    },
    { framework: 'TensorFlow', code: 'tf.clip_by_value(x, -1, 1)' },
    { framework: 'Keras', code: 'keras.activations.hard_tanh(x)', params: { min: -1, max: 1 } },
    { framework: 'ONNX', code: 'Clip', note: 'min and max are inputs; left out they do not cut' },
    { framework: 'NumPy', code: 'np.clip(x, -1, 1)' },
  ],
  presets: [
    { id: 'unit', label: '-1 to 1', params: { min: -1, max: 1 } },
    { id: 'relu6', label: '0 to 6 (ReLU6)', params: { min: 0, max: 6 } },
  ],
};

function valueAt(x: number, low: number, high: number): number {
  return Math.min(Math.max(x, low), high);
}

function slopeAt(x: number, low: number, high: number): number {
  return x > low && x < high ? 1 : x === x ? 0 : NaN;
}
