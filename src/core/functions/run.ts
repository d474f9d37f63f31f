import { keepLabels } from '../array/keepLabels';
import { dtypes, type NumericArray } from '../array/numericArray';
import { modes, type FunctionCall } from '../function/call';
import { completeSettings } from '../function/completeSettings';
import { CallError, type CallFault } from '../function/fault';
import type { FunctionRecord } from '../function/record';
import type { Settings } from '../function/parameter';
import { functions } from './registry';

interface Resolved {
  readonly record: FunctionRecord;
  readonly settings: Settings;
}

/**
 * Applies a call to an array: the one door through which a call becomes numbers.
 *
 * @throws CallError (a RangeError) for a call that `callFault` finds fault with
 * @example run(callOf('leakyRelu', { negativeSlope: 0.5 }), numericArray([-1, 2])).data // -0.5, 2
 */
export function run(call: FunctionCall, array: NumericArray): NumericArray {
  const { record, settings } = resolved(call, array.shape);
  return keepLabels(array, record.apply(array, settings, { dtype: call.dtype, mode: call.mode }));
}

/**
 * The gradient by the array of what `run` gives, in float64: the vector-Jacobian product with `upstream`, the gradient
 * by the result.
 *
 * @throws CallError as `run`; RangeError where `upstream` has not the result's shape
 * @example gradient(callOf('relu'), numericArray([-1, 2]), numericArray([1, 1])).data // 0, 1
 */
export function gradient(call: FunctionCall, array: NumericArray, upstream: NumericArray): NumericArray {
  const { record, settings } = resolved(call, array.shape);
  const shape = record.shape(array.shape, settings);
  if (shape.join() !== upstream.shape.join()) {
    const got = `[${upstream.shape.join(', ')}]`;
    throw new RangeError(`gradient requires upstream of the result's shape [${shape.join(', ')}], got ${got}`);
  }
  return record.gradient(array, upstream, settings);
}

/** Why a call cannot be computed over an array of this shape (without one: over any), or undefined when it can. */
export function callFault(call: FunctionCall, shape?: readonly number[]): CallFault | undefined {
  const found = resolve(call, shape);
  return 'code' in found ? found : undefined;
}

/**
 * The shape that comes out of a call. Its figures need not be whole where the array does not fit.
 *
 * @throws CallError for an unknown function and for settings that cannot be
 */
export function resultShape(call: FunctionCall, shape: readonly number[]): readonly number[] {
  const { record, settings } = resolved(call);
  return record.shape(shape, settings);
}

/**
 * Every setting of a call, defaults filled in.
 *
 * @throws CallError for an unknown function and for settings that cannot be
 */
export function settingsOf(call: FunctionCall): Settings {
  return resolved(call).settings;
}

function resolved(call: FunctionCall, shape?: readonly number[]): Resolved {
  const found = resolve(call, shape);
  if ('code' in found) throw new CallError(found);
  return found;
}

function resolve(call: FunctionCall, shape: readonly number[] | undefined): Resolved | CallFault {
  const record = functions.get(call.function);
  if (record === undefined) {
    const message = `a call requires the id of a function, got "${call.function}"`;
    return { code: 'unknown-function', figures: { function: call.function }, message };
  }
  if (!dtypes.includes(call.dtype)) {
    const message = `${record.id} requires a dtype out of ${dtypes.join(', ')}, got ${call.dtype}`;
    return { code: 'bad-dtype', figures: { function: record.id, got: call.dtype }, message };
  }
  if (!modes.includes(call.mode)) {
    const message = `${record.id} requires a mode of fused or stepwise, got ${call.mode}`;
    return { code: 'bad-mode', figures: { function: record.id, got: call.mode }, message };
  }
  const complete = completeSettings(record, call.settings);
  if (complete.fault !== undefined) return complete.fault;
  const { settings } = complete;
  const unfit = shape && (axisFault(record, shape, settings) ?? record.unfit?.(shape, settings));
  return unfit ?? { record, settings };
}

/** An axis that the shape does not have. A single number counts as an axis of one. */
function axisFault(record: FunctionRecord, shape: readonly number[], settings: Settings): CallFault | undefined {
  const dimensions = Math.max(1, shape.length);
  for (const { id, kind } of record.parameters) {
    const axis = settings[id];
    if (kind !== 'axis' || typeof axis !== 'number' || (axis >= -dimensions && axis < dimensions)) continue;
    const figures = {
      function: record.id,
      setting: id,
      got: axis,
      dimensions,
      least: -dimensions,
      most: dimensions - 1,
    };
    const message = `${record.id} requires an axis between ${-dimensions} and ${dimensions - 1}, got ${axis}`;
    return { code: 'no-axis', figures, message };
  }
  return undefined;
}
