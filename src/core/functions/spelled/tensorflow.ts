import { array, decides, fixed, ignored, otherwise, rowsOf, set, type Row, type SpelledCall } from './spelledCall';

const name = ignored('name');
const beta = otherwise(['beta'], 1, 'swish', 'beta');
const axis = set('axis', 'axis');

const nn: readonly Row[] = [
  ['relu', 'relu'],
  ['relu6', 'relu6'],
  ['sigmoid', 'sigmoid'],
  ['tanh', 'tanh'],
  ['elu', 'elu'],
  ['selu', 'selu'],
  ['softplus', 'softplus'],
  ['softsign', 'softsign'],
  ['silu', 'silu', [beta], {}, 'since 2.4; beta since 2.6'],
  ['swish', 'silu', [beta]],
  ['leaky_relu', 'leakyRelu', [set('alpha', 'negativeSlope')], { negativeSlope: 0.2 }],
  ['gelu', 'gelu', [decides('approximate', { false: 'gelu', true: 'geluTanh' })]],
  ['softmax', 'softmax', [axis]],
  ['log_softmax', 'logSoftmax', [axis]],
];

const math: readonly Row[] = [
  ['sigmoid', 'sigmoid'],
  ['log_sigmoid', 'logSigmoid'],
  ['tanh', 'tanh'],
  ['exp', 'exponential'],
  ['softplus', 'softplus'],
  ['softsign', 'softsign'],
  [
    'reduce_logsumexp',
    'logSumExp',
    [set('axis', 'axis', { unsaid: true }), fixed('keepdims', false)],
    {},
    'without axis: over all elements',
  ],
];

const first = [array('features', 'x', 'logits', 'input_tensor', 'input')];
const last = [name];

export const tensorflow: readonly SpelledCall[] = [
  ...rowsOf('TensorFlow', 'function', 'tf.nn.', nn, { first, last }),
  ...rowsOf('TensorFlow', 'function', 'tf.math.', math, { first, last }),
  ...rowsOf(
    'TensorFlow',
    'function',
    'tf.',
    [
      ['sigmoid', 'sigmoid'],
      ['tanh', 'tanh'],
      ['exp', 'exponential'],
      ['identity', 'identity'],
      [
        'reduce_logsumexp',
        'logSumExp',
        [set('axis', 'axis', { unsaid: true }), fixed('keepdims', false)],
        {},
        'without axis: over all elements',
      ],
      [
        'clip_by_value',
        'hardTanh',
        [set('clip_value_min', 'min', { required: true }), set('clip_value_max', 'max', { required: true })],
      ],
    ],
    { first: [array('x', 'input', 't', 'input_tensor')], last },
  ),
];
