import { array, decides, fixed, ignored, otherwise, rowsOf, set, type Row, type SpelledCall } from './spelledCall';

const axis = set('axis', 'axis');
const hardSigmoidNote = 'with Keras 2, up to TensorFlow 2.15, the slope is 0.2';
const relu = [
  otherwise(['negative_slope', 'alpha'], 0, 'leakyRelu', 'negativeSlope'),
  decides('max_value', { null: 'relu', 6: 'relu6' }),
  fixed('threshold', 0),
];

const plain: readonly Row[] = [
  ['relu6', 'relu6'],
  ['sigmoid', 'sigmoid'],
  ['log_sigmoid', 'logSigmoid'],
  ['tanh', 'tanh'],
  ['tanh_shrink', 'tanhShrink'],
  ['hard_tanh', 'hardTanh', [], { min: -1, max: 1 }],
  ['hard_sigmoid', 'hardSigmoid', [], { alpha: 1 / 6, beta: 0.5 }, hardSigmoidNote],
  ['hard_silu', 'hardSwish'],
  ['hard_swish', 'hardSwish'],
  ['silu', 'silu'],
  ['swish', 'silu'],
  ['selu', 'selu'],
  ['softplus', 'softplus'],
  ['sparse_plus', 'sparsePlus'],
  ['sparse_sigmoid', 'sparseSigmoid'],
  ['squareplus', 'squareplus', [set('b', 'b')], { b: 4 }],
  ['elu', 'elu', [set('alpha', 'alpha')]],
  ['celu', 'celu', [set('alpha', 'alpha')]],
  ['leaky_relu', 'leakyRelu', [set('negative_slope', 'negativeSlope')], { negativeSlope: 0.2 }],
  ['hard_shrink', 'hardShrink', [set('threshold', 'lambda')]],
  ['soft_shrink', 'softshrink', [set('threshold', 'lambda')]],
  [
    'threshold',
    'threshold',
    [set('threshold', 'threshold', { required: true }), set(['default_value', 'value'], 'value', { required: true })],
  ],
  ['glu', 'glu', [axis], { gate: 'second' }],
  ['softmax', 'softmax', [axis]],
  ['log_softmax', 'logSoftmax', [axis]],
  ['sparsemax', 'sparsemax', [axis], {}, 'wrong in 3.15.1: [-2, 0, 0.5] gives [0, 0, 0.5], which sums to 0.5'],
];

export const kerasActivations: readonly Row[] = [
  ...plain,
  ['relu', 'relu', relu, {}, 'negative_slope is alpha in Keras 2'],
  ['linear', 'identity'],
  ['exponential', 'exponential'],
  ['mish', 'mish'],
  ['softsign', 'softsign'],
  ['gelu', 'gelu', [decides('approximate', { false: 'gelu', true: 'geluTanh' })]],
];

const ops: readonly Row[] = [
  ...plain,
  ['relu', 'relu'],
  ['exp', 'exponential'],
  ['mish', 'mish'],
  ['soft_sign', 'softsign'],
  [
    'gelu',
    'geluTanh',
    [decides('approximate', { true: 'geluTanh', false: 'gelu' })],
    {},
    'approximate is True unless it is given, unlike in keras.activations',
  ],
  [
    'logsumexp',
    'logSumExp',
    [set('axis', 'axis', { unsaid: true }), fixed('keepdims', false)],
    {},
    'without axis: over all elements',
  ],
  ['clip', 'hardTanh', [set('x_min', 'min', { required: true }), set('x_max', 'max', { required: true })]],
];

const layers: readonly Row[] = [
  [
    'ReLU',
    'relu',
    [
      decides('max_value', { null: 'relu', 6: 'relu6' }),
      otherwise(['negative_slope'], 0, 'leakyRelu', 'negativeSlope'),
      fixed('threshold', 0),
    ],
  ],
  [
    'LeakyReLU',
    'leakyRelu',
    [set(['negative_slope', 'alpha'], 'negativeSlope')],
    { negativeSlope: 0.3 },
    'the function of the same version has 0.2; Keras 2 calls the slope alpha',
  ],
  [
    'PReLU',
    'prelu',
    [ignored('alpha_initializer'), ignored('alpha_regularizer'), ignored('alpha_constraint'), ignored('shared_axes')],
    { weight: 0 },
    'the slope is learned and starts at 0',
  ],
  ['ELU', 'elu', [set('alpha', 'alpha')]],
  ['Softmax', 'softmax', [axis]],
  ['ThresholdedReLU', 'thresholdedRelu', [set('theta', 'alpha')], { alpha: 1 }, 'Keras 2 only'],
];

const first = [array('x')];
const named = [ignored('name'), ignored('dtype')];

export const keras: readonly SpelledCall[] = [
  ...rowsOf('Keras', 'function', 'keras.activations.', kerasActivations, { first }),
  ...rowsOf('Keras', 'function', 'keras.ops.', ops, { first }),
  ...rowsOf('Keras', 'function', 'keras.ops.nn.', ops, { first }),
  ...rowsOf('Keras', 'module', 'keras.layers.', layers, { last: named }),
  // as in activation="relu": the function with all of its defaults
  ...rowsOf('Keras', 'string', '', kerasActivations)
    .filter(({ callee }) => callee !== 'threshold')
    .map((row) => ({ ...row, arguments: [] })),
];
