import type { Activation } from './activation';
import { identity } from './identity';
import { leakyRelu } from './leakyRelu';
import { relu } from './relu';
import { step } from './step';

/** Every activation, in the order in which menus, tables and the reference page show them. One line each. */
const records: readonly Activation[] = [identity, step, relu, leakyRelu];

/** Every activation by its id. */
export const activations: ReadonlyMap<string, Activation> = new Map(records.map((record) => [record.id, record]));
