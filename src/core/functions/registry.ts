import { activationFunction } from '../activations/functionOf';
import { activations } from '../activations/registry';
import type { FunctionRecord } from '../function/record';
import { gateFunction } from '../gates/functionOf';
import { gates } from '../gates/registry';
import { softmaxFunction } from '../softmax/functionOf';
import { softmaxFamily } from '../softmax/registry';

const records: readonly FunctionRecord[] = [
  ...[...activations.values()].map(activationFunction),
  ...[...softmaxFamily.values()].map(softmaxFunction),
  ...[...gates.values()].map(gateFunction),
];

/** Every function by id: activations, softmax family, gates, in the order of their registries. */
export const functions: ReadonlyMap<string, FunctionRecord> = new Map(records.map((record) => [record.id, record]));
