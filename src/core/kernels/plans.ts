import type { Parameters } from '../activations/activation';
import { SELU_BOTH, SELU_BOTH_LOW, SELU_SCALE } from '../activations/selu';
import type { Side } from './slot';

/** Tables that some kernels need, filled when they are first called. */
export type Table = 'LOG1P' | 'GELU_DIP' | 'GELU_TANH_DIP';

/** How a kernel is called for an activation. */
export interface Plan {
  /** its name among the module's exports */
  readonly kernel: string;
  /** what lies outside of these is TypeScript's: at least all that the kernel itself leaves */
  readonly low: number;
  readonly high: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly table: Table | undefined;
  /** from this many numbers on it is faster than TypeScript, copies included */
  readonly least: number;
}

/** Measured (`npm run bench -- --marks`): where functions of exponentials and those of a few operations break even. */
const LEAST = 48;
const LEAST_OF_PIECES = 128;
/** TypeScript computes an exponential for the negative half only, a kernel for all. */
const LEAST_OF_HALVES = 256;

/** One shape for all plans, made without spreading: this runs for every call. */
function plan(kernel: string, low: number, high: number, a = 0, b = 0, c = 0, table?: Table, least = LEAST): Plan {
  return { kernel, low, high, a, b, c, table, least };
}

const within = (kernel: string, bound: number, a = 0, b = 0, table?: Table): Plan =>
  plan(kernel, -bound, bound, a, b, 0, table);

/** A kernel of t = beta x for |t| below `bound`. */
function scaled(kernel: string, bound: number, beta: number, b = 0, table?: Table): Plan {
  const reach = Math.min(1e38, (bound - 1) / Math.abs(beta));
  return plan(kernel, -reach, reach, beta, b, 0, table);
}

/** A kernel of few operations that leaves nothing to TypeScript. */
const everywhere = (kernel: string, a = 0, b = 0): Plan =>
  plan(kernel, -Infinity, Infinity, a, b, 0, undefined, LEAST_OF_PIECES);

/** The line with another slope below 0. Where that is 0, the limit at -Infinity is TypeScript's. */
const sloped = (kernel: string, slope: number): Plan | undefined => (slope === 0 ? undefined : everywhere(kernel, slope));

/** Where squareplus neither needs scaling nor is |x| itself. */
function rooted(kernel: string, b: number): Plan | undefined {
  if (!(b > 2 ** -790 && b < 2 ** 790)) return undefined;
  const reach = Math.min(2 ** 400, Math.sqrt(b) * 2 ** 54);
  return plan(kernel, -reach, reach, b, reach);
}

const middleSlope = ({ lower = 1 / 8, upper = 1 / 3 }: Parameters): number => (lower + upper) / 2;

const QUICK_BETA = 1.702;

/** A plan, or what makes it of parameters; none where parameters leave everything to TypeScript. */
type PlanOf = Plan | ((p: Parameters) => Plan | undefined);

const values: Readonly<Record<string, PlanOf>> = {
  exponential: within('exponential', 708),
  sigmoid: within('sigmoid', 650),
  logSigmoid: within('logSigmoid', 650, 0, 0, 'LOG1P'),
  tanh: within('tanh', 22),
  tanhShrink: within('tanhShrink', 22),
  softplus: ({ beta = 1, threshold = Number.MAX_VALUE }) =>
    beta === 1
      ? within('softplus', 650, threshold, 0, 'LOG1P')
      : scaled('softplusOfBeta', 650, beta, threshold, 'LOG1P'),
  silu: within('silu', 650),
  swish: ({ beta = 1 }) => scaled('swish', 650, beta),
  quickGelu: scaled('swish', 650, QUICK_BETA),
  gelu: within('gelu', 8, 0, 0, 'GELU_DIP'),
  geluTanh: within('geluTanh', 8, 0, 0, 'GELU_TANH_DIP'),
  mish: within('mish', 60),
  elu: ({ alpha = 1 }) => plan('elu', -40, Infinity, alpha),
  selu: plan('selu', -40, Infinity, SELU_SCALE, SELU_BOTH, SELU_BOTH_LOW),
  celu: ({ alpha = 1 }) => plan('celu', -39 * alpha, Infinity, alpha, 0, 0, undefined, LEAST_OF_HALVES),
  relu: everywhere('relu'),
  step: everywhere('step'),
  relu6: everywhere('relu6'),
  squaredRelu: everywhere('squaredRelu'),
  leakyRelu: ({ negativeSlope = 0.01 }) => sloped('sloped', negativeSlope),
  prelu: ({ weight = 0.25 }) => sloped('sloped', weight),
  rrelu: (p) => sloped('sloped', middleSlope(p)),
  hardTanh: ({ min = -1, max = 1 }) => everywhere('clip', min, max),
  hardShrink: ({ lambda = 0.5 }) => everywhere('hardShrink', lambda),
  softshrink: ({ lambda = 0.5 }) => everywhere('softshrink', lambda),
  threshold: ({ threshold = 1, value = 0 }) => everywhere('threshold', threshold, value),
  thresholdedRelu: ({ alpha = 1 }) => everywhere('threshold', alpha, 0),
  sparseSigmoid: everywhere('sparseSigmoid'),
  sparsePlus: everywhere('sparsePlus'),
  hardSwish: plan('hardSwish', -Infinity, Infinity, 0, 0, 0, undefined, 8 * LEAST_OF_PIECES),
  hardSigmoid: ({ alpha = 1 / 6, beta = 0.5 }) => within('hardSigmoid', 1e270, alpha, beta),
  softsign: plan('softsign', -Infinity, Infinity, 0, 0, 0, undefined, LEAST_OF_PIECES),
  squareplus: ({ b = 4 }) => rooted('squareplus', b),
};

