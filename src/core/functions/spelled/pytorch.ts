import { array, decides, fixed, ignored, keywordOnly, rowsOf, set, type Row, type SpelledCall } from './spelledCall';

const inplace = ignored('inplace');
const approximate = keywordOnly(decides('approximate', { none: 'gelu', tanh: 'geluTanh' }));
const dim = set(['dim', 'axis'], 'axis', { unsaid: true });
const implicitDim = 'without dim it is 0 for 0, 1 and 3 dimensions, else 1, with a warning';
const stacklevel = ignored('_stacklevel');
const dtype = ignored('dtype');
const training = fixed('training', false);
/** PyTorch gives x itself where beta x is above its threshold. */
const softplusDefaults = { threshold: 20 };

/** What torch.nn.functional, torch.nn and tensors' methods share: names in lower case, arguments after the input. */
const plain: readonly Row[] = [
  ['relu', 'relu', [inplace]],
  ['relu6', 'relu6', [inplace]],
  ['hardswish', 'hardSwish', [inplace]],
  ['hardsigmoid', 'hardSigmoid', [inplace], { alpha: 1 / 6, beta: 0.5 }],
  ['selu', 'selu', [inplace]],
  ['silu', 'silu', [inplace]],
  ['mish', 'mish', [inplace]],
  ['sigmoid', 'sigmoid', [], {}, 'torch.nn.functional.sigmoid is deprecated in favour of torch.sigmoid'],
  ['tanh', 'tanh'],
  ['logsigmoid', 'logSigmoid'],
  ['tanhshrink', 'tanhShrink'],
  ['softsign', 'softsign'],
  ['elu', 'elu', [set('alpha', 'alpha'), inplace]],
  ['celu', 'celu', [set('alpha', 'alpha'), inplace]],
  ['leaky_relu', 'leakyRelu', [set('negative_slope', 'negativeSlope'), inplace], { negativeSlope: 0.01 }],
  ['prelu', 'prelu', [set('weight', 'weight', { required: true })]],
  ['rrelu', 'rrelu', [set('lower', 'lower'), set('upper', 'upper'), training, inplace], {}, 'random while training'],
  ['hardtanh', 'hardTanh', [set('min_val', 'min'), set('max_val', 'max'), inplace], { min: -1, max: 1 }],
  ['hardshrink', 'hardShrink', [set('lambd', 'lambda')]],
  ['softshrink', 'softshrink', [set('lambd', 'lambda')]],
  [
    'threshold',
    'threshold',
    [set('threshold', 'threshold', { required: true }), set('value', 'value', { required: true }), inplace],
  ],
  ['softplus', 'softplus', [set('beta', 'beta'), set('threshold', 'threshold')], softplusDefaults],
  ['gelu', 'gelu', [approximate], {}, 'approximate since 1.12'],
  ['glu', 'glu', [set('dim', 'axis')], { gate: 'second' }],
  ['softmax', 'softmax', [dim, stacklevel, dtype], {}, implicitDim],
  ['log_softmax', 'logSoftmax', [dim, stacklevel, dtype], {}, implicitDim],
  ['softmin', 'softmin', [dim, stacklevel, dtype], {}, implicitDim],
];

/** In-place twins, `relu_` and its like. */
const inPlace = new Set(['relu', 'elu', 'selu', 'celu', 'leaky_relu', 'rrelu', 'hardtanh', 'threshold']);

