import type { Activation } from './activation';
import { hardShrink } from './hardShrink';
import { hardSigmoid } from './hardSigmoid';
import { hardSwish } from './hardSwish';
import { hardTanh } from './hardTanh';
import { identity } from './identity';
import { leakyRelu } from './leakyRelu';
import { prelu } from './prelu';
import { relu } from './relu';
import { relu6 } from './relu6';
import { rrelu } from './rrelu';
import { softshrink } from './softshrink';
import { softsign } from './softsign';
import { sparsePlus } from './sparsePlus';
import { sparseSigmoid } from './sparseSigmoid';
import { squaredRelu } from './squaredRelu';
import { squareplus } from './squareplus';
import { step } from './step';
import { threshold } from './threshold';
import { thresholdedRelu } from './thresholdedRelu';

/** Every activation, in the order in which menus, tables and the reference page show them. One line each. */
const records: readonly Activation[] = [
  identity,
  step,
  hardSigmoid,
  hardTanh,
  relu,
  relu6,
  squaredRelu,
  leakyRelu,
  prelu,
  rrelu,
  hardSwish,
  softsign,
  softshrink,
  hardShrink,
  threshold,
  thresholdedRelu,
  squareplus,
  sparsePlus,
  sparseSigmoid,
];

/** Every activation by its id. */
export const activations: ReadonlyMap<string, Activation> = new Map(records.map((record) => [record.id, record]));
