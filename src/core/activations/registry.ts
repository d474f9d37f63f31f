import type { Activation } from './activation';
import { celu } from './celu';
import { elu } from './elu';
import { exponential } from './exponential';
import { gelu } from './gelu';
import { geluTanh } from './geluTanh';
import { hardShrink } from './hardShrink';
import { hardSigmoid } from './hardSigmoid';
import { hardSwish } from './hardSwish';
import { hardTanh } from './hardTanh';
import { identity } from './identity';
import { leakyRelu } from './leakyRelu';
import { logSigmoid } from './logSigmoid';
import { mish } from './mish';
import { prelu } from './prelu';
import { quickGelu } from './quickGelu';
import { relu } from './relu';
import { relu6 } from './relu6';
import { rrelu } from './rrelu';
import { selu } from './selu';
import { sigmoid } from './sigmoid';
import { silu } from './silu';
import { softplus } from './softplus';
import { softshrink } from './softshrink';
import { softsign } from './softsign';
import { sparsePlus } from './sparsePlus';
import { sparseSigmoid } from './sparseSigmoid';
import { squaredRelu } from './squaredRelu';
import { squareplus } from './squareplus';
import { step } from './step';
import { swish } from './swish';
import { tanh } from './tanh';
import { tanhShrink } from './tanhShrink';
import { threshold } from './threshold';
import { thresholdedRelu } from './thresholdedRelu';

/** Every activation, in the order in which menus, tables and the reference page show them. One line each. */
const records: readonly Activation[] = [
  identity,
  step,
  sigmoid,
  hardSigmoid,
  logSigmoid,
  tanh,
  hardTanh,
  relu,
  relu6,
  squaredRelu,
  leakyRelu,
  prelu,
  rrelu,
  elu,
  selu,
  celu,
  gelu,
  geluTanh,
  quickGelu,
  silu,
  swish,
  hardSwish,
  mish,
  softplus,
  softsign,
  softshrink,
  hardShrink,
  tanhShrink,
  threshold,
  thresholdedRelu,
  squareplus,
  sparsePlus,
  sparseSigmoid,
  exponential,
];

/** Every activation by its id. */
export const activations: ReadonlyMap<string, Activation> = new Map(records.map((record) => [record.id, record]));