const modules: readonly Row[] = [
  ['ReLU', 'relu', [inplace]],
  ['ReLU6', 'relu6', [inplace]],
  ['Hardswish', 'hardSwish', [inplace]],
  ['Hardsigmoid', 'hardSigmoid', [inplace], { alpha: 1 / 6, beta: 0.5 }],
  ['SELU', 'selu', [inplace]],
  ['SiLU', 'silu', [inplace]],
  ['Mish', 'mish', [inplace]],
  ['Sigmoid', 'sigmoid'],
  ['Tanh', 'tanh'],
  ['LogSigmoid', 'logSigmoid'],
  ['Tanhshrink', 'tanhShrink'],
  ['Softsign', 'softsign'],
  ['Identity', 'identity'],
  ['ELU', 'elu', [set('alpha', 'alpha'), inplace]],
  ['CELU', 'celu', [set('alpha', 'alpha'), inplace]],
  ['LeakyReLU', 'leakyRelu', [set('negative_slope', 'negativeSlope'), inplace], { negativeSlope: 0.01 }],
  [
    'PReLU',
    'prelu',
    [ignored('num_parameters'), set('init', 'weight'), ignored('device'), dtype],
    { weight: 0.25 },
    'the weight is learned: its first value',
  ],
  ['RReLU', 'rrelu', [set('lower', 'lower'), set('upper', 'upper'), inplace], {}, 'random while training'],
  ['Hardtanh', 'hardTanh', [set('min_val', 'min'), set('max_val', 'max'), inplace], { min: -1, max: 1 }],
  ['Hardshrink', 'hardShrink', [set('lambd', 'lambda')]],
  ['Softshrink', 'softshrink', [set('lambd', 'lambda')]],
  [
    'Threshold',
    'threshold',
    [set('threshold', 'threshold', { required: true }), set('value', 'value', { required: true }), inplace],
  ],
  ['Softplus', 'softplus', [set('beta', 'beta'), set('threshold', 'threshold')], softplusDefaults],
  ['GELU', 'gelu', [decides('approximate', { none: 'gelu', tanh: 'geluTanh' })], {}, 'approximate since 1.12'],
  ['GLU', 'glu', [set('dim', 'axis')], { gate: 'second' }],
  ['Softmax', 'softmax', [dim], {}, implicitDim],
  ['LogSoftmax', 'logSoftmax', [dim], {}, implicitDim],
  ['Softmin', 'softmin', [dim], {}, implicitDim],
];

const out = keywordOnly(ignored('out'));
const clamp = [set('min', 'min', { required: true }), set('max', 'max', { required: true })];

const own: readonly Row[] = [
  ...plain
    .filter(([name]) => ['relu', 'sigmoid', 'tanh', 'selu', 'celu', 'prelu', 'rrelu'].includes(name))
    .map(([name, id, more = [], ...rest]): Row => [name, id, more.filter((argument) => argument !== inplace), ...rest]),
  ['softmax', 'softmax', [set('dim', 'axis', { required: true }), dtype]],
  ['log_softmax', 'logSoftmax', [set('dim', 'axis', { required: true }), dtype]],
  ['logsumexp', 'logSumExp', [set('dim', 'axis', { required: true }), fixed('keepdim', false)]],
  ['exp', 'exponential', [out]],
  ['clamp', 'hardTanh', clamp],
  ['clip', 'hardTanh', clamp],
];

const special: readonly Row[] = [
  ['expit', 'sigmoid', [out]],
  ['softmax', 'softmax', [set('dim', 'axis', { required: true }), dtype]],
  ['log_softmax', 'logSoftmax', [set('dim', 'axis', { required: true }), dtype]],
  ['logsumexp', 'logSumExp', [set('dim', 'axis', { required: true }), fixed('keepdim', false)]],
];

const first = [array('input', 'self', 'x')];
const twins = plain.filter(([name]) => inPlace.has(name)).map(([name, ...rest]): Row => [`${name}_`, ...rest]);

/** Of the package entmax, whose functions are written for PyTorch. */
const entmax: readonly Row[] = [
  ['sparsemax', 'sparsemax', [set('dim', 'axis'), ignored('k'), fixed('return_support_size', false)]],
  ['entmax15', 'entmax15', [set('dim', 'axis'), ignored('k'), fixed('return_support_size', false)]],
];

export const pytorch: readonly SpelledCall[] = [
  ...rowsOf('PyTorch', 'function', 'torch.nn.functional.', [...plain, ...twins], { first }),
  ...rowsOf('PyTorch', 'module', 'torch.nn.', modules),
  ...rowsOf('PyTorch', 'function', 'torch.', [...own, ['relu_', 'relu'], ['sigmoid_', 'sigmoid'], ['tanh_', 'tanh']], {
    first,
  }),
  ...rowsOf('PyTorch', 'method', 'torch.Tensor.', [
    ...own,
    ['relu_', 'relu'],
    ['sigmoid_', 'sigmoid'],
    ['tanh_', 'tanh'],
    ['hardshrink', 'hardShrink', [set('lambd', 'lambda')]],
  ]),
  ...rowsOf('PyTorch', 'function', 'torch.special.', special, { first }),
  ...rowsOf('PyTorch', 'function', 'entmax.', entmax, { first: [array('X', 'x')] }),
  ...rowsOf('PyTorch', 'function', 'torch.ops.aten.', plain, { first }),
];
