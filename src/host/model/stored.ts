import { dtypes } from '../../core/array/numericArray';
import { networkFromJson } from '../../core/network/networkJson';
import { writeNetwork } from '../../core/network/writeNetwork';
import { flag, integer, listOf, object, oneOf, optional, text, type Check } from '../../shared/check';
import type { Evaluation, SourceRange } from '../../shared/evaluation';
import { isCall, isEvaluation, isSource, rooms, type NetworkState, type Room } from '../../shared/protocol';
import { isLearningState, type LearningState } from '../../shared/learningState';
import type { Network, NumericArray } from '../../core/index';

/** The form of everything that is stored. One that differs is not read. */
export const storedVersion = 2;

/** Longest array that is stored; about 200 kB of text. */
export const mostStored = 10_000;

/** An array as JSON, with the numbers as text because JSON knows no NaN. */
interface StoredArray {
  readonly shape: readonly number[];
  readonly dtype: NumericArray['dtype'];
  readonly values: string;
}

/** An evaluation as VS Code's storage can keep it. */
export interface StoredEvaluation extends StoredArray {
  readonly call: Evaluation['call'];
  readonly source?: SourceRange | undefined;
}

/** What is found again after VS Code was closed, beside the history. */
export interface StoredModel {
  readonly version: typeof storedVersion;
  readonly room: Room;
  readonly pinned: boolean;
  readonly call?: Evaluation['call'] | undefined;
  readonly shown?: StoredEvaluation | undefined;
  readonly network?: {
    readonly json?: string;
    readonly x?: StoredArray | undefined;
    readonly leaky: boolean;
    readonly batchRow: number;
    readonly readJson?: string | undefined;
    readonly readX?: StoredArray | undefined;
    readonly assumed?: NetworkState['assumed'];
    readonly learning?: StoredLearning | undefined;
  };
}

const arrayParts = {
  shape: listOf(integer(0, mostStored), 64),
  dtype: oneOf(...dtypes),
  values: text(40 * mostStored),
};
const isStoredArray: Check<StoredArray> = object<StoredArray>(arrayParts);

/** A training with its arrays as text; the rest is checked when it is read. */
interface StoredLearning extends Omit<LearningState, 'target' | 'losses'> {
  readonly target?: StoredArray | undefined;
  readonly losses?: StoredArray | undefined;
}
const isStoredLearning = (value: unknown): value is StoredLearning =>
  object<Pick<StoredLearning, 'target' | 'losses'>>({
    target: optional(isStoredArray),
    losses: optional(isStoredArray),
  })(value);

export const isStoredEvaluation = object<StoredEvaluation>({
  ...arrayParts,
  call: isCall,
  // null in the form before
  source: (value): value is SourceRange | undefined => value === undefined || value === null || isSource(value),
});

export const isStoredModel = object<StoredModel>({
  version: (value): value is typeof storedVersion => value === storedVersion,
  room: oneOf(...rooms),
  pinned: flag,
  call: optional(isCall),
  shown: optional(isStoredEvaluation),
  network: optional(
    object<NonNullable<StoredModel['network']>>({
      json: optional(text(60 * mostStored)),
      x: optional(isStoredArray),
      leaky: flag,
      batchRow: integer(-1, mostStored),
      readJson: optional(text(60 * mostStored)),
      readX: optional(isStoredArray),
      assumed: optional(listOf(oneOf('activations', 'biases'), 2)),
      learning: optional(isStoredLearning),
    }),
  ),
});

const encoded = new WeakMap<Evaluation, StoredEvaluation>();

/** Undefined for arrays that are too long to store. An evaluation is written once, however often it is stored. */
export function encodeEvaluation(evaluation: Evaluation): StoredEvaluation | undefined {
  const known = encoded.get(evaluation);
  if (known !== undefined) return known;
  const array = encodeArray(evaluation.input);
  if (array === undefined) return undefined;
  const stored = { call: evaluation.call, source: evaluation.source, ...array };
  encoded.set(evaluation, stored);
  return stored;
}

/** Undefined when what was stored is not what this version writes. */
export function decodeEvaluation(stored: unknown): Evaluation | undefined {
  if (!isStoredEvaluation(stored)) return undefined;
  const input = decodeArray(stored);
  if (input === undefined) return undefined;
  const evaluation = { call: stored.call, input, source: stored.source ?? undefined };
  return isEvaluation(evaluation) ? evaluation : undefined;
}

const readBack = (json: string | undefined): Network | undefined =>
  json === undefined ? undefined : networkFromJson(json);

/** Undefined weights where they are too many to store: the sample comes back in their place. */
export function encodeNetwork(state: NetworkState): StoredModel['network'] {
  const { network, x, leaky, batchRow, asRead, assumed, learning } = state;
  if (sizeOf(network) + sizeOf(asRead?.network) > mostStored) return undefined;
  const array = (one: NumericArray | undefined) => (one === undefined ? undefined : encodeArray(one));
  return {
    ...(network !== undefined && { json: writeNetwork(network) }),
    x: array(x),
    leaky,
    batchRow,
    readJson: asRead?.network && writeNetwork(asRead.network),
    readX: array(asRead?.x),
    assumed,
    learning: learning && encodeLearning(learning),
  };
}

const sizeOf = (network: Network | undefined): number =>
  network?.layers.reduce((sum, { W, b }) => sum + W.data.length + b.data.length, 0) ?? 0;

export function decodeNetwork(stored: StoredModel['network']): NetworkState | undefined {
  if (stored === undefined) return undefined;
  const { json, leaky, batchRow, readJson, readX, assumed, learning } = stored;
  const array = (one: StoredArray | undefined) => (one === undefined ? undefined : decodeArray(one));
  const network = readBack(json);
  if (json !== undefined && network === undefined) return undefined;
  const asRead =
    readJson === undefined && readX === undefined ? undefined : { network: readBack(readJson), x: array(readX) };
  return {
    network,
    x: array(stored.x),
    leaky,
    batchRow,
    asRead,
    assumed,
    learning: learning && decodeLearning(learning),
  };
}

/** What the optimiser remembers is left out: a training goes on from its weights. */
function encodeLearning(learning: LearningState): StoredLearning {
  const { target, losses } = learning;
  return {
    ...learning,
    first: [],
    second: [],
    target: target && encodeArray(target),
    losses: encodeArray({ data: losses, shape: [losses.length], dtype: 'float64' }),
  };
}

function decodeLearning({ target, losses, ...rest }: StoredLearning): LearningState | undefined {
  const learning = {
    ...rest,
    target: target && decodeArray(target),
    losses: (losses && decodeArray(losses)?.data) ?? new Float64Array(0),
  };
  return isLearningState(learning) ? learning : undefined;
}

function encodeArray({ data, shape, dtype }: NumericArray): StoredArray | undefined {
  if (data.length > mostStored) return undefined;
  const values = Array.from(data, (value) => (Object.is(value, -0) ? '-0' : String(value))).join(' ');
  return { shape, dtype, values };
}

function decodeArray({ shape, dtype, values }: StoredArray): NumericArray | undefined {
  const data = Float64Array.from(values === '' ? [] : values.split(' '), Number);
  const count = shape.reduce((product, length) => product * length, 1);
  return count === data.length ? { data, shape, dtype } : undefined;
}
