import { plans } from './plans';
import type { SoftmaxRecord } from './record';
import { stepsOf, type StepPlan } from './steps';

type Description = Omit<SoftmaxRecord, 'id' | 'apply' | 'steps' | 'exactId'> & { exactId?: string };

function record(plan: StepPlan, description: Description): SoftmaxRecord {
  return {
    id: plan.id,
    exactId: plan.id,
    ...description,
    apply: plan.apply,
    steps: (array, options) => stepsOf(plan, array, options),
  };
}

const bridle = {
  authors: 'Bridle',
  title: 'Probabilistic interpretation of feedforward classification network outputs',
  year: 1990,
};
const blanchard = {
  authors: 'Blanchard, Higham, Higham',
  title: 'Accurately computing the log-sum-exp and softmax functions',
  year: 2021,
  url: 'https://doi.org/10.1093/imanum/draa038',
};
const notebook = { authors: 'teaching notebooks', title: 'Deep learning from scratch, by hand in NumPy', year: 2016 };

const records: readonly SoftmaxRecord[] = [
  record(plans.softmax, {
    label: 'Softmax',
    formula: String.raw`y_i = \frac{e^{x_i / T}}{\sum_j e^{x_j / T}}`,
    explanation: {
      en: 'Turns any numbers into a distribution: positive shares that sum to 1, the larger number taking the larger share. Adding the same amount to every number changes nothing, which is why the maximum may be taken away first so that exp cannot overflow. A low temperature sharpens the shares towards the largest, a high one evens them out. It is the last step of most classifiers and the heart of attention.',
      ko: '어떤 수들이든 합이 1인 양의 몫, 곧 확률분포로 바꿉니다. 큰 수가 더 큰 몫을 가집니다. 모든 수에 같은 값을 더해도 결과가 변하지 않으므로, 먼저 최댓값을 빼서 exp가 넘치지 않게 할 수 있습니다. 온도가 낮으면 가장 큰 값으로 몫이 쏠리고, 높으면 고르게 퍼집니다. 분류기의 마지막 단계이자 어텐션의 핵심입니다.',
    },
    source: bridle,
    spellings: [
      {
        framework: 'PyTorch',
        code: 'torch.nn.functional.softmax(x, dim=-1)',
        note: 'dim must be given; left out it is 0 for 0, 1 and 3 dimensions, else 1, with a warning',
      },
      { framework: 'PyTorch', code: 'torch.nn.Softmax(dim=-1)' },
      { framework: 'JAX', code: 'jax.nn.softmax(x, axis=-1)', note: 'where= leaves entries out' },
      { framework: 'TensorFlow', code: 'tf.nn.softmax(x)' },
      { framework: 'Keras', code: 'keras.activations.softmax(x)' },
      { framework: 'ONNX', code: 'Softmax', note: 'axis -1 since opset 13; before it was 1, over all later axes' },
      {
        framework: 'SciPy',
        code: 'scipy.special.softmax(x, axis=-1)',
        note: 'without axis: over all elements at once',
      },
      { framework: 'NumPy', code: 'e = np.exp(x - x.max()); e / e.sum()' },
    ],
    distribution: true,
  }),
  record(plans.logSoftmax, {
    label: 'Log-softmax',
    formula: String.raw`y_i = \frac{x_i}{T} - \ln \sum_j e^{x_j / T}`,
    explanation: {
      en: 'The logarithm of softmax, computed in one go. Taking the logarithm of a softmax afterwards fails where a share underflowed to 0, and loses digits where a share is near 1; this form keeps both. Cross-entropy losses use it: the loss of a sample is minus the entry of its class.',
      ko: '소프트맥스의 로그를 한 번에 계산합니다. 소프트맥스를 먼저 구하고 로그를 취하면 0으로 사라진 몫은 -inf가 되고 1에 가까운 몫은 자릿수를 잃지만, 이 식은 둘 다 지킵니다. 교차 엔트로피 손실이 이것을 씁니다. 표본의 손실은 정답 클래스 값의 음수입니다.',
    },
    source: blanchard,
    spellings: [
      { framework: 'PyTorch', code: 'torch.nn.functional.log_softmax(x, dim=-1)', note: 'dim as for softmax' },
      { framework: 'PyTorch', code: 'torch.nn.LogSoftmax(dim=-1)' },
      { framework: 'JAX', code: 'jax.nn.log_softmax(x, axis=-1)' },
      { framework: 'TensorFlow', code: 'tf.nn.log_softmax(x)' },
      { framework: 'Keras', code: 'keras.activations.log_softmax(x)' },
      { framework: 'ONNX', code: 'LogSoftmax' },
      { framework: 'SciPy', code: 'scipy.special.log_softmax(x, axis=-1)' },
    ],
    distribution: false,
  }),
  record(plans.softmin, {
    label: 'Softmin',
    formula: String.raw`y_i = \frac{e^{-x_i / T}}{\sum_j e^{-x_j / T}}`,
    explanation: {
      en: 'The softmax of the negated numbers: the smallest takes the largest share. It turns distances, costs or energies into weights, where near or cheap should count most.',
      ko: '부호를 뒤집은 수의 소프트맥스로, 가장 작은 수가 가장 큰 몫을 가집니다. 거리나 비용, 에너지를 가중치로 바꿀 때, 가깝거나 값싼 것이 더 중요하게 하려고 씁니다.',
    },
    source: bridle,
    spellings: [
      { framework: 'PyTorch', code: 'torch.nn.functional.softmin(x, dim=-1)' },
      { framework: 'PyTorch', code: 'torch.nn.Softmin(dim=-1)' },
      { framework: 'JAX', code: 'jax.nn.softmax(-x)' },
    ],
    distribution: true,
  }),
  record(plans.sparsemax, {
    label: 'Sparsemax',
    formula: String.raw`y_i = \max\left(\frac{x_i}{T} - \tau, 0\right), \quad \sum_i y_i = 1`,
    explanation: {
      en: 'The distribution nearest to the numbers themselves, in the sense of Euclidean distance. Unlike softmax it gives exact zeros to whatever lies more than about 1 below the top, so attention or a choice narrows down to a few entries, and it is linear in between.',
      ko: '유클리드 거리로 보아 주어진 수에 가장 가까운 확률분포입니다. 소프트맥스와 달리 최댓값보다 대략 1 넘게 작은 수에는 정확히 0을 주므로 어텐션이나 선택이 몇 개로 좁혀지며, 그 사이에서는 선형입니다.',
    },
    source: {
      authors: 'Martins, Astudillo',
      title: 'From softmax to sparsemax: a sparse model of attention and multi-label classification',
      year: 2016,
      url: 'https://arxiv.org/abs/1602.02068',
    },
    spellings: [
      { framework: 'PyTorch', code: 'entmax.sparsemax(x, dim=-1)', note: 'from the package entmax' },
      {
        framework: 'Keras',
        code: 'keras.activations.sparsemax(x)',
        note: 'wrong in 3.15.1: [-2, 0, 0.5] gives [0, 0, 0.5], which sums to 0.5',
      },
    ],
    distribution: true,
  }),
  record(plans.entmax15, {
    label: 'Entmax 1.5',
    formula: String.raw`y_i = \max\left(\frac{x_i}{2T} - \tau, 0\right)^2, \quad \sum_i y_i = 1`,
    explanation: {
      en: 'Half-way between softmax (alpha 1) and sparsemax (alpha 2): small shares become exactly 0, but the curve is smooth where they do, since the excess over the threshold is squared. A common choice for sparse attention.',
      ko: '소프트맥스(alpha 1)와 스파스맥스(alpha 2)의 중간입니다. 작은 몫은 정확히 0이 되지만, 문턱값을 넘은 양을 제곱하므로 0이 되는 곳에서도 곡선이 매끄럽습니다. 희소 어텐션에 자주 쓰입니다.',
    },
    source: {
      authors: 'Peters, Niculae, Martins',
      title: 'Sparse sequence-to-sequence models',
      year: 2019,
      url: 'https://aclanthology.org/P19-1146/',
    },
    spellings: [{ framework: 'PyTorch', code: 'entmax.entmax15(x, dim=-1)', note: 'from the package entmax' }],
    distribution: true,
  }),
  record(plans.hardmax, {
    label: 'Hardmax',
    formula: String.raw`y_i = \begin{cases} 1 & i = \operatorname{argmax} x \\ 0 & \text{else} \end{cases}`,
    explanation: {
      en: 'A single 1 at the first maximum, 0 elsewhere: what softmax tends to as the temperature goes to 0. It picks a class but has no gradient to learn from.',
      ko: '처음 나오는 최댓값 자리에 1 하나, 나머지는 0입니다. 온도가 0으로 갈 때 소프트맥스가 다가가는 극한입니다. 클래스를 고를 수는 있지만 학습에 쓸 기울기가 없습니다.',
    },
    source: { authors: 'ONNX', title: 'Operator Hardmax', year: 2017, url: 'https://onnx.ai/onnx/operators/' },
    spellings: [
      { framework: 'ONNX', code: 'Hardmax' },
      { framework: 'PyTorch', code: 'torch.nn.functional.one_hot(x.argmax(-1), x.size(-1))' },
      { framework: 'JAX', code: 'jax.nn.one_hot(x.argmax(-1), x.shape[-1])' },
      { framework: 'NumPy', code: 'np.eye(x.size)[x.argmax()]' },
    ],
    distribution: true,
  }),
  record(plans.softmaxPlusOne, {
    label: 'Softmax plus one',
    formula: String.raw`y_i = \frac{e^{x_i / T}}{1 + \sum_j e^{x_j / T}}`,
    explanation: {
      en: 'Softmax with one more, silent entry of 0 in the row. When every number is far below 0 all shares fade to 0, so an attention head may say "nothing here", which softmax cannot. Also called quiet softmax or softmax1.',
      ko: '값이 0인 보이지 않는 항을 하나 더한 소프트맥스입니다. 모든 수가 0보다 훨씬 작으면 몫이 모두 0으로 사라지므로, 어텐션 헤드가 "볼 것이 없다"고 말할 수 있습니다. 소프트맥스는 그럴 수 없습니다. quiet softmax 또는 softmax1이라고도 합니다.',
    },
    source: {
      authors: 'Miller',
      title: 'Attention is off by one',
      year: 2023,
      url: 'https://www.evanmiller.org/attention-is-off-by-one.html',
    },
    spellings: [{ framework: 'PyTorch', code: 'x.exp() / (1 + x.exp().sum(-1, keepdim=True))', note: 'overflows' }],
    distribution: false,
  }),
  record(plans.logSumExp, {
    label: 'Log-sum-exp',
    formula: String.raw`y = \ln \sum_j e^{x_j / T}`,
    explanation: {
      en: 'A smooth maximum: never below the largest number, and above it by at most the logarithm of how many there are. It is what softmax divides by, as a logarithm, and its gradient is softmax. One result for each row: the axis is removed.',
      ko: '매끄러운 최댓값입니다. 가장 큰 수보다 작지 않고, 개수의 로그보다 더 크게 넘지 않습니다. 소프트맥스의 분모에 로그를 취한 것이며, 그 기울기가 소프트맥스입니다. 행마다 결과가 하나이므로 축이 없어집니다.',
    },
    source: blanchard,
    spellings: [
      { framework: 'PyTorch', code: 'torch.logsumexp(x, dim=-1)' },
      { framework: 'JAX', code: 'jax.nn.logsumexp(x, axis=-1)' },
      { framework: 'TensorFlow', code: 'tf.reduce_logsumexp(x, axis=-1)', note: 'without axis: over all elements' },
      { framework: 'SciPy', code: 'scipy.special.logsumexp(x, axis=-1)', note: 'without axis: over all elements' },
    ],
    distribution: false,
  }),
  record(plans.naiveSoftmax, {
    label: 'Softmax as defined',
    formula: String.raw`y_i = \frac{e^{x_i}}{\sum_j e^{x_j}}`,
    explanation: {
      en: 'Softmax written down as its definition reads, nothing shifted. It works for small numbers and fails for large ones: exp overflows above 709.78 in float64, 88.72 in float32, 11.09 in float16, and infinity over infinity is NaN. Far below 0 every exponential underflows, and 0/0 is NaN too.',
      ko: '정의를 그대로 옮긴 소프트맥스로, 아무것도 빼지 않습니다. 작은 수에는 잘 되지만 큰 수에서는 실패합니다. exp는 float64에서 709.78, float32에서 88.72, float16에서 11.09를 넘으면 무한대가 되고, 무한대를 무한대로 나누면 NaN입니다. 0보다 훨씬 작으면 모든 지수가 0이 되어 0/0도 NaN이 됩니다.',
    },
    source: bridle,
    spellings: [{ framework: 'NumPy', code: 'np.exp(x) / np.sum(np.exp(x))' }],
    distribution: true,
    exactId: 'softmax',
  }),
  record(plans.logShiftedSoftmax, {
    label: 'Softmax shifted by log(max)',
    formula: String.raw`c = \ln(\max x), \quad y_i = \frac{e^{x_i \mp c}}{\sum_j e^{x_j \mp c}}`,
    explanation: {
      en: 'An attempt to tame the overflow that some notebooks teach: the numbers are shifted by the logarithm of the maximum, down if the maximum is at least 1, else up. The shift is far too small, so it still overflows once a number passes about 716; the logarithm of a maximum that is not positive is NaN or -infinity; and its last digits drift. Taking away the maximum itself never overflows.',
      ko: '일부 노트북이 가르치는 오버플로 대책입니다. 최댓값의 로그만큼 수를 옮기는데, 최댓값이 1 이상이면 빼고 아니면 더합니다. 옮기는 양이 너무 작아 수가 약 716을 넘으면 여전히 넘치고, 최댓값이 양수가 아니면 로그가 NaN이나 -무한대가 되며, 마지막 자릿수도 어긋납니다. 최댓값 자체를 빼면 결코 넘치지 않습니다.',
    },
    source: notebook,
    spellings: [{ framework: 'NumPy', code: 'c = np.log(np.max(x)); e = np.exp(x - c); e / e.sum()' }],
    distribution: true,
    exactId: 'softmax',
  }),
];

/** Every member of the softmax family by its id. */
export const softmaxFamily: ReadonlyMap<string, SoftmaxRecord> = new Map(records.map((entry) => [entry.id, entry]));
