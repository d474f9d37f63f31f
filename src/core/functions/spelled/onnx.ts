import { array, decides, ignored, otherwise, rowsOf, set, type Row, type SpelledCall } from './spelledCall';

const axisNote = 'axis -1 since opset 13; before it was 1, over all later axes';

const ops: readonly Row[] = [
  ['Relu', 'relu'],
  ['LeakyRelu', 'leakyRelu', [set('alpha', 'negativeSlope')], { negativeSlope: 0.01 }],
  ['PRelu', 'prelu', [set('slope', 'weight')], {}, 'the slope is an input'],
  ['Elu', 'elu', [set('alpha', 'alpha')]],
  ['Celu', 'celu', [set('alpha', 'alpha')]],
  ['ThresholdedRelu', 'thresholdedRelu', [set('alpha', 'alpha')], { alpha: 1 }],
  ['Sigmoid', 'sigmoid'],
  ['HardSigmoid', 'hardSigmoid', [set('alpha', 'alpha'), set('beta', 'beta')], { alpha: 0.2, beta: 0.5 }],
  ['HardSwish', 'hardSwish', [], {}, 'since opset 14'],
  ['Swish', 'silu', [otherwise(['alpha'], 1, 'swish', 'beta')], {}, 'since opset 24'],
  ['Mish', 'mish', [], {}, 'since opset 18'],
  ['Tanh', 'tanh'],
  ['Softplus', 'softplus'],
  ['Softsign', 'softsign'],
  ['Exp', 'exponential'],
  ['Identity', 'identity'],
  ['Gelu', 'gelu', [decides('approximate', { none: 'gelu', tanh: 'geluTanh' })], {}, 'since opset 20'],
  ['Softmax', 'softmax', [set('axis', 'axis')], {}, axisNote],
  ['LogSoftmax', 'logSoftmax', [set('axis', 'axis')], {}, axisNote],
  ['Hardmax', 'hardmax', [set('axis', 'axis')], {}, axisNote],
  [
    'Clip',
    'hardTanh',
    [set('min', 'min', { required: true }), set('max', 'max', { required: true })],
    {},
    'inputs since opset 11, attributes before',
  ],
];

export const onnx: readonly SpelledCall[] = [
  ...rowsOf('ONNX', 'op', 'onnx.', ops, { first: [array('X', 'input', 'x')] }),
  ...rowsOf(
    'ONNX',
    'op',
    'com.microsoft.',
    [
      ['QuickGelu', 'quickGelu', [ignored('alpha')]],
      ['Gelu', 'gelu'],
      ['FastGelu', 'geluTanh'],
    ],
    { first: [array('X')] },
  ),
];
