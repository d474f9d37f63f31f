import type { Activation } from './activation';

/** Threshold: x where x > t, else a fixed value v. PyTorch gives t and v no defaults; here they are 1 and 0. */
export const threshold: Activation = {
  id: 'threshold',
  label: 'Threshold',
  formula: String.raw`\begin{cases} x & x > t \\ v & x \le t \end{cases}`,
  derivativeFormula: String.raw`\begin{cases} 1 & x > t \\ 0 & x \le t \end{cases}`,
  parameters: [
    { id: 'threshold', symbol: 't', default: 1, slider: [-3, 3] },
    { id: 'value', symbol: 'v', default: 0, slider: [-3, 3] },
  ],
  value: (x, p) => valueAt(x, p.threshold ?? 1, p.value ?? 0),
  derivative: (x, p) => slopeAt(x, p.threshold ?? 1),
  valueInto(source, target, p) {
    const threshold = p.threshold ?? 1;
    const value = p.value ?? 0;
    for (let i = 0; i < source.length; i++) target[i] = valueAt(source[i]!, threshold, value);
  },
  derivativeInto(source, target, p) {
    const threshold = p.threshold ?? 1;
    for (let i = 0; i < source.length; i++) target[i] = slopeAt(source[i]!, threshold);
  },
  textbook: (x, p, m) => valueAt(x, m.constant(p.threshold ?? 1), m.constant(p.value ?? 0)),
  range: ({ threshold = 1, value = 0 }) => {
    const min = Math.min(threshold, value);
    return { min, max: Infinity, minReached: value <= threshold, maxReached: false };
  },
  kinks: (p) => [p.threshold ?? 1],
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
    en: 'Lets numbers above the threshold pass and replaces all others by one fixed value. With threshold 0 and value 0 it is the ReLU; unless the two are equal it jumps at the threshold. It is the oldest building block of the Torch library, from which its ReLU was made. Numbers that are replaced get no gradient.',
    ko: '문턱보다 큰 값은 그대로 통과시키고 나머지는 정해진 값 하나로 바꿉니다. 문턱과 대체값이 모두 0이면 ReLU가 되고, 두 값이 서로 다르면 문턱에서 값이 뜁니다. Torch 라이브러리의 오래된 기본 요소로, ReLU도 이것으로 만들어졌습니다. 대체된 값에는 기울기가 전달되지 않습니다.',
  },
  source: {
    authors: 'Collobert, Kavukcuoglu, Farabet',
    title: 'Torch7: a Matlab-like environment for machine learning',
    year: 2011,
  },
  spellings: [
    {
      framework: 'PyTorch',
      code: 'torch.nn.functional.threshold(x, 1.0, 0.0)',
      params: { threshold: 1, value: 0 },
      note: 'both arguments are required',
    },
    { framework: 'PyTorch', code: 'torch.nn.Threshold(1.0, 0.0)', params: { threshold: 1, value: 0 } },
    {
      framework: 'Keras',
      code: 'keras.activations.threshold(x, 1.0, 0.0)',
      params: { threshold: 1, value: 0 },
      note: 'both arguments are required',
    },
    { framework: 'NumPy', code: 'np.where(x > 1.0, x, 0.0)', params: { threshold: 1, value: 0 } },
  ],
  presets: [{ id: 'relu', label: 'ReLU (0, 0)', params: { threshold: 0, value: 0 } }],
};

function valueAt(x: number, threshold: number, value: number): number {
  return x > threshold ? x : x === x ? value : NaN;
}

function slopeAt(x: number, threshold: number): number {
  return x > threshold ? 1 : x === x ? 0 : NaN;
}
