import { array, fixed, ignored, rowsOf, set, type Row, type SpelledCall } from './spelledCall';

const numpy: readonly Row[] = [
  ['tanh', 'tanh'],
  ['exp', 'exponential'],
  ['heaviside', 'step', [fixed('x2', 0, { required: true })], {}, 'the second argument is the value at 0'],
  [
    'clip',
    'hardTanh',
    [set(['a_min', 'min'], 'min', { required: true }), set(['a_max', 'max'], 'max', { required: true })],
  ],
];

const all = 'without axis: over all elements at once';
const scipy: readonly Row[] = [
  ['expit', 'sigmoid', [ignored('out')]],
  ['log_expit', 'logSigmoid', [ignored('out')], {}, 'since 1.8'],
  ['softmax', 'softmax', [set('axis', 'axis', { unsaid: true })], {}, all],
  ['log_softmax', 'logSoftmax', [set('axis', 'axis', { unsaid: true })], {}, all],
  [
    'logsumexp',
    'logSumExp',
    [set('axis', 'axis', { unsaid: true }), fixed('b', null), fixed('keepdims', false)],
    {},
    all,
  ],
];

/** Keys of ACT2FN and values of `hidden_act` in a model's configuration. */
const huggingFace: readonly Row[] = [
  ['gelu', 'gelu'],
  ['gelu_python', 'gelu'],
  ['gelu_new', 'geluTanh'],
  ['gelu_fast', 'geluTanh'],
  ['gelu_pytorch_tanh', 'geluTanh'],
  ['gelu_accurate', 'geluTanh'],
  ['quick_gelu', 'quickGelu'],
  ['linear', 'identity'],
  ['mish', 'mish'],
  ['relu', 'relu'],
  ['relu2', 'squaredRelu'],
  ['relu6', 'relu6'],
  ['leaky_relu', 'leakyRelu', [], { negativeSlope: 0.01 }],
  ['sigmoid', 'sigmoid'],
  ['silu', 'silu'],
  ['swish', 'silu'],
  ['tanh', 'tanh'],
];

const tensorflowJs: readonly Row[] = [
  ['relu', 'relu'],
  ['relu6', 'relu6'],
  ['elu', 'elu'],
  ['selu', 'selu'],
  ['leakyRelu', 'leakyRelu', [set('alpha', 'negativeSlope')], { negativeSlope: 0.2 }],
  ['prelu', 'prelu', [set('alpha', 'weight', { required: true })]],
  ['logSigmoid', 'logSigmoid'],
  ['softplus', 'softplus'],
  ['softmax', 'softmax', [set('dim', 'axis')]],
  ['logSoftmax', 'logSoftmax', [set('axis', 'axis')]],
  [
    'logSumExp',
    'logSumExp',
    [set('axis', 'axis', { unsaid: true }), fixed('keepDims', false)],
    {},
    'without axis: over all elements',
  ],
  [
    'clipByValue',
    'hardTanh',
    [set('clipValueMin', 'min', { required: true }), set('clipValueMax', 'max', { required: true })],
  ],
];

/** LibTorch's own functions; options objects are not worked out, so only the plain calls are here. */
const libtorch: readonly Row[] = [
  ['relu', 'relu'],
  ['sigmoid', 'sigmoid'],
  ['tanh', 'tanh'],
  ['selu', 'selu'],
  ['exp', 'exponential'],
  ['softmax', 'softmax', [set('dim', 'axis', { required: true }), ignored('dtype')]],
  ['log_softmax', 'logSoftmax', [set('dim', 'axis', { required: true }), ignored('dtype')]],
  ['leaky_relu', 'leakyRelu', [set('negative_slope', 'negativeSlope')], { negativeSlope: 0.01 }],
  ['silu', 'silu'],
  ['mish', 'mish'],
  ['gelu', 'gelu'],
  ['hardswish', 'hardSwish'],
  ['softplus', 'softplus', [set('beta', 'beta'), set('threshold', 'threshold')], { threshold: 20 }],
  ['elu', 'elu', [set('alpha', 'alpha'), fixed('scale', 1), fixed('input_scale', 1)]],
];

const ggml: readonly Row[] = [
  ['relu', 'relu'],
  ['silu', 'silu'],
  ['gelu', 'geluTanh', [], {}, 'the tanh approximation, looked up in a table of half precision on a CPU'],
  ['gelu_erf', 'gelu'],
  ['gelu_quick', 'quickGelu'],
  ['sigmoid', 'sigmoid'],
  ['tanh', 'tanh'],
  ['elu', 'elu'],
  ['exp', 'exponential'],
  ['step', 'step'],
  ['hardswish', 'hardSwish'],
  ['hardsigmoid', 'hardSigmoid', [], { alpha: 1 / 6, beta: 0.5 }],
  ['leaky_relu', 'leakyRelu', [set('negative_slope', 'negativeSlope', { required: true }), ignored('inplace')]],
  ['soft_max', 'softmax', [], { axis: -1 }],
];

const cudnn: readonly Row[] = [
  ['SIGMOID', 'sigmoid'],
  ['RELU', 'relu'],
  ['TANH', 'tanh'],
  ['ELU', 'elu'],
  ['IDENTITY', 'identity'],
  ['SWISH', 'silu'],
];

const first = [array('x', 'input', 'self')];

export const others: readonly SpelledCall[] = [
  ...rowsOf('NumPy', 'function', 'numpy.', numpy, { first: [array('x', 'x1', 'a')] }),
  ...rowsOf('SciPy', 'function', 'scipy.special.', scipy, { first: [array('x', 'a')] }),
  ...rowsOf('Hugging Face', 'string', '', huggingFace),
  ...rowsOf('TensorFlow.js', 'function', 'tf.', tensorflowJs, { first }),
  ...rowsOf('TensorFlow.js', 'module', 'tf.layers.', [
    ['leakyReLU', 'leakyRelu', [set('alpha', 'negativeSlope')], { negativeSlope: 0.3 }],
    ['reLU', 'relu', [fixed('maxValue', null)]],
    ['elu', 'elu', [set('alpha', 'alpha')]],
    ['thresholdedReLU', 'thresholdedRelu', [set('theta', 'alpha')], { alpha: 1 }],
    ['softmax', 'softmax', [set('axis', 'axis')]],
  ]),
  ...rowsOf('LibTorch', 'function', 'at.', libtorch, { first }),
  ...rowsOf('ggml', 'function', 'ggml_', ggml, { first: [ignored('ctx'), array('a')] }),
  ...rowsOf('cuDNN', 'string', 'CUDNN_ACTIVATION_', cudnn),
  ...rowsOf(
    'C++',
    'function',
    'std.',
    [
      ['tanh', 'tanh'],
      ['exp', 'exponential'],
    ],
    { first: [array('x')] },
  ),
];
