import type { Parameters } from '../activations/activation';
import { SELU_BOTH, SELU_BOTH_LOW, SELU_SCALE } from '../activations/selu';
import { geluDip } from '../math/gelu';
import { geluTanhDip } from '../math/geluTanh';
import { logarithmTable } from '../math/smooth';
import type { Kernels } from './instance';
import type { Side } from './slot';

/** How a kernel is called for an activation. */
export interface Plan {
  /** its name among the module's exports */
  readonly kernel: string;
  /** what lies outside of these is TypeScript's: at least all that the kernel itself leaves */
  readonly low: number;
  readonly high: number;
  readonly a?: number;
  readonly b?: number;
  readonly c?: number;
  /** fills the tables that the kernel needs, once for each instance */
  prepare?(kernels: Kernels): void;
}

function within(kernel: string, bound: number): Plan {
  return { kernel, low: -bound, high: bound };
}

/** A kernel of t = beta x for |t| below `bound`. */
function scaled(kernel: string, bound: number, beta: number, b = 0): Plan {
  const reach = Math.min(1e38, (bound - 1) / Math.abs(beta));
  return { kernel, low: -reach, high: reach, a: beta, b };
}

/** Which instances have a table already. */
function once(fill: (kernels: Kernels) => void): (kernels: Kernels) => void {
  const filled = new WeakSet<Kernels>();
  return (kernels) => {
    if (filled.has(kernels)) return;
    fill(kernels);
    filled.add(kernels);
  };
}

const logarithms = once((kernels) => kernels.writeTable('LOG1P', logarithmTable(), 9, 10));
const dipOfGelu = once((kernels) => kernels.writeTable('GELU_DIP', geluDip(), 16, 16));
const dipOfGeluTanh = once((kernels) => kernels.writeTable('GELU_TANH_DIP', geluTanhDip(), 16, 16));

const QUICK_BETA = 1.702;

/** A kernel that leaves nothing to TypeScript. */
function everywhere(kernel: string, a = 0, b = 0): Plan {
  return { kernel, low: -Infinity, high: Infinity, a, b };
}

/** The line with another slope below 0. Where that is 0, the limit at -Infinity is TypeScript's. */
const sloped = (kernel: string, slope: number): Plan | undefined => (slope === 0 ? undefined : everywhere(kernel, slope));

/** Where squareplus neither needs scaling nor is |x| itself. */
function rooted(kernel: string, b: number): Plan | undefined {
  if (!(b > 2 ** -790 && b < 2 ** 790)) return undefined;
  const reach = Math.min(2 ** 400, Math.sqrt(b) * 2 ** 54);
  return { kernel, low: -reach, high: reach, a: b, b: reach };
}

const middleSlope = ({ lower = 1 / 8, upper = 1 / 3 }: Parameters): number => (lower + upper) / 2;

type PlanOf = (p: Parameters) => Plan | undefined;

const values: Readonly<Record<string, PlanOf>> = {
  exponential: () => within('exponential', 708),
  sigmoid: () => within('sigmoid', 650),
  logSigmoid: () => ({ ...within('logSigmoid', 650), prepare: logarithms }),
  tanh: () => within('tanh', 22),
  tanhShrink: () => within('tanhShrink', 22),
  softplus: ({ beta = 1, threshold = Number.MAX_VALUE }) =>
    beta === 1
      ? { ...within('softplus', 650), a: threshold, prepare: logarithms }
      : { ...scaled('softplusOfBeta', 650, beta, threshold), prepare: logarithms },
  silu: () => within('silu', 650),
  swish: ({ beta = 1 }) => scaled('swish', 650, beta),
  quickGelu: () => scaled('swish', 650, QUICK_BETA),
  gelu: () => ({ ...within('gelu', 8), prepare: dipOfGelu }),
  geluTanh: () => ({ ...within('geluTanh', 8), prepare: dipOfGeluTanh }),
  mish: () => within('mish', 60),
  elu: ({ alpha = 1 }) => ({ kernel: 'elu', low: -40, high: Infinity, a: alpha }),
  selu: () => ({ kernel: 'selu', low: -40, high: Infinity, a: SELU_SCALE, b: SELU_BOTH, c: SELU_BOTH_LOW }),
  celu: ({ alpha = 1 }) => ({ kernel: 'celu', low: -39 * alpha, high: Infinity, a: alpha }),
  relu: () => everywhere('relu'),
  step: () => everywhere('step'),
  relu6: () => everywhere('relu6'),
  squaredRelu: () => everywhere('squaredRelu'),
  leakyRelu: ({ negativeSlope = 0.01 }) => sloped('sloped', negativeSlope),
  prelu: ({ weight = 0.25 }) => sloped('sloped', weight),
  rrelu: (p) => sloped('sloped', middleSlope(p)),
  hardTanh: ({ min = -1, max = 1 }) => everywhere('clip', min, max),
  hardShrink: ({ lambda = 0.5 }) => everywhere('hardShrink', lambda),
  softshrink: ({ lambda = 0.5 }) => everywhere('softshrink', lambda),
  threshold: ({ threshold = 1, value = 0 }) => everywhere('threshold', threshold, value),
  thresholdedRelu: ({ alpha = 1 }) => everywhere('threshold', alpha, 0),
  sparseSigmoid: () => everywhere('sparseSigmoid'),
  sparsePlus: () => everywhere('sparsePlus'),
  hardSwish: () => everywhere('hardSwish'),
  hardSigmoid: ({ alpha = 1 / 6, beta = 0.5 }) => ({ ...within('hardSigmoid', 1e270), a: alpha, b: beta }),
  softsign: () => within('softsign', Infinity),
  squareplus: ({ b = 4 }) => rooted('squareplus', b),
};