const derivatives: Readonly<Record<string, PlanOf>> = {
  exponential: within('exponential', 708),
  sigmoid: within('sigmoidSlope', 760),
  logSigmoid: within('logSigmoidSlope', 760),
  tanh: within('tanhSlope', 380),
  tanhShrink: within('tanhShrinkSlope', 22),
  softplus: ({ beta = 1, threshold = Number.MAX_VALUE }) =>
    beta === 1 && threshold === Number.MAX_VALUE
      ? within('softplusSlope', 760)
      : scaled('softplusSlopeOfBeta', 760, beta, threshold),
  silu: within('siluSlope', 760),
  swish: ({ beta = 1 }) => scaled('swishSlope', 760, beta),
  quickGelu: scaled('swishSlope', 760, QUICK_BETA),
  gelu: within('geluSlope', 38.7),
  geluTanh: within('geluTanhSlope', 20),
  mish: within('mishSlope', 60),
  elu: ({ alpha = 1 }) => plan('eluSlope', -800, Infinity, alpha, 1, 0, undefined, LEAST_OF_HALVES),
  selu: plan('eluSlope', -800, Infinity, SELU_BOTH, SELU_SCALE, 0, undefined, LEAST_OF_HALVES),
  celu: ({ alpha = 1 }) => plan('celuSlope', -799 * alpha, Infinity, alpha, 0, 0, undefined, LEAST_OF_HALVES),
  relu: everywhere('step'),
  relu6: everywhere('clipSlope', 0, 6),
  squaredRelu: everywhere('squaredReluSlope'),
  leakyRelu: ({ negativeSlope = 0.01 }) => everywhere('slopedSlope', negativeSlope),
  prelu: ({ weight = 0.25 }) => everywhere('slopedSlope', weight),
  rrelu: (p) => everywhere('slopedSlope', middleSlope(p)),
  hardTanh: ({ min = -1, max = 1 }) => everywhere('clipSlope', min, max),
  hardShrink: ({ lambda = 0.5 }) => everywhere('shrinkSlope', lambda),
  softshrink: ({ lambda = 0.5 }) => everywhere('shrinkSlope', lambda),
  threshold: ({ threshold = 1 }) => everywhere('thresholdSlope', threshold),
  thresholdedRelu: ({ alpha = 1 }) => everywhere('thresholdSlope', alpha),
  sparseSigmoid: everywhere('sparseSigmoidSlope'),
  sparsePlus: everywhere('sparseSigmoid'),
  hardSwish: plan('hardSwishSlope', -Infinity, Infinity, 0, 0, 0, undefined, 8 * LEAST_OF_PIECES),
  hardSigmoid: ({ alpha = 1 / 6, beta = 0.5 }) => within('hardSigmoidSlope', 1e270, alpha, beta),
  softsign: within('softsignSlope', 1e18),
  squareplus: ({ b = 4 }) => rooted('squareplusSlope', b),
};

/** The plan of an activation's values or derivatives; none where there is no kernel. */
export function planOf(id: string, side: Side, p: Parameters): Plan | undefined {
  const plans = side === 'value' ? values : derivatives;
  if (!Object.hasOwn(plans, id)) return undefined;
  const found = plans[id]!;
  return typeof found === 'function' ? found(p) : found;
}

/** The activations that have kernels, for tests and measures. */
export const kernelIds: Readonly<Record<Side, readonly string[]>> = {
  value: Object.keys(values),
  derivative: Object.keys(derivatives),
};
