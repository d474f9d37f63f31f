import { dtypes } from '../../core/array/numericArray';
import type { Evaluation } from '../../shared/evaluation';
import { isCall } from '../../shared/protocol';

/** An evaluation as VS Code's storage can keep it: JSON, with the numbers as text because JSON knows no NaN. */
export interface StoredEvaluation {
  readonly call: Evaluation['call'];
  readonly source: Evaluation['source'] | null;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly values: string;
}

/** Longest array that is stored; about 200 kB of text. */
export const mostStored = 10_000;

/** Undefined for arrays that are too long to store. */
export function encodeEvaluation({ call, input, source }: Evaluation): StoredEvaluation | undefined {
  if (input.data.length > mostStored) return undefined;
  const values = Array.from(input.data, (value) => (Object.is(value, -0) ? '-0' : String(value))).join(' ');
  return { call, source: source ?? null, shape: input.shape, dtype: input.dtype, values };
}

/** Undefined when what was stored is not what this version writes. */
export function decodeEvaluation(stored: StoredEvaluation): Evaluation | undefined {
  const dtype = dtypes.find((candidate) => candidate === stored.dtype);
  if (dtype === undefined || !isCall(stored.call) || typeof stored.values !== 'string' || !Array.isArray(stored.shape))
    return undefined;
  const data = Float64Array.from(stored.values === '' ? [] : stored.values.split(' '), Number);
  const shape: readonly number[] = stored.shape;
  const count = shape.reduce((product, length) => product * length, 1);
  if (count !== data.length) return undefined;
  return { call: stored.call, input: { data, shape, dtype }, source: stored.source ?? undefined };
}
