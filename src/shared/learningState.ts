import type { NumericArray } from '../core/array/numericArray';
import type { DataSetId } from '../core/training/dataSets';
import type { SchemeId } from '../core/training/initialise';
import type { LossId } from '../core/training/loss';
import type { OptimiserId } from '../core/training/optimiser';
import { isArray, mostValues } from './arrayCheck';
import { finite, integer, listOf, object, oneOf, optional, type Check } from './check';

const lossIds = [
  'meanSquaredError',
  'crossEntropy',
  'crossEntropyWithLogits',
  'binaryCrossEntropy',
  'binaryCrossEntropyWithLogits',
] as const satisfies readonly LossId[];
const dataSources = [
  'shown',
  'selection',
  'xor',
  'circle',
  'spiral',
  'gaussians',
  'offCentre',
] as const satisfies readonly (DataSetId | 'shown' | 'selection')[];
const optimisers = ['gradientDescent', 'momentum', 'adam'] as const satisfies readonly OptimiserId[];
const schemeIds = ['zeros', 'normal', 'xavier', 'he'] as const satisfies readonly SchemeId[];

/** Where inputs and targets come from: those shown, the array in the editor, or a data set that is built in. */
export type DataSource = (typeof dataSources)[number];

/** A training as it stands, to be gone on with wherever the view is open. */
export interface LearningState {
  /** undefined: the loss that belongs to the last activation */
  readonly loss?: LossId | undefined;
  /** of the outputs' shape, or a class number a row; undefined: nobody gave any */
  readonly target?: NumericArray | undefined;
  readonly source: DataSource;
  readonly optimiser: OptimiserId;
  readonly rate: number;
  readonly scheme: SchemeId;
  readonly seed: number;
  /** steps taken, and one loss of every `stride` of them */
  readonly steps: number;
  readonly stride: number;
  readonly losses: Float64Array;
  /** what the optimiser remembers, for each layer and its W and b */
  readonly first: readonly Float64Array[];
  readonly second: readonly Float64Array[];
}

export const firstLearning: LearningState = {
  source: 'shown',
  optimiser: 'gradientDescent',
  rate: 0.1,
  scheme: 'xavier',
  seed: 0,
  steps: 0,
  stride: 1,
  losses: new Float64Array(0),
  first: [],
  second: [],
};

const isNumbers: Check<Float64Array> = (value): value is Float64Array =>
  value instanceof Float64Array && value.length <= mostValues;

export const isLearningState = object<LearningState>({
  loss: optional(oneOf(...lossIds)),
  target: optional(isArray),
  source: oneOf(...dataSources),
  optimiser: oneOf(...optimisers),
  rate: finite,
  scheme: oneOf(...schemeIds),
  seed: integer(0, 2 ** 32 - 1),
  steps: integer(0, Number.MAX_SAFE_INTEGER),
  stride: integer(1, Number.MAX_SAFE_INTEGER),
  losses: isNumbers,
  first: listOf(isNumbers, 2000),
  second: listOf(isNumbers, 2000),
});
