import type { Spelling } from '../activations/activation';
import type { NumericArray } from '../array/numericArray';
import { geglu } from './geglu';
import { glu } from './glu';
import { maxout } from './maxout';
import { reglu } from './reglu';
import { swiglu } from './swiglu';

/** Settings of any gate: maxout reads `pieces` (default 2), the GLU family `gate` (default second). */
export interface AnyGateOptions {
  readonly axis?: number | undefined;
  readonly pieces?: number | undefined;
  readonly gate?: 'first' | 'second' | undefined;
}

/** A function of several slices of one axis, with what there is to tell about it. */
export interface GateRecord {
  readonly id: string;
  readonly label: string;
  /** LaTeX; a and b are the first and second half, x_p piece p */
  readonly formula: string;
  readonly explanation: { readonly en: string; readonly ko: string };
  readonly source: { readonly authors: string; readonly title: string; readonly year: number; readonly url?: string };
  readonly spellings: readonly Spelling[];
  /** which of the options it reads beside the axis */
  readonly option: 'pieces' | 'gate';
  /** id of the activation that the gate goes through */
  readonly activation?: string;
  readonly apply: (array: NumericArray, options?: AnyGateOptions) => NumericArray;
}

const shazeer = {
  authors: 'Shazeer',
  title: 'GLU variants improve transformer',
  year: 2020,
  url: 'https://arxiv.org/abs/2002.05202',
};
const whichHalf = 'which half is the gate differs between code bases';

const records: readonly GateRecord[] = [
  {
    id: 'maxout',
    label: 'Maxout',
    formula: String.raw`y = \max_p x_p`,
    explanation: {
      en: 'Takes the largest of several affine maps of the same input, W₁x + b₁, W₂x + b₂ and so on: a convex function made of straight pieces, whose shape is learned instead of chosen. ReLU is the case of two pieces with one fixed at 0. No unit dies, at the price of several times the weights.',
      ko: '같은 입력의 여러 아핀 변환 W₁x + b₁, W₂x + b₂ 등에서 가장 큰 값을 고릅니다. 직선 조각으로 이루어진 볼록 함수이며, 모양을 정해 두지 않고 학습합니다. 두 조각 가운데 하나가 0으로 고정된 경우가 ReLU입니다. 죽는 유닛이 없는 대신 가중치가 몇 배로 늘어납니다.',
    },
    source: {
      authors: 'Goodfellow, Warde-Farley, Mirza, Courville, Bengio',
      title: 'Maxout networks',
      year: 2013,
      url: 'https://arxiv.org/abs/1302.4389',
    },
    spellings: [
      { framework: 'PyTorch', code: 'x.view(*x.shape[:-1], 2, -1).amax(-2)' },
      { framework: 'NumPy', code: 'np.maximum(x @ W1 + b1, x @ W2 + b2)' },
    ],
    option: 'pieces',
    apply: (array, { axis, pieces = 2 } = {}) => maxout(array, { axis, pieces }),
  },
  {
    id: 'glu',
    label: 'GLU',
    formula: String.raw`y = a \cdot \sigma(b)`,
    explanation: {
      en: 'The gated linear unit: one half of the numbers, through a sigmoid, decides how much of the other half passes. The passing half stays linear, so its gradient does not fade the way it does inside a squashing function.',
      ko: '게이트 선형 유닛입니다. 절반의 수가 시그모이드를 거쳐 나머지 절반을 얼마나 통과시킬지 정합니다. 통과하는 쪽은 선형으로 남으므로, 값을 눌러 담는 함수 안에서처럼 기울기가 사라지지 않습니다.',
    },
    source: {
      authors: 'Dauphin, Fan, Auli, Grangier',
      title: 'Language modeling with gated convolutional networks',
      year: 2017,
      url: 'https://arxiv.org/abs/1612.08083',
    },
    spellings: [
      { framework: 'PyTorch', code: 'torch.nn.functional.glu(x, dim=-1)', note: 'the second half gates' },
      { framework: 'JAX', code: 'jax.nn.glu(x, axis=-1)', note: 'the second half gates' },
      { framework: 'Keras', code: 'keras.activations.glu(x, axis=-1)', note: 'the second half gates' },
    ],
    option: 'gate',
    activation: 'sigmoid',
    apply: glu,
  },
  {
    id: 'swiglu',
    label: 'SwiGLU',
    formula: String.raw`y = a \cdot b\,\sigma(b)`,
    explanation: {
      en: 'A gated unit whose gate goes through SiLU instead of the sigmoid. It is the feed-forward block of most of today’s large language models, where the two halves are two projections of the same input, called up and gate.',
      ko: '게이트가 시그모이드 대신 SiLU를 거치는 게이트 유닛입니다. 오늘날 대규모 언어 모델 대부분의 피드포워드 블록에 쓰이며, 두 절반은 같은 입력을 두 번 투영한 것으로 up과 gate라고 부릅니다.',
    },
    source: shazeer,
    spellings: [{ framework: 'PyTorch', code: 'torch.nn.functional.silu(gate) * up', note: whichHalf }],
    option: 'gate',
    activation: 'silu',
    apply: swiglu,
  },
  {
    id: 'geglu',
    label: 'GeGLU',
    formula: String.raw`y = a \cdot b\,\Phi(b)`,
    explanation: {
      en: 'A gated unit whose gate goes through GELU, here the exact one with the normal distribution. Some models use its tanh approximation instead, which differs by up to 0.0005 times the other half.',
      ko: '게이트가 GELU를 거치는 게이트 유닛으로, 여기서는 정규분포를 쓰는 정확한 GELU입니다. tanh 근사를 쓰는 모델도 있으며, 그 차이는 다른 절반의 0.0005배까지 납니다.',
    },
    source: shazeer,
    spellings: [{ framework: 'PyTorch', code: 'torch.nn.functional.gelu(gate) * up', note: whichHalf }],
    option: 'gate',
    activation: 'gelu',
    apply: geglu,
  },
  {
    id: 'reglu',
    label: 'ReGLU',
    formula: String.raw`y = a \cdot \max(b, 0)`,
    explanation: {
      en: 'A gated unit whose gate goes through ReLU: where the gate is negative nothing passes, and neither half receives a gradient there. The cheapest of the family, with truly sparse outputs.',
      ko: '게이트가 ReLU를 거치는 게이트 유닛입니다. 게이트가 음수이면 아무것도 통과하지 않고, 두 절반 모두 그곳에서는 기울기를 받지 못합니다. 이 계열에서 가장 값싸며 출력이 실제로 희소합니다.',
    },
    source: shazeer,
    spellings: [{ framework: 'PyTorch', code: 'torch.relu(gate) * up', note: whichHalf }],
    option: 'gate',
    activation: 'relu',
    apply: reglu,
  },
];

/** Every gate by its id. */
export const gates: ReadonlyMap<string, GateRecord> = new Map(records.map((record) => [record.id, record]));