const derivatives: Readonly<Record<string, PlanOf>> = {
  exponential: () => within('exponential', 708),
  sigmoid: () => within('sigmoidSlope', 760),
  logSigmoid: () => within('logSigmoidSlope', 760),
  tanh: () => within('tanhSlope', 380),
  tanhShrink: () => within('tanhShrinkSlope', 22),
  softplus: ({ beta = 1, threshold = Number.MAX_VALUE }) =>
    beta === 1 && threshold === Number.MAX_VALUE
      ? within('softplusSlope', 760)
      : scaled('softplusSlopeOfBeta', 760, beta, threshold),
  silu: () => within('siluSlope', 760),
  swish: ({ beta = 1 }) => scaled('swishSlope', 760, beta),
  quickGelu: () => scaled('swishSlope', 760, QUICK_BETA),
  gelu: () => within('geluSlope', 38.7),
  geluTanh: () => within('geluTanhSlope', 20),
  mish: () => within('mishSlope', 60),
  elu: ({ alpha = 1 }) => ({ kernel: 'eluSlope', low: -800, high: Infinity, a: alpha, b: 1 }),
  selu: () => ({ kernel: 'eluSlope', low: -800, high: Infinity, a: SELU_BOTH, b: SELU_SCALE }),
  celu: ({ alpha = 1 }) => ({ kernel: 'celuSlope', low: -799 * alpha, high: Infinity, a: alpha }),
  relu: () => everywhere('step'),
  relu6: () => everywhere('clipSlope', 0, 6),
  squaredRelu: () => everywhere('squaredReluSlope'),
  leakyRelu: ({ negativeSlope = 0.01 }) => everywhere('slopedSlope', negativeSlope),
  prelu: ({ weight = 0.25 }) => everywhere('slopedSlope', weight),
  rrelu: (p) => everywhere('slopedSlope', middleSlope(p)),
  hardTanh: ({ min = -1, max = 1 }) => everywhere('clipSlope', min, max),
  hardShrink: ({ lambda = 0.5 }) => everywhere('shrinkSlope', lambda),
  softshrink: ({ lambda = 0.5 }) => everywhere('shrinkSlope', lambda),
  threshold: ({ threshold = 1 }) => everywhere('thresholdSlope', threshold),
  thresholdedRelu: ({ alpha = 1 }) => everywhere('thresholdSlope', alpha),
  sparseSigmoid: () => everywhere('sparseSigmoidSlope'),
  sparsePlus: () => everywhere('sparseSigmoid'),
  hardSwish: () => everywhere('hardSwishSlope'),
  hardSigmoid: ({ alpha = 1 / 6, beta = 0.5 }) => ({ ...within('hardSigmoidSlope', 1e270), a: alpha, b: beta }),
  softsign: () => within('softsignSlope', 1e18),
  squareplus: ({ b = 4 }) => rooted('squareplusSlope', b),
};

/** The plan of an activation's values or derivatives; none where there is no kernel. */
export function planOf(id: string, side: Side, p: Parameters): Plan | undefined {
  const plans = side === 'value' ? values : derivatives;
  return Object.hasOwn(plans, id) ? plans[id]!(p) : undefined;
}

/** The activations that have kernels, for tests and measures. */
export const kernelIds: Readonly<Record<Side, readonly string[]>> = {
  value: Object.keys(values),
  derivative: Object.keys(derivatives),
};
