import { array, decides, fixed, ignored, rowsOf, set, type Row, type SpelledCall } from './spelledCall';

const axis = set('axis', 'axis');
const where = [fixed('where', null), ignored('initial')];

const rows: readonly Row[] = [
  ['relu', 'relu', [], {}, 'its derivative at 0 is 0'],
  ['relu6', 'relu6'],
  ['sigmoid', 'sigmoid'],
  ['log_sigmoid', 'logSigmoid'],
  ['tanh', 'tanh'],
  ['hard_tanh', 'hardTanh', [], { min: -1, max: 1 }],
  ['hard_sigmoid', 'hardSigmoid', [], { alpha: 1 / 6, beta: 0.5 }],
  ['hard_swish', 'hardSwish'],
  ['hard_silu', 'hardSwish'],
  ['silu', 'silu'],
  ['swish', 'silu'],
  ['mish', 'mish'],
  ['identity', 'identity'],
  ['selu', 'selu'],
  ['soft_sign', 'softsign'],
  ['softplus', 'softplus'],
  ['sparse_plus', 'sparsePlus'],
  ['sparse_sigmoid', 'sparseSigmoid'],
  ['squareplus', 'squareplus', [set('b', 'b')], { b: 4 }],
  ['elu', 'elu', [set('alpha', 'alpha')]],
  ['celu', 'celu', [set('alpha', 'alpha')]],
  ['leaky_relu', 'leakyRelu', [set('negative_slope', 'negativeSlope')], { negativeSlope: 0.01 }],
  [
    'gelu',
    'geluTanh',
    [decides('approximate', { true: 'geluTanh', false: 'gelu' })],
    {},
    'approximate is True unless it is given',
  ],
  ['glu', 'glu', [axis], { gate: 'second' }],
  ['softmax', 'softmax', [axis, ...where]],
  ['log_softmax', 'logSoftmax', [axis, ...where]],
];

/** Over one axis; over all elements where none is given. */
const logsumexp: Row = [
  'logsumexp',
  'logSumExp',
  [set('axis', 'axis', { unsaid: true }), fixed('b', null), fixed('keepdims', false)],
  {},
  'without axis: over all elements',
];

const numpy: readonly Row[] = [
  ['tanh', 'tanh'],
  ['exp', 'exponential'],
  ['heaviside', 'step', [fixed('x2', 0, { required: true })]],
  [
    'clip',
    'hardTanh',
    [set(['min', 'a_min'], 'min', { required: true }), set(['max', 'a_max'], 'max', { required: true })],
  ],
];

const first = [array('x', 'x1', 'a', 'arr')];

export const jax: readonly SpelledCall[] = [
  ...rowsOf('JAX', 'function', 'jax.nn.', [...rows, logsumexp], { first }),
  ...rowsOf('JAX', 'function', 'jax.scipy.special.', [logsumexp, ['expit', 'sigmoid']], { first }),
  ...rowsOf('JAX', 'function', 'jax.numpy.', numpy, { first }),
];
